import type { Entry } from '../model/collections.ts';
import type { Evidence } from '../model/evidence.ts';
import { entriesOf, getPassage, type Graph } from './graph.ts';

/** A person in one article: the titles it prints, and where it names the person without one. */
export interface Appearance {
  readonly source: Entry<'sources'>;
  readonly roles: NonNullable<Entry<'leaders'>['data']['roles']>;
  readonly mentions: readonly Evidence[];
}

/** Each of these articles that names the person, in the order given. A title is of its own article only. */
export function appearancesOf(
  graph: Graph,
  { data }: Entry<'leaders'>,
  sources: readonly Entry<'sources'>[],
): Appearance[] {
  return sources.flatMap((source) => {
    const isHere = ({ passage }: Evidence): boolean => getPassage(graph, passage).source === source.id;
    const roles = (data.roles ?? []).filter(({ evidence }) => isHere(evidence));
    const mentions = (data.mentions ?? []).filter(isHere);
    return roles.length + mentions.length === 0 ? [] : [{ source, roles, mentions }];
  });
}

/** The titles of an appearance, each once; none where the article prints none. */
export function titlesOf({ roles }: Appearance): string[] {
  return [...new Set(roles.map(({ title }) => title))];
}

/** People of one name who are kept apart, by name; names that only one person bears are left out. */
export function namesakes(graph: Graph): Entry<'leaders'>[][] {
  return [...Map.groupBy(entriesOf(graph, 'leaders'), ({ data }) => data.title).values()].filter(
    (people) => people.length > 1,
  );
}
