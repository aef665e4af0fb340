import { describe, expect, it } from 'vitest';
import { chainsOf, chainsWith } from '../../../src/graph/chains.ts';
import { echoOf, isTopical, laterHops } from '../../../src/graph/echoes.ts';
import { buildGraph, entriesOf, getEntry } from '../../../src/graph/graph.ts';
import { readContent } from '../../../src/read/content.ts';

const graph = buildGraph(readContent(`${process.cwd()}/`));
const chains = chainsOf(graph);
const clauses = entriesOf(graph, 'clauses').filter(({ data }) => data.kind === 'clause');
const hopsOf = (clause: (typeof clauses)[number]) => laterHops(graph, chains, clause);

describe('what later articles print of a clause', () => {
  it('is later than the clause, from another article, each place once', () => {
    for (const clause of clauses) {
      const hops = hopsOf(clause);
      expect(hops.every(({ date }) => date.value > '2017-08-18')).toBe(true);
      expect(hops.every(({ source }) => !clause.data.passage.startsWith(`${source}#`))).toBe(true);
      const places = hops.map(({ evidence, stretch }) => `${evidence.passage} ${String(stretch.start)}`);
      expect(new Set(places).size, clause.id).toBe(places.length);
    }
  });

  it('stands in a chain of the clause’s own words or commitments', () => {
    for (const clause of clauses) {
      const own = chainsWith(graph, chains, clause).flatMap(({ chain, isByTopic }) =>
        isByTopic ? [] : chain.hops,
      );
      const quotes = own.map(({ evidence }) => `${evidence.passage} ${evidence.quote}`);
      const later = hopsOf(clause).map(({ evidence }) => `${evidence.passage} ${evidence.quote}`);
      expect(quotes, clause.id).toEqual(expect.arrayContaining(later));
    }
  });

  it('is an echo by topic alone only where nothing firmer comes back, and none where nothing does', () => {
    for (const clause of clauses) {
      const hops = hopsOf(clause);
      const firm = hops.filter((hop) => !isTopical(hop));
      expect(echoOf(hops)).toBe(hops.length === 0 ? 'none' : firm.length > 0 ? 'found' : 'topical');
    }
    expect(new Set(clauses.map((clause) => echoOf(hopsOf(clause))))).toEqual(
      new Set(['found', 'topical', 'none']),
    );
  });

  it('finds the school built turnkey in the plan of 2019, and nothing of the fund', () => {
    const clause = (id: string) => getEntry(graph, 'clauses', `xiongan-zhanlue-hezuo-2017/${id}`);
    expect(hopsOf(clause('gonggong-fuwu-2')).map(({ lane }) => lane)).toContain('planned');
    expect(hopsOf(clause('chuangxin-4'))).toEqual([]);
  });
});
