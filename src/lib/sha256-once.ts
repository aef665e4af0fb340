import { sha256Of } from './verbatim.ts';

const known = new Map<string, Promise<string>>();

/** The SHA-256 of a text, worked out once: a build prints that of a passage beside every quote of it. */
export function sha256Once(text: string): Promise<string> {
  const hash = known.get(text) ?? sha256Of(text);
  known.set(text, hash);
  return hash;
}
