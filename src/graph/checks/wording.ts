import { countOccurrences } from '../../lib/text.ts';
import type { Commitment } from '../../model/clause.ts';
import type { Entry } from '../../model/collections.ts';
import type { Evidence } from '../../model/evidence.ts';
import { problemAt, type Problem } from '../../model/problem.ts';
import { entriesOf, type Graph } from '../graph.ts';

/** Every word an entry claims is printed stands in the quote or passage it is said to stand in. */
export function checkWording(graph: Graph): Problem[] {
  return [
    ...entriesOf(graph, 'clauses').flatMap((clause) => clauseWording(graph, clause)),
    ...entriesOf(graph, 'agreements').flatMap((agreement) => agreementWording(graph, agreement)),
    ...entriesOf(graph, 'work-points').flatMap((point) => workPointWording(graph, point)),
    ...entriesOf(graph, 'projects').flatMap((project) => projectWording(graph, project)),
    ...entriesOf(graph, 'figures').flatMap((figure) => figureWording(graph, figure)),
    ...entriesOf(graph, 'sources').flatMap((source) => sourceWording(graph, source)),
  ];
}

/** A quote that does not stand in its passage is reported as such; what it prints is then not judged. */
function isFound(graph: Graph, { passage, quote }: Pick<Evidence, 'passage' | 'quote'>): boolean {
  return graph.passages.get(passage)?.passage.text.includes(quote) ?? false;
}

/** A leader's title and name both stand in the words quoted for the role. */
export function checkRoles(graph: Graph): Problem[] {
  const roles = entriesOf(graph, 'leaders').flatMap(({ file, data }) =>
    (data.roles ?? []).flatMap((role, index) =>
      roleProblem(graph, file, ['roles', index, 'title'], role.title, data.title, role.evidence),
    ),
  );
  const signatories = entriesOf(graph, 'agreements').flatMap(({ file, data }) =>
    (data.signatories ?? []).flatMap(({ leader, title, evidence }, index) => {
      const name = graph.collections.get('leaders')?.get(leader)?.data;
      if (name === undefined || !('title' in name)) return [];
      return roleProblem(graph, file, ['signatories', index, 'title'], title, name.title, evidence);
    }),
  );
  return [...roles, ...signatories];
}

function roleProblem(
  graph: Graph,
  file: string,
  path: readonly (string | number)[],
  title: string,
  name: string,
  evidence: Evidence,
): Problem[] {
  const { quote } = evidence;
  if (!isFound(graph, evidence) || (quote.includes(title) && quote.includes(name))) return [];
  return [problemAt('role-not-printed', file, path, { title, name, quote })];
}

function clauseWording(graph: Graph, { file, data }: Entry<'clauses'>): Problem[] {
  const text = graph.passages.get(data.passage)?.passage.text;
  if (text === undefined) return [];
  return [
    ...excerptProblems(file, data.excerpt, data.passage, text),
    ...commitmentWording(file, data.commitments, text),
  ];
}

/** The excerpt names the clause in lists: it stands in the clause's passage, and once. */
function excerptProblems(file: string, excerpt: string, passage: string, text: string): Problem[] {
  const count = countOccurrences(text, excerpt);
  if (count === 1) return [];
  if (count === 0) return [missing(file, ['excerpt'], excerpt, `段落 ${passage} `)];
  return [problemAt('quote-ambiguous', file, ['excerpt'], { quote: excerpt, passage, count })];
}

function workPointWording(graph: Graph, { file, data }: Entry<'work-points'>): Problem[] {
  const text = graph.passages.get(data.passage)?.passage.text;
  if (text === undefined) return [];
  const isJudged = text.includes(data.quote);
  const excerpt =
    !isJudged || data.quote.includes(data.excerpt) ? [] : [missing(file, ['excerpt'], data.excerpt, '引文')];
  const outside = data.commitments.flatMap(({ quote }, index) =>
    !isJudged || !text.includes(quote) || data.quote.includes(quote)
      ? []
      : [missing(file, ['commitments', index, 'quote'], quote, '这一项工作要点的引文')],
  );
  return [...excerpt, ...outside, ...commitmentWording(file, data.commitments, text)];
}

function commitmentWording(file: string, commitments: readonly Commitment[], text: string): Problem[] {
  return commitments.flatMap(({ quote, modality, number, deadline, milestone, owner, towards }, index) => {
    if (!text.includes(quote)) return [];
    const base = ['commitments', index];
    const inQuote: [string[], string | undefined][] = [
      [['modality', 'wording'], 'wording' in modality ? modality.wording : undefined],
      [['number'], number],
      [['deadline'], deadline],
      [['milestone'], milestone],
    ];
    return [
      ...inQuote.flatMap(([path, words]) =>
        words === undefined || quote.includes(words)
          ? []
          : [missing(file, [...base, ...path], words, '引文')],
      ),
      ...Object.entries({ owner, towards }).flatMap(([field, named]) => {
        const holding = named?.quote ?? quote;
        return named === undefined || !text.includes(holding) || holding.includes(named.as)
          ? []
          : [missing(file, [...base, field, 'as'], named.as, '引文')];
      }),
    ];
  });
}

function projectWording(graph: Graph, { file, data }: Entry<'projects'>): Problem[] {
  return data.progress.flatMap(({ wording, deadline, evidence }, index) =>
    isFound(graph, evidence)
      ? Object.entries({ wording, deadline }).flatMap(([field, words]) =>
          words === undefined || evidence.quote.includes(words)
            ? []
            : [missing(file, ['progress', index, field], words, '引文')],
        )
      : [],
  );
}

function figureWording(graph: Graph, { file, data }: Entry<'figures'>): Problem[] {
  const { value, unit, comparator, evidence } = data;
  if (!isFound(graph, evidence)) return [];
  return Object.entries({ value, unit, comparator }).flatMap(([field, words]) =>
    words === undefined || evidence.quote.includes(words) ? [] : [missing(file, [field], words, '引文')],
  );
}

function agreementWording(graph: Graph, { file, data }: Entry<'agreements'>): Problem[] {
  const missingFrom = (path: readonly (string | number)[], words: string, quotes: readonly Evidence[]) =>
    isPrinted(graph, words, quotes) ? [] : [missing(file, path, words, '引文')];
  return [
    ...missingFrom(['fullTitle'], data.fullTitle, data.evidence),
    ...(data.parties ?? []).flatMap(({ name, evidence }, index) =>
      missingFrom(['parties', index, 'name'], name, [evidence]),
    ),
    ...(data.areas ?? []).flatMap(({ label, evidence }, index) =>
      missingFrom(['areas', index, 'label'], label, [evidence]),
    ),
  ];
}

/** What a citation says of an article stands in the article: title, authors, page, and names said to be stated. */
function sourceWording(graph: Graph, { file, data }: Entry<'sources'>): Problem[] {
  const { title, evidence, authors = [], page, documentNumber } = data;
  const missingFrom = (path: readonly (string | number)[], words: string, quotes: readonly Evidence[]) =>
    isPrinted(graph, words, quotes) ? [] : [missing(file, path, words, '引文')];
  const stated = (['publisher', 'reprintedFrom'] as const).flatMap((field) => {
    const attributed = data[field];
    return attributed?.basis === 'stated'
      ? missingFrom([field, 'name'], attributed.name, [attributed.evidence])
      : [];
  });
  return [
    ...missingFrom(['title'], title, evidence),
    ...authors.flatMap((author, index) =>
      missingFrom(['authors', index, 'name'], author.name, [author.evidence]),
    ),
    ...(page === undefined ? [] : missingFrom(['page', 'number'], page.number, [page.evidence])),
    ...(documentNumber === undefined
      ? []
      : missingFrom(['documentNumber', 'number'], documentNumber.number, [documentNumber.evidence])),
    ...stated,
  ];
}

/** True when one of the quotes holds the words, or when one is at fault itself and they cannot be judged. */
function isPrinted(graph: Graph, words: string, quotes: readonly Evidence[]): boolean {
  return quotes.some((evidence) => evidence.quote.includes(words) || !isFound(graph, evidence));
}

function missing(file: string, path: readonly (string | number)[], wording: string, where: string): Problem {
  return problemAt('wording-not-printed', file, path, { field: path.join('.'), wording, where });
}
