import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAtom, type Feed } from '../../../src/lib/atom.ts';

const entry = {
  id: 'urn:uuid:702858e2-2df4-868e-817e-2ba30c00ae6d',
  title: '更正：“甲”<乙>',
  page: '/corrections/#1',
  date: '2026-11-20',
  summary: '原来：甲&乙\n现在：丙',
};
const feed: Feed = {
  id: 'urn:uuid:92acdfe5-1c0f-8b3d-8408-c6dc9386edaf',
  language: 'zh-CN',
  title: '更正',
  subtitle: '改过的地方',
  author: '本站',
  self: '/corrections.xml',
  page: '/corrections/',
  updated: '2026-11-20',
  entries: [entry],
};

describe('a feed', () => {
  it('has what RFC 4287 asks for, once: ID, title, time, author and its own address; each entry its own', () => {
    const xml = toAtom(feed);
    const [head = '', ...entries] = xml.split('<entry>');
    for (const each of ['<id>', '<title>', '<updated>', '<author><name>', 'rel="self"', 'rel="alternate"']) {
      expect(head.split(each).length - 1, each).toBe(1);
    }
    expect(entries.length).toBe(1);
    for (const each of ['<id>', '<title>', '<updated>', 'rel="alternate"', '<summary>']) {
      expect(entries[0]?.split(each).length, each).toBe(2);
    }
    expect(xml).toContain('<updated>2026-11-20T00:00:00Z</updated>');
    expect(xml).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="zh-CN">/,
    );
  });

  it('keeps every character of its words, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const xml = toAtom({ ...feed, entries: [{ ...entry, summary: `始${words}终` }] });
        const printed = /<summary>([\s\S]*)<\/summary>/.exec(xml)?.[1] ?? '';
        expect(printed).not.toMatch(/<|&(?!amp;|lt;|gt;|quot;|apos;|#)/);
        const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' } as const;
        const read = printed.replaceAll(
          /&(?:lt|gt|quot|apos|amp);/g,
          (name) => entities[name as keyof typeof entities],
        );
        expect(read).toBe(`始${words}终`);
      }),
      { numRuns: 50 },
    );
  });
});
