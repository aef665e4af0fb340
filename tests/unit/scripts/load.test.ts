import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  describeLoad,
  errorsOf,
  readResult,
  trafficOf,
  wrkScript,
  type LoadResult,
} from '../../../scripts/load.ts';

describe('the traffic of a load', () => {
  const dist = mkdtempSync(join(tmpdir(), 'load-'));
  const files: Record<string, string> = {
    'index.html':
      '<!doctype html><link rel="stylesheet" href="/a/_astro/x.css"><link rel="canonical" href="/no/"><script src="/a/_astro/x.js"></script>',
    'search/index/pages.json': '{}',
    'search/entities.json': '{}',
    'search/index/0123456789ab/part-0.json': '{}',
    'search/index/0123456789ab/text-0.json': '{}',
  };

  beforeAll(() => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dist, file)), { recursive: true });
      writeFileSync(join(dist, file), text);
    }
  });

  afterAll(() => rmSync(dist, { recursive: true }));

  it('is pages with what they load, and in every fifth visit a search', () => {
    const { requests } = trafficOf(dist, '/a/', 10);
    const count = (address: string): number => requests.filter((each) => each === address).length;
    expect([count('/a/'), count('/a/_astro/x.css'), count('/a/_astro/x.js')]).toEqual([10, 10, 10]);
    expect([count('/a/search/index/pages.json'), count('/a/search/index/0123456789ab/part-0.json')]).toEqual([
      2, 6,
    ]);
    expect(requests).not.toContain('/no/');
  });

  it('is the same for the same seed', () => {
    expect(trafficOf(dist, '/', 20, 7)).toEqual(trafficOf(dist, '/', 20, 7));
  });
});

const result: LoadResult = {
  seconds: 60,
  requests: 120_000,
  bytes: 600_000_000,
  p50: 4,
  p99: 20.25,
  slowest: 91,
  errors: { connect: 0, read: 1, write: 0, status: 2, timeout: 0 },
};

describe('what came of a load', () => {
  it('is read from among what wrk prints', () => {
    expect(readResult(`Running 60s test\nRESULT ${JSON.stringify(result)}\n`)).toEqual(result);
    expect(() => readResult('unable to connect')).toThrow('wrk 没有给出结果：\nunable to connect');
  });

  it('counts every answer that was none or no success', () => {
    expect(errorsOf(result)).toBe(3);
  });

  it('is said per second, as requests and as visits, with the slowest', () => {
    expect(describeLoad(result, { requests: Array<string>(40).fill('/'), visits: 10 })).toBe(
      '每秒 2000 次请求，10.0 MB；合每秒 500 次首次来访（每次平均 4.0 个请求）。\n' +
        '回答的时间：中位 4.0 毫秒，p99 20.3 毫秒，最慢 91.0 毫秒。\n共 120000 次请求，出错 3 次。',
    );
  });

  it('is asked for by a script that names every address once', () => {
    const script = wrkScript(['/a/', '/b "quoted"/']);
    expect(script).toContain('local addresses = { "/a/", "/b \\"quoted\\"/" }');
  });
});
