import { simplify } from '../lib/simplify.ts';

/** What an article's words are, whatever its encoding, shape, spacing and order of blocks. */
export interface Fingerprint {
  /** Hashes of a fixed share of all stretches of eight characters. */
  readonly marks: ReadonlySet<number>;
}

const stretch = 8;
/** One stretch in four is kept: by its hash, so that the same words keep the same ones everywhere. */
const share = 4;

/** How much of one text another holds for the two to be one article. */
const same = 0.9;

/** Characters that no simplified text prints. */
const traditional = /[這為個國時來們對會發動過說產種後學經進實與關區續協]/;

/** The fingerprint of a text: its Han characters and digits, simplified, in stretches. */
export function fingerprint(text: string): Fingerprint {
  const inked = text.replace(/<[^<>]*>|&[a-z#\d]{2,10};/gi, '').replace(/[^\p{Script=Han}\p{Nd}]/gu, '');
  const bare = traditional.test(inked) ? simplify(inked) : inked;
  const marks = new Set<number>();
  for (let at = 0; at + stretch <= bare.length; at += 1) {
    let hash = 2166136261;
    for (let offset = 0; offset < stretch; offset += 1) {
      hash = Math.imul(hash ^ bare.charCodeAt(at + offset), 16777619);
    }
    // The last bits of this hash are the plainest ones.
    if ((hash >>> 7) % share === 0) marks.add(hash);
  }
  return { marks };
}

export type Sameness = 'same' | 'holds' | 'part' | 'other';

/**
 * How a text stands to one already held: the same words; or it holds all of it and more; or it is a part of it.
 * A text too short for any stretch is like no other.
 */
export function sameness(text: Fingerprint, held: Fingerprint): Sameness {
  if (text.marks.size < 5 || held.marks.size < 5) return 'other';
  let common = 0;
  for (const mark of text.marks) if (held.marks.has(mark)) common += 1;
  const ofText = common / text.marks.size;
  const ofHeld = common / held.marks.size;
  if (ofText >= same && ofHeld >= same) return 'same';
  if (ofHeld >= same) return 'holds';
  return ofText >= same ? 'part' : 'other';
}
