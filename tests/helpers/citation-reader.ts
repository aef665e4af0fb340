import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { z } from 'zod';

/** What a citation file says, in one form whatever the format. */
export interface ReadCitation {
  readonly key: string;
  readonly isNewspaper: boolean;
  readonly title: string;
  readonly authors: readonly string[];
  readonly container: string | undefined;
  readonly date: readonly number[] | undefined;
  readonly page: string | undefined;
  readonly url: string;
  readonly language: string | undefined;
  readonly note: string | undefined;
}

/** BibTeX is read as BibLaTeX, which has every field of it and more. */
const forceTypes = { bib: '@biblatex/text', ris: '@ris/file', json: '@else/json' } as const;

const item = z.looseObject({
  id: z.string(),
  type: z.string(),
  genre: z.string().optional(),
  title: z.string(),
  author: z.array(z.object({ family: z.string().optional(), literal: z.string().optional() })).optional(),
  'container-title': z.string().optional(),
  // BibTeX has no website: the organisation that runs it is read as a publisher.
  publisher: z.string().optional(),
  issued: z.object({ 'date-parts': z.array(z.array(z.number())) }).optional(),
  page: z.string().optional(),
  // RIS has a first and a last page; a newspaper's page is its first.
  'page-first': z.string().optional(),
  URL: z.string(),
  language: z.string().optional(),
  note: z.string().optional(),
});

/** Reads a citation file with citation-js, which knows nothing of how it was written. */
export function readCitation(format: keyof typeof forceTypes, text: string): ReadCitation {
  const { data } = new Cite(text, { forceType: forceTypes[format], generateGraph: false });
  const [read, ...others] = data.map((each) => item.parse(each));
  if (read === undefined || others.length > 0) throw new Error(`${String(data.length)} items in one file`);
  return {
    key: read.id,
    isNewspaper: read.type === 'article-newspaper' || read.genre === 'newspaper',
    title: read.title,
    authors: (read.author ?? []).map(({ family, literal }) => literal ?? family ?? ''),
    container: read['container-title'] ?? read.publisher,
    date: read.issued?.['date-parts'][0],
    page: read.page ?? read['page-first'],
    url: read.URL,
    language: read.language,
    note: read.note,
  };
}
