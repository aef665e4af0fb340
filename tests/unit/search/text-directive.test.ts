import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textDirective, type Place } from '../../../src/search/text-directive.ts';

/** The directive of the first place where `words` stand in `text`, decoded. */
function directive(text: string, words: string, around: Partial<Place> = {}): string | undefined {
  const start = text.indexOf(words);
  const range = { start, end: start + words.length };
  const spelled = textDirective({ before: '', lead: '', text, range, ...around });
  return spelled === undefined ? undefined : decodeURIComponent(spelled);
}

const clause =
  '加快建设京雄铁路、京石城际、城际铁路联络线、固保城际等轨道交通线路，推动建设北京市与雄安新区直接连通的高速公路新通道，实现交通路网高效顺畅衔接。同时，积极推进京津冀交通“一卡通”向雄安新区延伸覆盖。';

describe('a text directive', () => {
  it('gives short words whole, as printed', () => {
    expect(directive('调整退出一般制造业企业309家', '调整退出一般制造业企业309家')).toBe(
      'text=调整退出一般制造业企业309家',
    );
  });

  it('encodes the signs it is written with', () => {
    const text = '规划-建设,A&B=100%';
    expect(textDirective({ before: '', lead: '', text, range: { start: 0, end: text.length } })).toBe(
      `text=${encodeURIComponent('规划')}%2D${encodeURIComponent('建设')}%2CA%26B%3D100%25`,
    );
  });

  it('gives long words by a beginning and an end, both cut at punctuation', () => {
    expect(directive(clause, clause)).toBe(
      'text=加快建设京雄铁路、京石城际,积极推进京津冀交通“一卡通”向雄安新区延伸覆盖。',
    );
  });

  it('gives long words whole where their end stands in them twice', () => {
    const text = `${'一二三四五六七八九十'.repeat(4)}，推动京津冀协同发展取得进展，${'甲乙丙丁戊己庚辛'.repeat(2)}，推动京津冀协同发展取得进展`;
    expect(directive(text, text)).toBe(`text=${text}`);
  });

  it('widens words cut in two: browsers find whole ones only', () => {
    expect(directive('加快铁路建设', '路建')).toBe('text=铁路建设');
  });

  it('names what leads to the block when the page holds the words before it', () => {
    const around = { before: '疏解提升市场50个 p7 原件12行', lead: '原件12行' };
    expect(directive('疏解提升市场50个', '疏解提升市场50个', around)).toBe('text=行-,疏解提升市场50个');
  });

  it('names the words before it in the block when the block holds them twice', () => {
    const text = '北京支持雄安，河北支持雄安。';
    const start = text.lastIndexOf('支持');
    const spelled = textDirective({ before: '', lead: '', text, range: { start, end: start + 2 } });
    expect(decodeURIComponent(spelled ?? '')).toBe('text=河北-,支持');
  });

  it('names what follows when what precedes stands on the page before as well', () => {
    expect(directive('北京支持雄安新区建设', '支持雄安', { before: '北京支持雄安', lead: '北京' })).toContain(
      '-',
    );
  });

  it('gives none where an earlier place cannot be told apart, and none for punctuation', () => {
    expect(directive('建设', '建设', { before: '建设', lead: '建设' })).toBe('text=建设-,建设');
    expect(directive('建设', '建设', { before: '建设。' })).toBeUndefined();
    expect(directive('建设……', '……')).toBeUndefined();
  });

  it('leads to the words and to no place before them, whatever the text', () => {
    const syllable = fc.constantFrom('北京', '天津', '河北', '建设', '，', '。', '支持', '3', '-');
    const prose = fc.array(syllable, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(prose, prose, fc.nat(), fc.nat(), (before, text, a, b) => {
        const start = a % text.length;
        const end = start + 1 + (b % (text.length - start));
        const spelled = textDirective({ before, lead: before, text, range: { start, end } });
        if (spelled === undefined) return;
        const found = firstMatch(before + text, spelled);
        expect(found).toBeDefined();
        expect(found?.start).toBeGreaterThanOrEqual(before.length);
        expect(found?.start).toBeLessThanOrEqual(before.length + start);
        expect(found?.end).toBeGreaterThanOrEqual(before.length + end);
      }),
    );
  });
});

/** What the specification's search finds in a page that is one string; word boundaries left aside. */
function firstMatch(page: string, spelled: string): { start: number; end: number } | undefined {
  const parts = spelled
    .slice('text='.length)
    .split(',')
    .map((part) => ({ isPrefix: part.endsWith('-'), isSuffix: part.startsWith('-'), part }));
  const text = ({ part }: { part: string }): string => decodeURIComponent(part.replace(/^-|-$/g, ''));
  const prefix = parts
    .filter(({ isPrefix }) => isPrefix)
    .map(text)
    .join('');
  const suffix = parts
    .filter(({ isSuffix }) => isSuffix)
    .map(text)
    .join('');
  const [first = '', last] = parts.filter(({ isPrefix, isSuffix }) => !isPrefix && !isSuffix).map(text);
  const at = page.indexOf(prefix + first + (last === undefined ? suffix : ''));
  if (at === -1) return undefined;
  const start = at + prefix.length;
  const end =
    last === undefined ? start + first.length : page.indexOf(last, start + first.length) + last.length;
  return { start, end };
}
