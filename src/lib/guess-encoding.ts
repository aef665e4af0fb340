import { analyse } from 'chardet';

/** What a guess at the encoding of bytes says: the name as the library gives it, and how sure it is, of 100. */
export interface EncodingGuess {
  readonly name: string;
  readonly confidence: number;
}

/** As much as is looked at: far more than the guess needs, and the same work for a file of any size. */
const sampleBytes = 64 * 1024;

/** The encodings that bytes may be written in, the likeliest first. A guess: only strict decoding tells. */
export function guessEncodings(bytes: Uint8Array): EncodingGuess[] {
  return analyse(bytes.subarray(0, sampleBytes)).map(({ name, confidence }) => ({ name, confidence }));
}
