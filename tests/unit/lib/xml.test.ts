import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { toAtom } from '../../../src/lib/atom.ts';
import { toJsonLd } from '../../../src/lib/json-ld.ts';
import { siteMap } from '../../../src/lib/site-map.ts';
import { escapeXml } from '../../../src/lib/xml.ts';
import { childrenNamed, readXml } from '../../helpers/xml.ts';

test('any text in XML is read back as it was, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const kept = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
      const read = readXml(
        `<?xml version="1.0" encoding="UTF-8"?>\n<a b="${escapeXml(text)}">${escapeXml(text)}</a>`,
      );
      expect([read.text, read.attributes['b']]).toEqual([kept, kept]);
    }),
  );
});

describe('a feed', () => {
  const entry = { id: 'urn:uuid:1', title: '收录<甲>', summary: '“甲”&乙', page: '/a/', date: '2026-11-20' };
  const feed = readXml(
    toAtom({
      id: 'urn:uuid:0',
      title: '更新',
      subtitle: '按日',
      language: 'zh-CN',
      self: '/feed.xml',
      page: '/',
      author: '编者',
      updated: '2026-11-20',
      entries: [entry],
    }),
  );
  const textOf = (name: string): string | undefined => childrenNamed(feed, name)[0]?.text;

  it('says who it is, where it is and when it changed, as Atom wants', () => {
    expect([feed.name, feed.attributes['xmlns']]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    expect([textOf('id'), textOf('title'), textOf('updated')]).toEqual([
      'urn:uuid:0',
      '更新',
      '2026-11-20T00:00:00Z',
    ]);
    expect(
      childrenNamed(feed, 'link').map(({ attributes }) => [attributes['rel'], attributes['href']]),
    ).toEqual([
      ['self', '/feed.xml'],
      ['alternate', '/'],
    ]);
  });

  it('holds its entries with their words as given', () => {
    const [own] = childrenNamed(feed, 'entry');
    expect(own?.children.map(({ name, text }) => [name, text])).toEqual([
      ['id', 'urn:uuid:1'],
      ['title', '收录<甲>'],
      ['published', '2026-11-20T00:00:00Z'],
      ['updated', '2026-11-20T00:00:00Z'],
      ['link', ''],
      ['summary', '“甲”&乙'],
    ]);
  });
});

test('the map of a site lists whole addresses in the order given', () => {
  const map = readXml(siteMap(['https://example.org/', 'https://example.org/a/?x=1&y=2']));
  expect([map.name, map.attributes['xmlns']]).toEqual([
    'urlset',
    'http://www.sitemaps.org/schemas/sitemap/0.9',
  ]);
  expect(
    map.children.map(({ name, children }) => [name, children.map((loc) => [loc.name, loc.text])]),
  ).toEqual([
    ['url', [['loc', 'https://example.org/']]],
    ['url', [['loc', 'https://example.org/a/?x=1&y=2']]],
  ]);
});

test('no text of a thing can end the element its JSON-LD stands in', () => {
  const things = [{ '@type': 'Thing', name: '</script><script>alert(1)</script><!--' }];
  const text = toJsonLd(things);
  expect(text).not.toContain('<');
  expect(JSON.parse(text)).toEqual({ '@context': 'https://schema.org', '@graph': things });
});

test.each([
  '<a/>',
  '<?xml version="1.0" encoding="UTF-8"?>\n<a>',
  '<?xml version="1.0" encoding="UTF-8"?>\n<a></b>',
  '<?xml version="1.0" encoding="UTF-8"?>\n<a>&nbsp;</a>',
  '<?xml version="1.0" encoding="UTF-8"?>\n<a>a & b</a>',
  '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1" b="2"/>',
  '<?xml version="1.0" encoding="UTF-8"?>\n<a/><a/>',
])('the reader of XML refuses %j', (source) => {
  expect(() => readXml(source)).toThrow(SyntaxError);
});
