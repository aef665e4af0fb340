import { describe, expect, it } from 'vitest';
import {
  actorOf,
  bodiesOnly,
  byPlace,
  byTheme,
  obligationsOf,
  unsaid,
  type Obligation,
} from '../../../src/graph/obligations.ts';
import type { Commitment } from '../../../src/model/clause.ts';
import { clause } from './made-corpus.ts';

const commitment = (id: string, named: Pick<Commitment, 'owner' | 'towards'>): Commitment => ({
  id,
  quote: id,
  modality: { level: 'plain' },
  ...named,
});

const both = { as: '双方', regions: ['ji', 'jing'] };
const made = obligationsOf([
  clause('xieyi/lu-1', {
    themes: ['lu', 'shui'],
    commitments: [
      commitment('c1', {
        owner: { as: '京', regions: ['jing'] },
        towards: { as: '为雄', regions: ['xiong'] },
      }),
      commitment('c2', { owner: both, towards: { as: '与津雄', regions: ['jin', 'xiong'] } }),
      commitment('c3', { owner: both, towards: { as: '争取部委', organisations: ['buwei'] } }),
      commitment('c4', {}),
    ],
  }),
] as unknown as Obligation['entry'][]);

const cellsOf = (table: ReturnType<typeof byPlace>): string[] =>
  [...table].flatMap(([row, columns]) =>
    [...columns].map(
      ([column, items]) => `${column} → ${row}: ${items.map((each) => each.commitment.id).join(' ')}`,
    ),
  );

describe('who undertakes what', () => {
  it('joint actors are one, however their list is ordered; nobody named is nobody', () => {
    expect(made.map(actorOf)).toEqual(['jing', 'ji+jing', 'ji+jing', unsaid]);
  });

  it('towards several places stands in the row of each; bodies without a place and silence have rows of their own', () => {
    expect(cellsOf(byPlace(made))).toEqual([
      'jing → xiong: c1',
      'ji+jing → xiong: c2',
      'ji+jing → jin: c2',
      `ji+jing → ${bodiesOnly}: c3`,
      `${unsaid} → ${unsaid}: c4`,
    ]);
  });

  it('of a clause with two themes stands under both', () => {
    expect(cellsOf(byTheme(made))).toEqual([
      'jing → lu: c1',
      'ji+jing → lu: c2 c3',
      `${unsaid} → lu: c4`,
      'jing → shui: c1',
      'ji+jing → shui: c2 c3',
      `${unsaid} → shui: c4`,
    ]);
  });
});
