import { buildGraph } from '../../../src/graph/graph.ts';
import type { Draft } from '../../../src/ingest/draft.ts';
import { ingest, type GivenFile, type OnRecord } from '../../../src/ingest/ingest.ts';
import { refusalText } from '../../../src/ingest/refusal.ts';
import { fingerprint } from '../../../src/ingest/same-text.ts';
import { readContent } from '../../../src/read/content.ts';
import { projectRoot } from '../../helpers/built-site.ts';

export const content = readContent(projectRoot);
const graph = buildGraph(content);

/** A record with the entries of this one and none of its sources. */
export const emptyRecord: OnRecord = { graph, takenIds: new Set(), held: [] };

/** This record, with its five sources. */
export const wholeRecord: OnRecord = {
  graph,
  takenIds: new Set(content.passages.keys()),
  held: [...content.passages].map(([id, passages]) => ({
    id,
    print: fingerprint(passages.map(({ text }) => text).join('\n')),
  })),
};

const wishes = { by: '编者甲', on: '2026-11-20' };

export function ingestBytes(
  bytes: string | Uint8Array,
  extension: GivenFile['extension'] = 'txt',
  record: OnRecord = emptyRecord,
  more: { id?: string; encoding?: 'utf-8' | 'gb18030' } = {},
) {
  const given = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return ingest({ extension, bytes: given, sha256: '0'.repeat(64) }, { ...wishes, ...more }, record);
}

/** The draft of a file; throws where it is refused. */
export function draftOf(...args: Parameters<typeof ingestBytes>): Draft {
  const result = ingestBytes(...args);
  if ('draft' in result) return result.draft;
  throw new Error(`${result.code}: ${refusalText(result)}`);
}

/** Code and message of the refusal; throws where the file is taken in. */
export function refusalOf(...args: Parameters<typeof ingestBytes>): string {
  const result = ingestBytes(...args);
  if ('draft' in result) throw new Error('the file was taken in');
  return `${result.code}: ${refusalText(result)}`;
}

/** What is told of a file, in short: for tests that pin it. */
export function summary({ declaration, self, encoding, layout, passages, acts }: Draft) {
  const { title, date, publisher, documentNumber, authors } = declaration;
  return {
    encoding,
    layout: layout.name,
    title,
    date: date?.value,
    dateFrom: self.date?.evidence.passage.split('#')[1],
    publisher: publisher?.name,
    number: documentNumber?.number,
    authors: authors?.map(({ name }) => name),
    passages: passages.map(
      ({ kind, text }) => `${kind}｜${text.length > 24 ? `${text.slice(0, 22)}…` : text}`,
    ),
    labels: passages.flatMap(({ label }) => (label === undefined ? [] : [label.path.join('›')])),
    acts: Object.keys(acts),
  };
}
