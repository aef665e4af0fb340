import { describe, expect, it } from 'vitest';
import { buildGraph, keyOf } from '../../src/graph/graph.ts';
import { foundNames } from '../../src/graph/mentions.ts';
import { attributeOf, elementsOf, textContentOf } from '../../src/lib/html.ts';
import type { HtmlNode } from '../../src/lib/html.ts';
import { readContent } from '../../src/read/content.ts';
import { addressOf } from '../../src/routes.ts';
import { builtPages, byClass, pageAt, projectRoot, withAttribute } from '../helpers/built-site.ts';

const content = readContent(`${projectRoot}/`);
const graph = buildGraph(content);

/** "名 → /address/" for each name linked below a node. */
function linkedNames(node: HtmlNode): string[] {
  return byClass(node, 'named').map((link) => `${textContentOf(link)} → ${attributeOf(link, 'href') ?? ''}`);
}

describe('the names in the articles', () => {
  it('lead, in each passage, to what the record says they mean, the first mention of each only', () => {
    const faults: string[] = [];
    let compared = 0;
    for (const [ref, names] of foundNames(graph)) {
      const [source = '', id = ''] = ref.split('#');
      const passage = withAttribute(pageAt(`/sources/${source}/`).tree, 'data-passage').find(
        (element) => attributeOf(element, 'data-passage') === id,
      );
      const meant = names.flatMap(({ name, means }) =>
        means === undefined ? [] : [{ name, entry: means.entry }],
      );
      const first = meant.filter(
        ({ entry }, index) => meant.findIndex((other) => other.entry === entry) === index,
      );
      const expected = first.map(({ name, entry }) => `${name} → ${addressOf(entry)}`);
      compared += expected.length;
      const shown = passage === undefined ? [] : linkedNames(passage);
      if (shown.join() !== expected.join()) faults.push(`${ref}: ${shown.join('、')}`);
    }
    expect(compared).toBeGreaterThan(400);
    expect(faults).toEqual([]);
  });

  it('are linked in clauses, work points and statements, whose words stay as they are printed', () => {
    const quoted = content.entries.flatMap((entry) => {
      if (entry.collection === 'work-points' && 'quote' in entry.data)
        return [{ entry, text: entry.data.quote }];
      if (entry.collection !== 'statements' || !('evidence' in entry.data)) return [];
      return entry.data.evidence instanceof Array
        ? entry.data.evidence.map(({ quote }) => ({ entry, text: `“${quote}”` }))
        : [];
    });
    const faults = quoted.flatMap(({ entry, text }) => {
      const printed = withAttribute(pageAt(addressOf(entry)).tree, 'data-printed').map(textContentOf);
      return printed.includes(text) ? [] : [keyOf(entry)];
    });
    expect(quoted.length).toBeGreaterThan(200);
    expect(faults).toEqual([]);
    const linking = [...new Set(quoted.map(({ entry }) => addressOf(entry)))].filter(
      (address) => linkedNames(pageAt(address).tree).length > 0,
    );
    expect(linking.length).toBeGreaterThan(150);
    const clause = pageAt('/agreements/xiongan-zhanlue-hezuo-2017/jiaotong-2/').tree;
    expect(linkedNames(clause)).toEqual([
      '京雄铁路 → /projects/jing-xiong-tielu/',
      '京石城际 → /projects/jing-shi-chengji/',
      '城际铁路联络线 → /projects/chengji-tielu-lianluoxian/',
      '固保城际 → /projects/gu-bao-chengji/',
      '北京市与雄安新区直接连通的高速公路新通道 → /projects/gaosu-gonglu-xintongdao/',
      '京津冀交通“一卡通” → /projects/jiaotong-yikatong/',
      '雄安新区 → /regions/xiongan/',
    ]);
  });

  it('are linked nowhere but in the words of the articles', () => {
    const faults = builtPages().flatMap(({ address, tree }) => {
      const printed = withAttribute(tree, 'data-printed').flatMap((element) => [...elementsOf(element)]);
      return byClass(tree, 'named')
        .filter((link) => !printed.includes(link))
        .map((link) => `${address} ${textContentOf(link)}`);
    });
    expect(faults).toEqual([]);
  });
});
