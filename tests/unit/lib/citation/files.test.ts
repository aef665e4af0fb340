import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBibtex } from '../../../../src/lib/citation/bibtex.ts';
import { toCslJson } from '../../../../src/lib/citation/csl-json.ts';
import { bracketed, noteOf, type CitedWork } from '../../../../src/lib/citation/item.ts';
import { toRis } from '../../../../src/lib/citation/ris.ts';
import { readCitation, type ReadCitation } from '../../../helpers/citation-reader.ts';
import { entry, printed, torn, without } from './made-works.ts';

const writers = { bib: toBibtex, ris: toRis, json: toCslJson } as const;
const formats = ['bib', 'ris', 'json'] as const;

/** Each format's own name for Chinese; the first specification of RIS has no place for a language. */
const languages = { bib: 'chinese', ris: undefined, json: 'zh-CN' } as const;

/** What a reader must find in a file of the work. */
function expected(work: CitedWork, format: (typeof formats)[number]): ReadCitation {
  const note = noteOf(work);
  return {
    key: work.key,
    isNewspaper: work.form === 'newspaper',
    title: work.title,
    authors: work.authors,
    container: work.container && bracketed(work.container),
    date: work.date?.value.split('-').map(Number),
    page: work.page,
    url: work.url,
    language: languages[format],
    note: note === '' ? undefined : note,
  };
}

const works = {
  'a printed article': printed,
  'an article with inferred parts': torn,
  'an article nobody dated or named': without(printed, 'container', 'date', 'page'),
  'an unsigned web page': { ...without(printed, 'page'), form: 'web', authors: [] } as CitedWork,
  'an entry of the record': entry,
};

describe.each(formats)('a .%s file', (format) => {
  it.each(Object.entries(works))('says every field of %s to a reader of its own', (_, work) => {
    expect(readCitation(format, writers[format](work))).toEqual(expected(work, format));
  });

  it('keeps every character of title and note, those with a meaning of their own included', () => {
    // Line breaks and outer or double spaces mean nothing in these formats, and no title has them.
    const unit = fc.constantFrom(...'京津冀，。“”（）《》[]:;%&#_$~^{}\\@=abc019—·|/'.split(''));
    const text = fc.string({ unit, minLength: 1, maxLength: 30 }).map((middle) => `题${middle}尾`);
    fc.assert(
      fc.property(text, text, (title, note) => {
        const work = { ...printed, title, notes: [note] };
        const read = readCitation(format, writers[format](work));
        expect([read.title, read.note]).toEqual([title, note]);
      }),
    );
  });
});

it('says in CSL-JSON, and in no other date, that one is inferred', () => {
  expect(JSON.parse(toCslJson(torn))).toMatchObject([{ issued: { circa: true } }]);
  expect(toCslJson(printed)).not.toContain('circa');
});
