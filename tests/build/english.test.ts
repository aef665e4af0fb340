import { expect, test } from 'vitest';
import { idsToTranslate } from '../../src/graph/checks/english.ts';
import { buildGraph } from '../../src/graph/graph.ts';
import { attributeOf, textContentOf } from '../../src/lib/html.ts';
import { englishKinds } from '../../src/model/english.ts';
import { readContent } from '../../src/read/content.ts';
import { pageAt, projectRoot, withAttribute } from '../helpers/built-site.ts';

const content = readContent(projectRoot);
const graph = buildGraph(content);

/** What a page says in English, element by element. */
function englishAt(address: string): string[] {
  return withAttribute(pageAt(address).tree, 'lang')
    .filter((element) => attributeOf(element, 'lang') === 'en')
    .map((element) => textContentOf(element).trim());
}

test.each(englishKinds)('each page of the %s says in English what it is about', (kind) => {
  for (const id of idsToTranslate(graph, kind)) {
    expect(englishAt(`/${kind}/${id}/`), id).toEqual([content.english[kind]?.[id]]);
  }
});

test('the English page gives every abstract', () => {
  const page = englishAt('/en/').join('\n');
  for (const kind of englishKinds) {
    for (const text of Object.values(content.english[kind] ?? {})) expect(page).toContain(text);
  }
});
