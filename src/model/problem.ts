import type { CollectionName } from './collections.ts';

/** What each kind of problem carries. The code is the key; `graph/catalogue.ts` holds its wording. */
export interface ProblemDetails {
  'file-misplaced': { expected: string };
  'file-unreadable': { reason: string };
  'front-matter-missing': { expected: string };
  'yaml-invalid': { reason: string };
  'field-unknown': { field: string; nearest?: string; allowed: string };
  'field-missing': { field: string };
  'field-invalid': { field: string; value: string; expected: string };
  'date-unquoted': { field: string; value: string };
  'id-malformed': { id: string };
  'id-duplicate': { id: string; where: string };
  'title-duplicate': { title: string; other: string };
  'reference-dangling': { field: string; id: string; collection: CollectionName; nearest?: string };
  'reference-wrong-kind': { field: string; id: string; collection: CollectionName; actual: CollectionName };
  'region-cycle': { cycle: string };
  'passage-unknown': { passage: string; nearest?: string };
  'quote-not-found': { quote: string; passage: string; elsewhere?: string; nearest?: string };
  'quote-ambiguous': { quote: string; passage: string; count: number };
  'quote-context-needless': { quote: string; passage: string };
  'wording-not-printed': { field: string; wording: string; where: string };
  'role-not-printed': { title: string; name: string; quote: string };
  'region-not-printed': { region: string; names: string; passage: string };
  'name-not-printed': { as: string; id: string; names: string };
  'clause-out-of-order': { area: string; expected: number; found: string };
  'clause-area': { reason: string };
  'clause-voice': { passage: string; voice: string };
  'reference-former': { field: string; id: string; now: string };
  'link-dangling': { to: string; nearest?: string };
  'link-words': { to: string; of: string };
  'identity-merged': { name: string; other: string };
  'entry-orphaned': { id: string };
  'deadline-undated': { reason: string };
  'progress-voice': { kind: string; passage: string; voice: string };
  'progress-order': { earlier: string; later: string };
  'statement-voice': { kind: string; passage: string; voice: string };
  'statement-speaker': { reason: string };
  'figure-voice': { kind: string; passage: string; voice: string };
  'figure-beside': { id: string; other: string };
  'figure-number': { number: string; count: number };
  'work-point-plan': { reason: string };
  'mention-needless': { name: string; reason: string };
  'coverage-gap': { sentence: string; passage: string };
  'coverage-needless': { quote: string; reason: string };
  'number-gap': { words: string; passage: string };
  'number-needless': { words: string };
  'english-unknown': { id: string; nearest?: string };
  'change-missing': { article: string };
  'raw-missing': { expected: string };
  'raw-changed': { expected: string; found: string };
  'raw-undecodable': { encoding: string; byte: number };
  'repair-unmatched': { act: string; place: string; reason: string };
  'repair-passages': { listed: string; found: string };
  'conservation-broken': { reason: string };
  'generated-stale': { reason: string };
  'ledger-missing': { addresses: string; count: number };
  'ledger-lost': { address: string; towards?: string; renamed?: string };
  'ledger-rewritten': { address: string; revision: string };
  'address-unknown': { address: string; nearest?: string };
  'address-duplicate': { address: string; where: string };
  'address-reused': { address: string; lands?: string };
  'address-dangling': { address: string; nearest?: string };
  'correction-unknown': { entry: string; nearest?: string };
  'correction-order': { earlier: string; later: string };
  'site-unregistered': { address: string };
  'site-missing': { address: string };
}

export type ProblemCode = keyof ProblemDetails;

/** Where in its file a problem lies. `unknown` is a state of its own, never line 0. */
export type Place =
  | { readonly kind: 'path'; readonly path: readonly (string | number)[] }
  | { readonly kind: 'position'; readonly line: number; readonly column: number }
  | { readonly kind: 'unknown' };

/** One thing that is wrong. Problems are collected and shown all at once; none is only a warning. */
export type Problem = {
  [Code in ProblemCode]: {
    readonly code: Code;
    /** Path from the project root. */
    readonly file: string;
    readonly at: Place;
    readonly details: ProblemDetails[Code];
  };
}[ProblemCode];

/** A problem at a field of a file's YAML. */
export function problemAt<Code extends ProblemCode>(
  code: Code,
  file: string,
  path: readonly (string | number)[],
  details: ProblemDetails[Code],
): Problem {
  return { code, file, at: { kind: 'path', path }, details } as Problem;
}

/** A problem at a line and column, counted from 1. */
export function problemOn<Code extends ProblemCode>(
  code: Code,
  file: string,
  line: number,
  column: number,
  details: ProblemDetails[Code],
): Problem {
  return { code, file, at: { kind: 'position', line, column }, details } as Problem;
}
