import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAtom, type Feed } from '../../../src/lib/atom.ts';

const entry = {
  name: 'ben/geng-zheng/1',
  title: '更正：“甲”<乙>',
  href: '/corrections/#1',
  updated: '2026-11-20',
  summary: '原来：甲&乙\n现在：丙',
};
const feed: Feed = {
  name: 'ben/geng-zheng',
  language: 'zh-CN',
  title: '更正',
  author: '本站',
  self: '/corrections.xml',
  page: '/corrections/',
  updated: '2026-11-20',
  entries: [entry],
};

const idsOf = (xml: string): string[] => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id ?? '');

describe('a feed', () => {
  it('has what RFC 4287 asks for, once: ID, title, time, author and its own address; each entry its own', async () => {
    const xml = await toAtom(feed);
    const [head = '', ...entries] = xml.split('<entry>');
    for (const each of ['<id>', '<title>', '<updated>', '<author><name>', 'rel="self"', 'rel="alternate"']) {
      expect(head.split(each).length - 1, each).toBe(1);
    }
    expect(entries.length).toBe(1);
    for (const each of ['<id>', '<title>', '<updated>', 'rel="alternate"', '<summary>']) {
      expect(entries[0]?.split(each).length, each).toBe(2);
    }
    expect(xml).toContain('<updated>2026-11-20T00:00:00+08:00</updated>');
    expect(xml).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="zh-CN">/,
    );
  });

  it('names things for ever by what they are, wherever the site stands', async () => {
    const here = idsOf(await toAtom(feed));
    const there = { ...entry, href: 'https://example.org/corrections/#1' };
    expect(
      idsOf(await toAtom({ ...feed, self: 'https://example.org/corrections.xml', entries: [there] })),
    ).toEqual(here);
    expect(new Set(here).size).toBe(2);
    for (const id of here) {
      expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(here).toEqual([
      'urn:uuid:92acdfe5-1c0f-8b3d-8408-c6dc9386edaf',
      'urn:uuid:702858e2-2df4-868e-817e-2ba30c00ae6d',
    ]);
  });

  it('keeps every character of its words, whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (words) => {
        const xml = await toAtom({ ...feed, entries: [{ ...entry, summary: `始${words}终` }] });
        const printed = /<summary>([\s\S]*)<\/summary>/.exec(xml)?.[1] ?? '';
        expect(printed).not.toMatch(/<|&(?!amp;|lt;|gt;|quot;)/);
        const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' } as const;
        const read = printed.replaceAll(
          /&(?:lt|gt|quot|amp);/g,
          (name) => entities[name as keyof typeof entities],
        );
        expect(read).toBe(`始${words}终`);
      }),
      { numRuns: 50 },
    );
  });
});
