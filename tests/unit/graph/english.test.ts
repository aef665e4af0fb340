import { describe, expect, it, test } from 'vitest';
import { checkEnglish, idsToTranslate } from '../../../src/graph/checks/english.ts';
import { buildGraph } from '../../../src/graph/graph.ts';
import { english, englishKinds } from '../../../src/model/english.ts';
import { readContent } from '../../../src/read/content.ts';
import { projectRoot } from '../../../scripts/cli.ts';

const content = readContent(projectRoot);
const graph = buildGraph(content);

test.each(englishKinds)('every one of the %s has an English abstract', (kind) => {
  const written = Object.keys(content.english[kind] ?? {});
  expect(written.toSorted()).toEqual(idsToTranslate(graph, kind).toSorted());
});

describe('an abstract', () => {
  it('of something that is not there is reported with the nearest ID', () => {
    const [problem, ...others] = checkEnglish(graph, { themes: { jiaotongg: 'Transport.' } });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'english-unknown',
      at: { kind: 'path', path: ['themes', 'jiaotongg'] },
      details: { id: 'jiaotongg', nearest: 'jiaotong' },
    });
  });

  it('is a sentence without Chinese characters', () => {
    const isValid = (text: string): boolean => english.safeParse({ themes: { jiaotong: text } }).success;
    expect(isValid('Transport: railways and roads.')).toBe(true);
    expect(isValid('Transport')).toBe(false);
    expect(isValid('Transport 交通.')).toBe(false);
    expect(isValid('')).toBe(false);
  });
});
