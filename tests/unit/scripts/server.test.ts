import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../../scripts/server.ts';

describe('the local server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'server-'));

  beforeAll(() => {
    mkdirSync(join(folder, 'page'));
    writeFileSync(join(folder, '404.html'), 'not here');
    writeFileSync(join(folder, 'page/index.html'), 'a page');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes the next free port when the one asked for is in use, and says which it took', async () => {
    const first = await serveFolder(folder, 4700);
    const second = await serveFolder(folder, first.port);
    expect(second.port).toBeGreaterThan(first.port);
    expect(await (await fetch(`${second.url}page/`)).text()).toBe('a page');
    await second.close();
    await first.close();
  });

  it('answers what is not there with 404.html and status 404, below its base path only', async () => {
    const server = await serveFolder(folder, 4700, '/record/');
    const missing = await fetch(`${server.url}nothing/`);
    expect([missing.status, await missing.text()]).toEqual([404, 'not here']);
    expect((await fetch(new URL('/page/', server.url))).status).toBe(404);
    expect((await fetch(`${server.url}page/`)).status).toBe(200);
    await server.close();
  });
});
