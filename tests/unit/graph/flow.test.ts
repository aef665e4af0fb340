import { describe, expect, it } from 'vitest';
import { flowsOf } from '../../../src/graph/flow.ts';
import { buildGraph, getEntry } from '../../../src/graph/graph.ts';
import { isReported } from '../../../src/graph/unknown.ts';
import { projectsOfCommitment } from '../../../src/graph/undertakings.ts';
import { readContent } from '../../../src/read/content.ts';

const graph = buildGraph(readContent(`${process.cwd()}/`));
const agreement = flowsOf(graph, getEntry(graph, 'agreements', 'xiongan-zhanlue-hezuo-2017'));
const plan = flowsOf(graph, getEntry(graph, 'agreements', 'beijing-yaodian-2019'));

describe('the flow from clauses to reports', () => {
  it('begins with every clause and every task of an area, once', () => {
    expect(agreement.map(({ undertakings }) => undertakings.length)).toEqual([4, 2, 3, 4, 5, 2, 2]);
    const tasks = plan.flatMap(({ undertakings }) => undertakings.map(({ id }) => id));
    expect(new Set(tasks).size).toBe(tasks.length);
    expect(tasks.length).toBe([...(graph.collections.get('work-points')?.keys() ?? [])].length);
  });

  it('leads to the projects their commitments are about, each once', () => {
    for (const { undertakings, projects, area } of [...agreement, ...plan]) {
      const expected = undertakings.flatMap((entry) =>
        entry.data.commitments.flatMap((_, nth) =>
          projectsOfCommitment(graph, entry, nth).map(({ id }) => id),
        ),
      );
      expect(
        projects.map(({ id }) => id),
        area.id,
      ).toEqual([...new Set(expected)].toSorted());
    }
  });

  it('narrows to those on a plan and those reported, which are among the projects', () => {
    for (const { projects, planned, reported, area } of [...agreement, ...plan]) {
      expect(
        planned.every((project) => projects.includes(project)),
        area.id,
      ).toBe(true);
      expect(reported, area.id).toEqual(projects.filter(isReported));
    }
    expect(plan.every(({ projects, planned }) => planned.length === projects.length)).toBe(true);
    expect(agreement.some(({ projects, planned }) => planned.length < projects.length)).toBe(true);
  });
});
