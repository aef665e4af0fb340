import { expect, it } from 'vitest';
import { buildGraph } from '../../../src/graph/graph.ts';
import { oncePerGraph } from '../../../src/graph/once.ts';

const graph = () => buildGraph({ entries: [], passages: new Map(), broken: new Set() });

it('works each graph out once, and another graph anew', () => {
  let worked = 0;
  const nth = oncePerGraph(() => (worked += 1));
  const [one, other] = [graph(), graph()];
  expect([nth(one), nth(one), nth(other), nth(one), nth(other)]).toEqual([1, 1, 2, 1, 2]);
});

it('remembers that nothing came of it', () => {
  let worked = 0;
  const nothing = oncePerGraph((): string | undefined => {
    worked += 1;
    return undefined;
  });
  const one = graph();
  const made = [nothing(one), nothing(one)];
  expect([made, worked]).toEqual([[undefined, undefined], 1]);
});
