import { bracketed, noteOf, type CitedWork } from './item.ts';

/**
 * The work as BibTeX. A newspaper article is an `@article` of the subtype `newspaper`, everything else `@online`;
 * `date` is what BibLaTeX and reference managers read, `year` what older styles read. Names and titles are braced
 * so that no style takes them apart.
 */
export function toBibtex({
  key,
  form,
  authors,
  title,
  container,
  date,
  page,
  url,
  ...work
}: CitedWork): string {
  const isNewspaper = form === 'newspaper';
  const note = noteOf(work);
  const fields: [string, string | undefined][] = [
    ['entrysubtype', isNewspaper ? 'newspaper' : undefined],
    ['title', `{${escaped(title)}}`],
    ['author', authors.map((author) => `{${escaped(author)}}`).join(' and ')],
    [isNewspaper ? 'journal' : 'organization', container && escaped(bracketed(container))],
    ['date', date?.value],
    ['year', date?.value.slice(0, 4)],
    ['pages', page && escaped(page)],
    ['url', url],
    ['langid', 'chinese'],
    ['note', escaped(note)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = {${value}},`],
  );
  return [`@${isNewspaper ? 'article' : 'online'}{${key},`, ...lines, '}', ''].join('\n');
}

/** The ten characters TeX gives a meaning of its own. */
function escaped(text: string): string {
  return text.replaceAll(/[\\{}%&#_$~^]/g, (character) => commands[character] ?? `\\${character}`);
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
