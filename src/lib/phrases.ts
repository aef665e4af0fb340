/** Made once: a segmenter takes longer to make than a title to cut. */
const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/**
 * A title in pieces between which a line may break; joined again they are the title. Cut at known names first, then at
 * the words ICU's dictionary finds: browsers do not segment Chinese.
 */
export function phrasesOf(title: string, names: readonly string[]): string[] {
  const known = names.find((name) => name !== title && title.includes(name));
  if (known === undefined) return Array.from(words.segment(title), ({ segment }) => segment);
  const at = title.indexOf(known);
  return [
    ...phrasesOf(title.slice(0, at), names),
    known,
    ...phrasesOf(title.slice(at + known.length), names),
  ];
}
