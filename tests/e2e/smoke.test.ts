import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder, type Running } from '../../scripts/server.ts';
import { smoke } from '../../scripts/smoke-checks.ts';
import { dist, projectRoot } from '../helpers/built-site.ts';
import { serveForReal } from '../helpers/real-host.ts';

let server: Running;

beforeAll(async () => {
  server = await serveFolder(dist, 4600);
});

afterAll(() => server.close());

/** What a host does wrong: another answer for an address, or the right one changed. */
type Fault = (path: string, answer: Response) => Response | Promise<Response>;

/** The findings of one level on the built site behind a host with a fault. */
async function findings(level: 'bad' | 'note', fault: Fault): Promise<string[]> {
  const url = new URL(server.url);
  const ask = async (path: string): Promise<Response> =>
    fault(path, await fetch(new URL(path, url), { redirect: 'manual' }));
  return (await smoke({ url, ask })).filter((each) => each.level === level).map(({ text }) => text);
}

const without = (answer: Response, name: string): Response => {
  const headers = new Headers(answer.headers);
  headers.delete(name);
  return new Response(answer.body, { status: answer.status, headers });
};

const typed = (answer: Response, type: string): Response => {
  const headers = new Headers(answer.headers);
  headers.set('content-type', type);
  return new Response(answer.body, { status: answer.status, headers });
};

const rewritten = async (answer: Response, from: string | RegExp, to: string): Promise<Response> =>
  new Response((await answer.text()).replaceAll(from, to), {
    status: answer.status,
    headers: answer.headers,
  });

const gone = (): Response => new Response('', { status: 404, headers: { 'content-type': 'text/html' } });

const retired = '/chains/2017-cai-qi-dongao/';

const faults: [string, string, Fault][] = [
  ['a front page that is gone', '/ 答 404，应是 200。', (path, answer) => (path === '/' ? gone() : answer)],
  [
    'another site',
    '/ 不是本网站的首页。',
    (path, answer) =>
      path === '/' ? new Response('<!doctype html><p>x', { headers: answer.headers }) : answer,
  ],
  [
    'a site built for another path',
    '网站是为 /record/ 建的，却放在 /：用 BASE_PATH=/ 重建。',
    (path, answer) => (path === '/' ? rewritten(answer, 'href="/', 'href="/record/') : answer),
  ],
  [
    'a page stripped of its policy',
    '/ 没有自带内容策略。',
    (path, answer) => (path === '/' ? rewritten(answer, 'Content-Security-Policy', 'X') : answer),
  ],
  [
    'a style sheet sent as text',
    '的类型是 text/plain，应是 text/css。',
    (path, answer) => (path.endsWith('.css') ? typed(answer, 'text/plain') : answer),
  ],
  [
    'data that is gone',
    '/data/clauses.json 答 404，应是 200。',
    (path, answer) => (path === '/data/clauses.json' ? gone() : answer),
  ],
  [
    'a page without the anchor',
    '/agreements/xiongan-zhanlue-hezuo-2017/ 上没有 #chanye-1。',
    (path, answer) =>
      path === '/agreements/xiongan-zhanlue-hezuo-2017/' ? rewritten(answer, 'id="chanye-1"', '') : answer,
  ],
  [
    'a search index half put up',
    '/part-0.json 答 404，应是 200。',
    (path, answer) => (path.endsWith('/part-0.json') ? gone() : answer),
  ],
  [
    'an index that is no index',
    '回答的不是 JSON：',
    (path, answer) => (path.endsWith('/pages.json') ? rewritten(answer, '{', '<') : answer),
  ],
  [
    'a citation that is gone',
    '/cite.ris 答 404，应是 200。',
    (path, answer) => (path.endsWith('/cite.ris') ? gone() : answer),
  ],
  [
    'a front page for everything that is not there',
    '没有的地址 /mei-you-zhe-yi-ye/ 答 200，应是 404：读者和搜索引擎会当真。',
    (_, answer) => (answer.status === 404 ? new Response('', { status: 200 }) : answer),
  ],
  [
    'an old address that is gone',
    `旧地址不通：${retired}`,
    (path, answer) => (path === retired ? gone() : answer),
  ],
];

const notes: [string, string, Fault][] = [
  [
    'a header the host does not send',
    '主机没有发这些标头：Referrer-Policy。网页自带的内容策略仍然有效。',
    (_, answer) => without(answer, 'referrer-policy'),
  ],
  [
    'a page of the host’s own for what is not there',
    '没有的地址答 404，但不是本网站的说明页：让主机用 404.html。',
    (_, answer) => (answer.status === 404 ? gone() : answer),
  ],
  ['no compression', '主机没有压缩网页。', (_, answer) => answer],
];

describe('a look at a deployed site', () => {
  it('finds nothing bad on the local server', async () => {
    expect(await findings('bad', (_, answer) => answer)).toEqual([]);
  });

  it('finds nothing to do but to name the address on a real nginx', async () => {
    const host = await serveForReal(dist);
    try {
      const url = new URL(host.url);
      const found = await smoke({ url, ask: (path) => fetch(new URL(path, url), { redirect: 'manual' }) });
      expect(found.filter(({ level }) => level !== 'good').map(({ text }) => text)).toEqual([
        `没有说自己在哪里：用 SITE_URL=${url.origin} 重建，引文里才有完整的地址。`,
      ]);
    } finally {
      await host.close();
    }
  });

  it.each(faults)('finds %s', async (_, message, fault) => {
    expect(await findings('bad', fault)).toEqual([expect.stringContaining(message)]);
  });

  it.each(notes)('notes %s', async (_, message, fault) => {
    expect(await findings('note', fault)).toContain(message);
  });
});

/** What `npm run smoke` prints and ends with. */
function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(projectRoot, 'scripts/smoke.ts'), ...args], (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

describe('npm run smoke', () => {
  it('says what it found, counts it, and ends well when nothing is bad', async () => {
    const { code, stdout } = await run(server.url);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^好　　首页 \/\n/);
    expect(stdout).toMatch(/：\d+ 项好，\d+ 项注意，0 项不好。\n$/);
  });

  it('ends badly where nobody answers', async () => {
    const { code, stdout } = await run('http://127.0.0.1:4599/');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^不好　没有回答：.*ECONNREFUSED/);
  });

  it.each([[[]], [['not-an-address']], [['ftp://example.org/']]])(
    'asks for an address instead of %j',
    async (args) => {
      const { code, stderr } = await run(...args);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^写一个网址，如 https:\/\/example\.org\/record\/。/);
    },
  );
});
