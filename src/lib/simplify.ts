import { Converter } from 'opencc-js';

const convert = Converter({ from: 't', to: 'cn' });

/** A text in simplified characters, character by character and word by word as OpenCC has them. */
export function simplify(text: string): string {
  return convert(text);
}
