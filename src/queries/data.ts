import { z } from 'zod';
import { contractVersion } from '../model/contract.ts';
import { published, type PublishedName } from '../model/published.ts';
import { dataNames } from '../routes.ts';
import { recordsOf } from './records.ts';
import { href } from './views.ts';

/** The JSON text of `/data/<name>.json`: every record. */
export async function dataFile(name: PublishedName): Promise<string> {
  return `${JSON.stringify(await recordsOf(name), null, 1)}\n`;
}

/** The text of `/data/<name>.ndjson`: every record on a line of its own. */
export async function dataLines(name: PublishedName): Promise<string> {
  return (await recordsOf(name)).map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** What records have pages of their own; the others stand on the page of something else. */
const pagedNames = dataNames.filter(
  (name) => !['passages', 'figures', 'tensions', 'verification'].includes(name),
);

/** The JSON text beside each record's page: the record as `/data/<name>.json` has it. */
export async function recordFiles(): Promise<{ page: string; text: string }[]> {
  const records = await Promise.all(pagedNames.map(recordsOf));
  const base = href('');
  return records.flat().map((record) => ({
    page: record.url.slice(base.length),
    text: `${JSON.stringify(record, null, 1)}\n`,
  }));
}

/** The JSON Schema of `/data/<name>.json`. */
export function dataSchema(name: PublishedName): string {
  const schema = z.toJSONSchema(z.array(published[name] as z.ZodType), { unrepresentable: 'any' });
  return `${JSON.stringify({ $comment: `数据契约 ${contractVersion}`, ...schema }, null, 1)}\n`;
}
