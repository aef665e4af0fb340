import { z } from 'zod';
import { care } from './care.ts';
import { due } from './dated.ts';
import { evidence } from './evidence.ts';
import { id, idList, passageRef, words } from './id.ts';
import { formerIds } from './identity.ts';

/**
 * How firmly a commitment is worded. The first four are a ladder, hardest first (确保、完成 > 加快、推进 >
 * 力争、争取 > 研究、探索). `intend` (拟), `support` (支持、鼓励、引导、配合) and `plain` (stated without
 * such a word) stand outside it, because ranking them would say more than the text. `push` covers 加快、推进、
 * 推动、促进、加强、深化、完善、健全完善、提速; `plain` covers bare actions (建立、搭建、建设、安排、提供…).
 */
export const modalityLevels = ['ensure', 'push', 'strive', 'explore', 'intend', 'support', 'plain'] as const;

/** Who is named in the words of a commitment. */
const named = z.strictObject({
  /** The words that name them, verbatim; what binds them to the act belongs to it ("为雄安新区"). */
  as: words,
  /** The places meant: each printed in `as`, or a party of the agreement where `as` says 双方 or 本市. */
  regions: idList.optional(),
  /** The bodies meant, printed in `as` likewise. */
  organisations: idList.optional(),
  /** The words of the passage that hold `as`; absent where the commitment's own do. */
  quote: words.optional(),
});
export type Named = z.infer<typeof named>;

/** One thing somebody undertakes to do, within a clause or work point. */
export const commitment = z.strictObject({
  /** Stable within its clause: c1, c2 … */
  id: z.string().regex(/^c[1-9]\d*$/),
  /** The words of the commitment, verbatim from the clause's passage. */
  quote: words,
  /** How firmly it is worded; `wording` is the word in the quote that says so. */
  modality: z.union([
    z.strictObject({ level: z.enum(modalityLevels).exclude(['plain']), wording: words }),
    z.strictObject({ level: z.literal('plain') }),
  ]),
  /** The quantity it names, verbatim; absent when it names none. */
  number: words.optional(),
  /** The deadline it names, verbatim; absent when it names none. */
  deadline: words.optional(),
  /** The date that deadline means; stands with it, never alone. */
  due: due.optional(),
  /**
   * The words that name a state which either has been reached or has not (开工、完工、建成、启动、完成、建立), verbatim
   * from the quote; absent where it names only a direction (推进、支持).
   */
  milestone: words.optional(),
  /** Who undertakes it; absent when the passage does not say. */
  owner: named.optional(),
  /** For, with or towards whom, in the words that say so; absent when unsaid. Names of things are no such words. */
  towards: named.optional(),
});
export type Commitment = z.infer<typeof commitment>;

/** One clause of an agreement, or a paragraph that belongs to it outside the clauses. */
export const clause = z.strictObject({
  formerIds,
  /** `clause`; `mechanism` for what the article reports of its working, outside the areas. */
  kind: z.enum(['clause', 'mechanism']),
  /** The area of the agreement; absent for what stands outside the areas. */
  area: id.optional(),
  /** Position within its area, counted by us from 1; never shown as the source's own number. */
  order: z.number().int().positive(),
  /** The number the source itself prints; absent where it prints none. */
  label: words.optional(),
  /** The passage that holds its words. */
  passage: passageRef,
  /** A few of its own words, verbatim, by which lists name it. */
  excerpt: words,
  /** Whom the article gives as its source, for what is not rendered as the agreement's own wording. */
  attribution: evidence.optional(),
  themes: idList,
  /** Places the passage names. */
  regions: idList.optional(),
  commitments: z.array(commitment).min(1),
  care,
});
export type Clause = z.infer<typeof clause>;
