import { tabulate, type Table } from '../lib/tabulate.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { Commitment, Named } from '../model/clause.ts';
import type { Entry } from '../model/collections.ts';

/** A commitment with the clause or work point that holds it. */
export interface Obligation {
  readonly entry: Entry<'clauses'> | Entry<'work-points'>;
  readonly commitment: Commitment;
}

/** Where nobody is named, and where bodies are named but no place. Neither can be the ID of a region. */
export const unsaid = '';
export const bodiesOnly = '*';

/** Every commitment of these clauses and work points, in their order. */
export function obligationsOf(entries: readonly Obligation['entry'][]): Obligation[] {
  return entries.flatMap((entry) => entry.data.commitments.map((commitment) => ({ entry, commitment })));
}

/**
 * Who undertakes something, as one key: the region's ID; several that undertake it together joined by `+`,
 * so that nothing done jointly counts as done by each.
 */
export function actorOf({ commitment }: Obligation): string {
  return [...placesOf(commitment.owner)].sort(byCodeUnit).join('+');
}

/** Towards whom by whom: a commitment that names several places stands in the row of each. */
export function byPlace(obligations: readonly Obligation[]): Table<Obligation> {
  return tabulate(
    obligations,
    ({ commitment }) => placesOf(commitment.towards),
    (obligation) => [actorOf(obligation)],
  );
}

/** On what by whom: a clause or work point of several themes stands in the row of each. */
export function byTheme(obligations: readonly Obligation[]): Table<Obligation> {
  return tabulate(
    obligations,
    ({ entry }) => entry.data.themes,
    (obligation) => [actorOf(obligation)],
  );
}

function placesOf(named: Named | undefined): readonly string[] {
  if (named === undefined) return [unsaid];
  return named.regions ?? [bodiesOnly];
}
