import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { judgeContent, recordProblems } from '../../../scripts/content-problems.ts';
import { checkGraph } from '../../../src/graph/checks/all.ts';
import { entriesBesideDrafts, withoutDrafts } from '../../../src/graph/drafts.ts';
import { buildGraph, entriesOf, keyOf, type Graph } from '../../../src/graph/graph.ts';
import { publishedAddresses } from '../../../src/graph/published-addresses.ts';
import { collectionNames, isOf, type Entry } from '../../../src/model/collections.ts';
import { readContent } from '../../../src/read/content.ts';
import { addArticle } from '../../helpers/draft-article.ts';
import { projectRoot } from '../../helpers/built-site.ts';
import { edit, withProject } from './fixture-project.ts';

/** Everything the site could be made from, as text; the way it was made does not count. */
function written(graph: Graph): string {
  const entries = collectionNames.flatMap((name): Entry[] => entriesOf(graph, name));
  return JSON.stringify([entries, [...graph.passages], [...graph.backlinks.keys()], graph.declared], null, 1);
}

const judged = (root: string) => judgeContent(readContent(root), root);
const codesOf = (problems: readonly { code: string; file: string }[]): string[] =>
  problems.map(({ code, file }) => `${file} ${code}`);

describe('a draft', () => {
  it('leaves the record as it is without it, and what rests on it', () => {
    const without = withProject((root) => judged(root).published);
    const withDraft = withProject((root) => {
      addArticle(root, { draft: true });
      return judged(root);
    });
    expect(codesOf(withDraft.problems)).toEqual([]);
    expect(written(withDraft.published)).toBe(written(without));
    expect(publishedAddresses(withDraft.published, [])).toEqual(publishedAddresses(without, []));
    expect(written(withDraft.graph)).not.toBe(written(without));
  });

  it('is published whole with what rests on it once it is none', () => {
    const { problems, published, notes } = withProject((root) => {
      addArticle(root, { draft: false });
      return judged(root);
    });
    expect(published.collections.get('sources')?.size).toBe(2);
    expect(notes).toEqual([]);
    expect(codesOf(problems)).toEqual([
      'content/changes.yaml change-missing',
      'content/ids.ledger ledger-missing',
    ]);
  });

  it('is checked like any other: a quote that does not stand in it is a problem', () => {
    const problems = withProject((root) => {
      addArticle(root, { draft: true });
      edit(root, 'content/figures/keliu-8.mdx', '客流8万', '客流9万');
      return judged(root).problems;
    });
    expect(codesOf(problems)).toContain('content/figures/keliu-8.mdx quote-not-found');
  });

  it('is told what it still lacks without failing: sentences and numbers', () => {
    const { problems, notes } = withProject((root) => {
      addArticle(root, { draft: true });
      for (const file of ['figures/keliu-8.mdx', 'themes/keliu.mdx']) rmSync(join(root, 'content', file));
      return judged(root);
    });
    expect(codesOf(problems)).toEqual([]);
    expect(codesOf(notes)).toEqual([
      'content/sources/tongche-2022/coverage.yaml coverage-gap',
      'content/numbers.yaml number-gap',
    ]);
  });

  it('is named with the published entries that quote it too', () => {
    const { graph, published } = withProject((root) => {
      addArticle(root, { draft: true });
      return judged(root);
    });
    expect(entriesBesideDrafts(graph, published).map(keyOf)).toEqual([
      'regions/songlan',
      'projects/yunsong-kuaixian',
    ]);
  });

  it('takes an alias along that it alone prints', () => {
    const aliases = withProject((root) => {
      addArticle(root, { draft: true });
      edit(
        root,
        'content/projects/yunsong-kuaixian.mdx',
        'kind: rail',
        'aliases: [快线, 快线全线]\nkind: rail',
      );
      const { graph } = recordProblems(readContent(root));
      return withoutDrafts(graph).collections.get('projects')?.get('yunsong-kuaixian')?.data;
    });
    expect(aliases).toMatchObject({ aliases: ['快线'] });
  });
});

describe('the record without any one of its articles', () => {
  const content = readContent(`${projectRoot}/`);
  const articles = content.entries.filter((entry) => isOf(entry, 'sources'));

  test.each(articles.map(({ id }) => id))('%s stands, and nothing in it quotes the article', (id) => {
    const entries = content.entries.map((entry): Entry =>
      isOf(entry, 'sources') && entry.id === id ? { ...entry, data: { ...entry.data, draft: true } } : entry,
    );
    const published = withoutDrafts(buildGraph({ ...content, entries }));
    expect(published.quotes.filter(({ passage }) => passage.startsWith(`${id}#`))).toEqual([]);
    expect([...published.passages.keys()].filter((ref) => ref.startsWith(`${id}#`))).toEqual([]);
    const faults = checkGraph(published).map(({ code, file }) => `${file} ${code}`);
    expect(faults.filter((fault) => !fault.endsWith('mention-needless'))).toEqual([]);
  });

  it('is itself when there is no draft', () => {
    const graph = buildGraph(content);
    expect(withoutDrafts(graph)).toBe(graph);
  });
});
