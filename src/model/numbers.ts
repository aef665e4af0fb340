import { z } from 'zod';
import { words } from './id.ts';

/** Why a number in the text is no figure of the ledger: a closed list. Dates and places in an order excuse themselves. */
export const numberReasons = ['name', 'formula', 'rank', 'collective', 'indefinite', 'word'] as const;

/** `content/numbers.yaml`: expressions whose numbers count nothing that could be a figure, wherever they stand. */
export const numbers = z.strictObject({
  expressions: z.array(
    z.strictObject({
      /** The expression as printed, long enough that no real count is taken for it. */
      words,
      reason: z.enum(numberReasons),
    }),
  ),
});
export type Expressions = z.infer<typeof numbers>['expressions'];

/** Where they are written, from the project root. */
export const numbersFile = 'content/numbers.yaml';
