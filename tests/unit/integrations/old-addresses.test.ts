import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  redirectRules,
  writeOldAddresses,
  type OldAddress,
} from '../../../src/integrations/old-addresses.ts';

const retired = (url: string): OldAddress => ({
  url,
  kind: 'retired',
  was: '清单',
  date: '2026-11-20',
  reason: '测试',
  now: ['/record/projects/'],
});

/** The files of a built site of these old addresses, after they were written; undefined where there is none. */
async function written(records: readonly OldAddress[], files: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'old-addresses-'));
  try {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data/addresses.json'), JSON.stringify(records));
    writeFileSync(join(folder, 'data/themes.json'), '[1]');
    await writeOldAddresses(folder, '/record/');
    return files.map((file) =>
      existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8') : undefined,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('an old file', () => {
  it('is a copy of the new one', async () => {
    const records: OldAddress[] = [
      { url: '/record/old/fields.json', kind: 'moved', to: '/record/data/themes.json' },
    ];
    expect(await written(records, ['old/fields.json', '_redirects'])).toEqual([
      '[1]',
      '/record/old/fields.json /record/data/themes.json 301\n',
    ]);
  });

  it('that was retired says so in its own form', async () => {
    const [json = '', csv] = await written(
      [retired('/record/data/old.json'), retired('/record/a/list.csv')],
      ['data/old.json', 'a/list.csv'],
    );
    expect(JSON.parse(json)).toEqual(retired('/record/data/old.json'));
    expect(csv).toBe(
      '\ufeff已撤下,原是,日期,缘由,现见\r\n/record/a/list.csv,清单,2026-11-20,测试,/record/projects/\r\n',
    );
  });

  it('is all that is written: pages and anchors are the site’s own', async () => {
    const records = [retired('/record/a/'), retired('/record/#b')];
    expect(await written(records, ['a/index.html', 'a', '_redirects'])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

it('gives hosts one rule for each page and file that moved', () => {
  expect(
    redirectRules([
      { url: '/a/', kind: 'moved', to: '/b/' },
      { url: '/a/#c1', kind: 'moved', to: '/b/#c1' },
      retired('/c/'),
      { url: '/d/', kind: 'moved', to: '/figures/#d' },
    ]),
  ).toBe('/a/ /b/ 301\n/d/ /figures/#d 301\n');
});
