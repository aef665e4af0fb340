import { problemAt, problemOn, type Problem } from '../../model/problem.ts';

/** The ledger as it is now, what the site would publish, and the ledgers of earlier revisions. */
export interface LedgerState {
  readonly file: string;
  /** Lines of the ledger, one address each. */
  readonly ledger: readonly string[];
  /** Every address the site publishes now. */
  readonly published: readonly string[];
  /** The ledger as other revisions hold it, by the revision's name. */
  readonly earlier: readonly { readonly revision: string; readonly ledger: readonly string[] }[];
}

/** A link never dies: the ledger only grows, holds every address published, and each one still exists. */
export function checkLedger({ file, ledger, published, earlier }: LedgerState): Problem[] {
  // An address that an earlier ledger held is not new: its line was taken out, which is reported as such.
  const known = new Set([...ledger, ...earlier.flatMap((before) => before.ledger)]);
  const alive = new Set(published);
  const fresh = published.filter((address) => !known.has(address));
  const shown = fresh.slice(0, 5).join('、') + (fresh.length > 5 ? ' 等' : '');
  return [
    ...(fresh.length === 0
      ? []
      : [problemAt('ledger-missing', file, [], { addresses: shown, count: fresh.length })]),
    ...ledger.flatMap((address, index) =>
      alive.has(address) ? [] : [problemOn('ledger-lost', file, index + 1, 1, { address })],
    ),
    ...rewrittenLines(ledger, earlier).map(({ index, ...details }) =>
      problemOn('ledger-rewritten', file, index + 1, 1, details),
    ),
  ];
}

/** For each revision the first line that is no longer as it was; a line that several held counts once. */
function rewrittenLines(
  ledger: readonly string[],
  earlier: LedgerState['earlier'],
): { index: number; address: string; revision: string }[] {
  return earlier
    .flatMap(({ revision, ledger: before }) => {
      const index = before.findIndex((address, at) => ledger[at] !== address);
      const address = before[index];
      return address === undefined ? [] : [{ index, address, revision }];
    })
    .filter(({ index }, nth, all) => all.findIndex((other) => other.index === index) === nth);
}
