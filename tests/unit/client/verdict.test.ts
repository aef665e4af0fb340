import { afterEach, describe, expect, it, test, vi } from 'vitest';
import { judge, type Claim } from '../../../src/client/verdict.ts';
import { sha256Of } from '../../../src/lib/verbatim.ts';

const text = '双方加快建设云松快线，力争建成。';
const sha256 = await sha256Of(text);
const other = text.replace('快线', '慢线');

function claim(changes: Partial<Claim> = {}): Claim {
  return { quote: '加快建设云松快线', id: 'p1', sha256, start: 2, isPart: false, ...changes };
}

const file = (stored: string, id = 'p1') => ({ source: 'yi', texts: [{ id, text: stored, sha256 }] });

afterEach(() => vi.unstubAllGlobals());

describe('a claim', () => {
  it('holds against the text it was written for, and says what was compared, with the hash', async () => {
    expect(await judge(claim(), file(text))).toEqual({
      kind: 'holds',
      lines: [
        '取来本站所存的段落p1（16字）。',
        `算得 SHA-256 ${sha256}，与建站时写进本页的相同。`,
        '引文逐字找过，恰好一处：第3–10字。',
      ],
    });
  });

  it('is refuted by one changed character, which is named', async () => {
    expect(await judge(claim(), file(other))).toEqual({
      kind: 'refuted',
      lines: [
        '取来本站所存的段落p1（16字）。',
        `算得 SHA-256 ${await sha256Of(other)}，建站时写进本页的是 ${sha256}：所存的文字变了。`,
        '引文在其中没有找到。引文第7字本页作“快”，所存的作“慢”。',
      ],
    });
  });

  it('is refuted by a change elsewhere in the passage, though the quote still stands', async () => {
    const { kind, lines } = await judge(claim(), file(text.replace('力争', '确保')));
    expect(kind).toBe('refuted');
    expect(lines[1]).toContain('所存的文字变了');
    expect(lines[2]).toContain('恰好一处');
  });

  it('is refuted when the page shows other words than were quoted, the stored text being as it was', async () => {
    const { kind, lines } = await judge(claim({ quote: '加快建设云松慢线' }), file(text));
    expect(kind).toBe('refuted');
    expect(lines.slice(1)).toEqual([
      `算得 SHA-256 ${sha256}，与建站时写进本页的相同。`,
      '引文在其中没有找到。引文第7字本页作“慢”，所存的作“快”。',
    ]);
  });

  test.each<[string, Partial<Claim>, unknown, string]>([
    ['its words stand twice', { quote: '云松' }, file('云松与云松'), '引文在其中有2处，应当只有一处。'],
    ['the text ends within them', {}, file('双方加快'), '引文第3字本页作“建”，所存的到此为止。'],
    ['nothing is shown', { quote: '' }, file(text), '本页没有引文。'],
    ['its words have lost their context', { suffix: '，' }, file(text.replace('，', '、')), '前后文变了。'],
    ['the passage is gone', {}, file(text, 'p2'), '取来的文件里没有段落p1。'],
  ])('is refuted when %s', async (_, changes, stored, expected) => {
    const { kind, lines } = await judge(claim(changes), stored);
    expect(kind).toBe('refuted');
    expect(lines.at(-1)).toContain(expected);
  });

  it('tells by its context which of several it means', async () => {
    const twice = '清河与大清河';
    const meant = { quote: '清河', prefix: '大', start: 4, sha256: await sha256Of(twice) };
    const { kind, lines } = await judge(claim(meant), file(twice));
    expect([kind, lines[2]]).toEqual(['holds', '引文（大……）逐字找过，恰好一处：第5–6字。']);
  });

  it('is held against the quote alone where no more is published, and says so', async () => {
    const quote = '加快建设云松快线';
    const part = claim({ id: 'p1:2-10', start: 0, isPart: true, sha256: await sha256Of(quote) });
    const { kind, lines } = await judge(part, file(quote, 'p1:2-10'));
    expect(kind).toBe('holds');
    expect(lines[0]).toBe('这篇文章只公开被引用的话；取来所存的这一句（8字）。');
  });

  test.each([null, 7, {}, { texts: 'p1' }])('cannot be held against %j', async (stored) => {
    expect(await judge(claim(), stored)).toEqual({ kind: 'unchecked', lines: ['取来的文件读不懂。'] });
  });
});

describe('where the browser computes no SHA-256', () => {
  it('compares the words alone and says so', async () => {
    vi.stubGlobal('crypto', {});
    const { kind, lines } = await judge(claim(), file(text));
    expect([kind, lines[1]]).toEqual([
      'unhashed',
      '浏览器只在安全连接（https 或本机）上算 SHA-256，这个网址不是；只比对了文字。',
    ]);
  });

  it('still refutes words that do not stand there', async () => {
    vi.stubGlobal('crypto', {});
    expect((await judge(claim(), file(other))).kind).toBe('refuted');
  });
});
