import { describe, expect, it } from 'vitest';
import { toGbt7714 } from '../../../../src/lib/citation/gbt7714.ts';
import { entry, printed, torn, without } from './made-works.ts';

describe('a reference by GB/T 7714—2015', () => {
  it('names newspaper, day and page of an article', () => {
    expect(toGbt7714(printed)).toBe(
      '甲, 乙. 今年“四大工程”[N/OL]. 某某日报, 2023-05-13(4)[引用日期]. https://example.org/sources/a/.',
    );
  });

  it('brackets what is inferred', () => {
    expect(toGbt7714(torn)).toBe(
      '甲, 乙. 今年“四大工程”[N/OL]. [某某日报], [2023-05-13](4)[引用日期]. https://example.org/sources/a/.',
    );
  });

  it('says what nobody knows of a newspaper, and begins with the title where nobody signs', () => {
    const unknown = without({ ...printed, authors: [] }, 'container', 'date', 'page');
    expect(toGbt7714(unknown)).toBe(
      '今年“四大工程”[N/OL]. [报名不详], [见报日期不详][引用日期]. https://example.org/sources/a/.',
    );
  });

  it('puts the day of a web page into parentheses, inferred or not, and leaves out what it lacks', () => {
    const web = { ...without(torn, 'page'), form: 'web' } as const;
    expect(toGbt7714(web)).toBe(
      '甲, 乙. 今年“四大工程”[EB/OL]. [某某日报]([2023-05-13])[引用日期]. https://example.org/sources/a/.',
    );
    expect(toGbt7714(without(web, 'container', 'date'))).toBe(
      '甲, 乙. 今年“四大工程”[EB/OL]. [引用日期]. https://example.org/sources/a/.',
    );
  });

  it('cites an entry as one of the record, with the article it rests on', () => {
    expect(toGbt7714(entry)).toBe(
      '某协议（[2023-05-13]）: 第1项[EB/OL]. 据报道：甲《今年“四大工程”》. 某记录(2026-11-20)[引用日期]. https://example.org/agreements/x/y-1/.',
    );
  });

  it('names three authors of more', () => {
    expect(toGbt7714({ ...printed, authors: ['甲', '乙', '丙'] })).toMatch(/^甲, 乙, 丙\. /);
    expect(toGbt7714({ ...printed, authors: ['甲', '乙', '丙', '丁'] })).toMatch(/^甲, 乙, 丙, 等\. /);
  });
});
