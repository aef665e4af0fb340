import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeOf, elementsOf, parseHtml } from '../src/lib/html.ts';
import { listFiles } from '../src/read/files.ts';
import { pick, seeded } from './measure.ts';

/** What a reader's browser asks for, visit by visit. */
export interface Traffic {
  /** Addresses in the order they are asked for. */
  readonly requests: readonly string[];
  readonly visits: number;
}

/** How many visits there are to one that searches. */
const visitsToSearch = 5;

/**
 * Visits of browsers that have nothing of the site yet: a page and what it loads, and in every fifth visit a search: the
 * table of pages, names, parts of the index and texts of hits. The same seed gives the same visits.
 */
export function trafficOf(dist: string, base: string, visits: number, seed = 1): Traffic {
  const random = seeded(seed);
  const files = listFiles(dist, '.');
  const pages = files.filter((file) => file.endsWith('index.html'));
  const some = (pattern: RegExp, count: number): string[] => {
    const found = files.filter((file) => pattern.test(file));
    return Array.from({ length: count }, () => pick(found, random));
  };
  const requests = Array.from({ length: visits }, (_, nth) => {
    const page = pick(pages, random);
    const search =
      nth % visitsToSearch === 0
        ? [
            'search/index/pages.json',
            'search/entities.json',
            ...some(/^search\/index\/\w+\/part-/, 3),
            ...some(/^search\/index\/\w+\/text-/, 3),
          ]
        : [];
    return [
      ...[page.replace(/index\.html$/, ''), ...search].map((path) => base + path),
      ...loadedBy(join(dist, page)),
    ];
  });
  return { requests: requests.flat(), visits };
}

/** The addresses a page has a browser fetch. */
function loadedBy(file: string): string[] {
  return [...elementsOf(parseHtml(readFileSync(file, 'utf8')))].flatMap((each) => {
    if (each.tagName === 'script' || each.tagName === 'img') return attributeOf(each, 'src') ?? [];
    const isLoaded = ['stylesheet', 'icon', 'modulepreload'].includes(attributeOf(each, 'rel') ?? '');
    return each.tagName === 'link' && isLoaded ? (attributeOf(each, 'href') ?? []) : [];
  });
}

/** What came of a minute of load. */
export interface LoadResult {
  readonly seconds: number;
  readonly requests: number;
  readonly bytes: number;
  /** Milliseconds from asking to the last byte. */
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  /** Answers that were none, or no success, by kind. */
  readonly errors: Readonly<Record<'connect' | 'read' | 'write' | 'status' | 'timeout', number>>;
}

const mark = 'RESULT ';

/** The script of `wrk` that asks for these addresses in turn, each connection for the next, and prints what came of it. */
export function wrkScript(requests: readonly string[]): string {
  return `wrk.headers["Accept-Encoding"] = "gzip"
local addresses = { ${requests.map((address) => JSON.stringify(address)).join(', ')} }
local asked = {}
local at = 0
function init()
  for nth, address in ipairs(addresses) do asked[nth] = wrk.format("GET", address) end
end
function request()
  at = at % #asked + 1
  return asked[at]
end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '${mark}{"seconds":%f,"requests":%d,"bytes":%d,"p50":%f,"p99":%f,"slowest":%f,"errors":{"connect":%d,"read":%d,"write":%d,"status":%d,"timeout":%d}}\\n',
    summary.duration / 1e6, summary.requests, summary.bytes,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3,
    errors.connect, errors.read, errors.write, errors.status, errors.timeout))
end
`;
}

/** What `wrkScript` printed among what `wrk` prints; throws when it printed nothing. */
export function readResult(output: string): LoadResult {
  const line = output.split('\n').find((each) => each.startsWith(mark));
  if (line === undefined) throw new Error(`wrk 没有给出结果：\n${output}`);
  return JSON.parse(line.slice(mark.length)) as LoadResult;
}

export function errorsOf({ errors }: LoadResult): number {
  return Object.values(errors).reduce((sum, count) => sum + count, 0);
}

/** The figures in words; a visit is as many requests as it took on average. */
export function describeLoad(result: LoadResult, { requests, visits }: Traffic): string {
  const perSecond = result.requests / result.seconds;
  const visitsPerSecond = (perSecond * visits) / requests.length;
  const rounded = (value: number): string => String(Math.round(value));
  return [
    `每秒 ${rounded(perSecond)} 次请求，${(result.bytes / result.seconds / 1e6).toFixed(1)} MB；`,
    `合每秒 ${rounded(visitsPerSecond)} 次首次来访（每次平均 ${(requests.length / visits).toFixed(1)} 个请求）。`,
    `\n回答的时间：中位 ${result.p50.toFixed(1)} 毫秒，p99 ${result.p99.toFixed(1)} 毫秒，最慢 ${result.slowest.toFixed(1)} 毫秒。`,
    `\n共 ${String(result.requests)} 次请求，出错 ${String(errorsOf(result))} 次。`,
  ].join('');
}
