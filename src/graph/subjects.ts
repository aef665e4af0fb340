import { isOf, type Entry } from '../model/collections.ts';
import { findByKey, keyOf, type Graph } from './graph.ts';
import type { Span } from './quotes.ts';
import { eventsOf, ownWords, sayingsOf, type Saying } from './sayings.ts';
import { holds, lengthOf } from './stretches.ts';

/** What a chain is about: a project; else a commitment or an entry that a link leads to. */
export interface Subject {
  /** The chain's address; unique. */
  readonly id: string;
  /** `projects/x`, `clauses/x/y#c1`, `statements/x` … */
  readonly key: string;
  /** What is said of itself: a project's events; else its own words. */
  readonly own: readonly Saying[];
  /** Of one commitment of several: the words of it that a link names, and the projects it is about. */
  readonly named?: { readonly words: string; readonly projects: readonly string[] };
}

/** A project with its events. */
export function projectSubject(graph: Graph, project: Entry<'projects'>): Subject {
  return { id: project.id, key: keyOf(project), own: eventsOf(graph, project) };
}

/** An entry with the words that stand for it. */
export function entrySubject(graph: Graph, entry: Entry): Subject {
  return { id: entry.id.replace('/', '-'), key: keyOf(entry), own: ownWords(graph, entry) };
}

/** The shortest of several commitments of a clause or work point that holds the words; else the entry itself. */
export function commitmentAt(graph: Graph, entry: Entry, place: Saying | undefined): Subject {
  const whole = entrySubject(graph, entry);
  if (place === undefined) return whole;
  if (!isOf(entry, 'clauses') && !isOf(entry, 'work-points')) return { ...whole, own: [place] };
  const { passage, commitments } = entry.data;
  if (commitments.length === 1) return whole;
  const [shortest] = commitments
    .flatMap(({ id, quote }) =>
      sayingsOf(graph, entry, [{ passage, quote }]).map((saying) => ({ id, saying })),
    )
    .filter(({ saying }) => holds(saying.stretch, place.stretch))
    .sort((a, b) => lengthOf(a.saying.stretch) - lengthOf(b.saying.stretch));
  if (shortest === undefined) return { ...whole, own: [place] };
  return {
    id: `${whole.id}-${shortest.id}`,
    key: `${whole.key}#${shortest.id}`,
    own: [shortest.saying],
    named: { words: place.evidence.quote, projects: projectsAt(graph, shortest.saying).map(keyOf) },
  };
}

/**
 * The projects that words are about: those whose event ends within them; else those whose event holds them. Quotes
 * that share a verb nest, and a project is what its quote ends on.
 */
export function projectsAt(graph: Graph, { evidence, stretch }: Saying): Entry<'projects'>[] {
  const spans = (graph.spans.get(evidence.passage) ?? []).filter(
    ({ quote }) => quote.entry.collection === 'projects' && quote.path[0] === 'progress',
  );
  const ending = spans.filter(({ end }) => stretch.start < end && end <= stretch.end);
  const found: readonly Span[] = ending.length > 0 ? ending : spans.filter((span) => holds(span, stretch));
  return [...new Set(found.map(({ quote }) => quote.entry as Entry<'projects'>))];
}

/** The entry a subject's key names; throws when there is none, which the checks rule out. */
export function getEntryOfSubject(graph: Graph, key: string): Entry {
  const entry = findByKey(graph, entryOfSubject(key));
  if (entry === undefined) throw new Error(`no subject "${key}"`);
  return entry;
}

/** `clauses/x/y` of `clauses/x/y#c1`. */
export function entryOfSubject(key: string): string {
  return key.split('#')[0] ?? '';
}
