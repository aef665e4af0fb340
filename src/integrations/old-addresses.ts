import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toCsv } from '../lib/csv.ts';

/** What of a record of `/data/addresses.json` matters here. */
export type OldAddress = { readonly url: string } & (
  | { readonly kind: 'moved'; readonly to: string }
  | {
      readonly kind: 'retired';
      readonly was: string;
      readonly date: string;
      readonly reason: string;
      readonly now: readonly string[];
    }
);

/** Puts old files and the hosts' redirect file into the built site, as its `data/addresses.json` says. */
export function oldAddresses() {
  let base = '/';
  return {
    name: 'old-addresses',
    hooks: {
      'astro:config:done': ({ config }: { config: { base: string } }) => {
        base = config.base;
      },
      'astro:build:done': ({ dir }: { dir: URL }) => writeOldAddresses(fileURLToPath(dir), base),
    },
  };
}

/** Old pages are pages of the site; what is no page, a file, is a copy of the new one or says that it is no more. */
export async function writeOldAddresses(directory: string, base: string): Promise<void> {
  const records = JSON.parse(
    await readFile(join(directory, 'data/addresses.json'), 'utf8'),
  ) as readonly OldAddress[];
  const fileOf = (url: string): string => join(directory, url.slice(base.replace(/\/$/, '').length));
  for (const record of records.filter(({ url }) => isFile(url))) {
    const target = fileOf(record.url);
    await mkdir(dirname(target), { recursive: true });
    if (record.kind === 'moved') await copyFile(fileOf(record.to), target);
    else await writeFile(target, noticeOf(record));
  }
  const rules = redirectRules(records);
  if (rules !== '') await writeFile(join(directory, '_redirects'), rules);
}

/**
 * The rules of `_redirects`, as Netlify and Cloudflare Pages read it: old path, new address, 301. Anchors are no
 * business of a host: a browser carries them along by itself.
 */
export function redirectRules(records: readonly OldAddress[]): string {
  return records
    .flatMap((record) =>
      record.kind === 'moved' && !record.url.includes('#') ? [`${record.url} ${record.to} 301\n`] : [],
    )
    .join('');
}

/** What stands in a file that was retired: the record as JSON, or one row of CSV. */
function noticeOf({ url, ...retired }: Extract<OldAddress, { kind: 'retired' }>): string {
  if (url.endsWith('.json')) return `${JSON.stringify({ url, ...retired }, null, 1)}\n`;
  const { was, date, reason, now } = retired;
  return toCsv([
    ['已撤下', '原是', '日期', '缘由', '现见'],
    [url, was, date, reason, now.join(' ')],
  ]);
}

function isFile(url: string): boolean {
  return !url.includes('#') && !url.endsWith('/');
}
