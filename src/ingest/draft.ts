import type { Encoding } from '../lib/decode.ts';
import type { Passage } from '../model/passage.ts';
import type { Repairs } from '../model/repairs.ts';
import type { SourceDeclaration } from '../model/source.ts';
import type { ProposedActs } from './acts.ts';
import type { Candidate } from './candidates.ts';
import type { LikelyCommitment } from './commitments.ts';
import type { FoundFigure } from './figures.ts';
import type { KnownName } from './known-names.ts';
import type { Label } from './labels.ts';
import type { Layout } from './layout.ts';
import type { NumberedText } from './quoting.ts';
import type { SelfDescription } from './printed.ts';

/** What an editor says beforehand; everything else is read from the file. */
export interface Wishes {
  readonly id?: string | undefined;
  readonly encoding?: Encoding | undefined;
  /** A date the file does not print, with the reason for it. */
  readonly date?: { readonly value: string; readonly reason: string } | undefined;
  readonly by: string;
  readonly on: string;
}

/** A passage of the draft, with the number it prints. */
export interface DraftPassage extends NumberedText {
  readonly lines: string;
  readonly kind: Passage['kind'];
  readonly label?: Label;
}

/** The source block of a draft: what was not found is not there. */
export type DraftDeclaration = Omit<SourceDeclaration, 'title' | 'evidence' | 'date'> &
  Partial<Pick<SourceDeclaration, 'title' | 'evidence' | 'date'>>;

/** A source as ingest proposes it, with all that an editor needs to judge it. */
export interface Draft {
  readonly kind: 'draft';
  readonly id: string;
  readonly encoding: Encoding;
  readonly encodingWhy: string;
  readonly layout: Layout;
  readonly declaration: DraftDeclaration;
  readonly raw: Repairs['raw'];
  readonly acts: ProposedActs;
  readonly passages: readonly DraftPassage[];
  readonly self: SelfDescription;
  /** Other lines that may be the title. */
  readonly otherTitles: readonly string[];
  /** What the page's own `<title>` says; no words of the text. */
  readonly pageTitle?: string;
  /** Characters that each mechanical rule took out or changed. */
  readonly rules: Readonly<Record<string, number>>;
  readonly scripts: number;
  readonly several: readonly string[];
  readonly names: readonly KnownName[];
  readonly candidates: readonly Candidate[];
  readonly figures: readonly FoundFigure[];
  readonly commitments: readonly LikelyCommitment[];
  /** Fields an editor must fill in before the draft can be generated. */
  readonly missing: readonly ('title' | 'date')[];
}

/** The source block: only what is printed, or what an editor said with a reason. */
export function declare(self: SelfDescription, layout: Layout, wishes: Wishes): DraftDeclaration {
  const { title, date, publisher, reprintedFrom, documentNumber, authors } = self;
  const stated = (printed: typeof publisher) =>
    printed === undefined
      ? undefined
      : { name: printed.value, basis: 'stated' as const, evidence: printed.evidence };
  const isOfficial = documentNumber !== undefined || layout.name === 'statute';
  return {
    draft: true,
    ...(title === undefined ? {} : { title: title.value, evidence: [title.evidence] }),
    kind: 'news',
    grade: isOfficial ? 'official-text' : 'reporter',
    ...(authors.length === 0
      ? {}
      : { authors: authors.map(({ value, evidence }) => ({ name: value, evidence })) }),
    ...(documentNumber === undefined
      ? {}
      : { documentNumber: { number: documentNumber.value, evidence: documentNumber.evidence } }),
    ...(publisher === undefined ? {} : { publisher: stated(publisher) }),
    ...(reprintedFrom === undefined ? {} : { reprintedFrom: stated(reprintedFrom) }),
    ...dateOf(date, wishes.date),
    dateOf: 'publication',
    parts: [{ id: 'a', ...(title === undefined ? {} : { title: title.value }) }],
    rights: '原文版权归原发表媒体及作者所有，本站为研究与核对引用。',
    publish: 'quotes',
    care: { coded: { by: wishes.by, on: wishes.on } },
  };
}

function dateOf(printed: SelfDescription['date'], given: Wishes['date']): Pick<DraftDeclaration, 'date'> {
  if (given !== undefined) return { date: { value: given.value, basis: 'inferred', reason: given.reason } };
  if (printed === undefined) return {};
  const { value, evidence, reason } = printed;
  return {
    date:
      reason === undefined
        ? { value, basis: 'stated', evidence }
        : { value, basis: 'inferred', reason, evidence },
  };
}
