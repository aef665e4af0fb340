import { toPinyin } from '../lib/pinyin.ts';

/**
 * An ID from the title's first characters and the year: a proposal, since where one word ends and the next begins is
 * for a person to say. A title without any gives the file's own letters, or 来源's.
 */
export function proposeId(
  title: string | undefined,
  date: string | undefined,
  taken: ReadonlySet<string>,
): string {
  const bare = (title ?? '').replace(/^.*?关于(?:印发|发布)《?/, '').replace(/[^\p{Script=Han}\p{Nd}]/gu, '');
  const syllables = toPinyin(bare.slice(0, 8))
    .split(' ')
    .filter((each) => each !== '');
  const pairs: string[] = [];
  for (const [index, syllable] of syllables.entries()) {
    if (index % 2 === 0 || /\d/.test(syllable)) pairs.push(syllable);
    else pairs.push(`${pairs.pop() ?? ''}${syllable}`);
  }
  const base = [
    ...(pairs.length === 0 ? ['laiyuan'] : pairs),
    ...(date === undefined ? [] : [date.slice(0, 4)]),
  ].join('-');
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${String(count)}`;
  return id;
}
