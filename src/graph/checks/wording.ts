import { countOccurrences } from '../../lib/text.ts';
import type { Entry } from '../../model/collections.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, type Graph } from '../graph.ts';

/** Every word an entry claims is printed stands in the quote or passage it is said to stand in. */
export function checkWording(graph: Graph): Problem[] {
  return [
    ...entriesOf(graph, 'clauses').flatMap((clause) => clauseWording(graph, clause)),
    ...entriesOf(graph, 'agreements').flatMap(agreementWording),
    ...entriesOf(graph, 'sources').flatMap(sourceWording),
  ];
}

/** A leader's title and name both stand in the words quoted for the role. */
export function checkRoles(graph: Graph): Problem[] {
  const roles = entriesOf(graph, 'leaders').flatMap(({ file, data }) =>
    (data.roles ?? []).flatMap((role, index) =>
      roleProblem(file, ['roles', index, 'title'], role.title, data.title, role.evidence.quote),
    ),
  );
  const signatories = entriesOf(graph, 'agreements').flatMap(({ file, data }) =>
    (data.signatories ?? []).flatMap(({ leader, title, evidence }, index) => {
      const name = graph.collections.get('leaders')?.get(leader)?.data;
      if (name === undefined || !('title' in name)) return [];
      return roleProblem(file, ['signatories', index, 'title'], title, name.title, evidence.quote);
    }),
  );
  return [...roles, ...signatories];
}

function roleProblem(
  file: string,
  path: readonly (string | number)[],
  title: string,
  name: string,
  quote: string,
): Problem[] {
  if (quote.includes(title) && quote.includes(name)) return [];
  return [problemAt('role-not-printed', file, path, { title, name, quote })];
}

function clauseWording(graph: Graph, { file, data }: Entry<'clauses'>): Problem[] {
  const text = graph.passages.get(data.passage)?.passage.text;
  if (text === undefined) return [];
  const passage = `段落 ${data.passage} `;
  const excerpt =
    countOccurrences(text, data.excerpt) === 1 ? [] : [missing(file, ['excerpt'], data.excerpt, passage)];
  const commitments = data.commitments.flatMap(({ quote, modality, number, deadline, owner }, index) => {
    const base = ['commitments', index];
    const inQuote: [string[], string | undefined][] = [
      [['modality', 'wording'], 'wording' in modality ? modality.wording : undefined],
      [['number'], number],
      [['deadline'], deadline],
    ];
    return [
      ...inQuote.flatMap(([path, words]) =>
        words === undefined || quote.includes(words)
          ? []
          : [missing(file, [...base, ...path], words, '引文')],
      ),
      ...(owner === undefined || text.includes(owner.as)
        ? []
        : [missing(file, [...base, 'owner', 'as'], owner.as, passage)]),
    ];
  });
  return [...excerpt, ...commitments];
}

function agreementWording({ file, data }: Entry<'agreements'>): Problem[] {
  const quotes = data.evidence.map(({ quote }) => quote).join('\n');
  const title = quotes.includes(data.fullTitle) ? [] : [missing(file, ['fullTitle'], data.fullTitle, '引文')];
  const parties = data.parties.flatMap(({ name, evidence }, index) =>
    evidence.quote.includes(name) ? [] : [missing(file, ['parties', index, 'name'], name, '引文')],
  );
  const areas = (data.areas ?? []).flatMap(({ label, evidence }, index) =>
    evidence.quote.includes(label) ? [] : [missing(file, ['areas', index, 'label'], label, '引文')],
  );
  return [...title, ...parties, ...areas];
}

function sourceWording({ file, data }: Entry<'sources'>): Problem[] {
  const printed = data.evidence.some(({ quote }) => quote.includes(data.title));
  return printed ? [] : [missing(file, ['title'], data.title, '引文')];
}

function missing(file: string, path: readonly (string | number)[], wording: string, where: string): Problem {
  return problemAt('wording-not-printed', file, path, { field: path.join('.'), wording, where });
}
