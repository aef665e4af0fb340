import { pinyin } from 'pinyin-pro';

/** How a text is read: syllables of pinyin without tones, lower case, parted by spaces; what is not Chinese stays. */
export function toPinyin(text: string): string {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((syllable) => syllable !== '')
    .join(' ');
}
