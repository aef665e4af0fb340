import { describe, expect, it } from 'vitest';
import { toApa } from '../../../../src/lib/citation/apa.ts';
import { entry, printed, torn, without } from './made-works.ts';

describe('a reference by APA, 7th edition', () => {
  it('names authors, day, newspaper and page of an article', () => {
    expect(toApa(printed)).toBe(
      '甲, & 乙. (2023, May 13). 今年“四大工程”. 某某日报, 4. Retrieved [引用日期], from https://example.org/sources/a/',
    );
  });

  it('brackets what is inferred', () => {
    expect(toApa(torn)).toBe(
      '甲, & 乙. ([2023, May 13]). 今年“四大工程”. [某某日报], 4. Retrieved [引用日期], from https://example.org/sources/a/',
    );
  });

  it('has no date where none is known, and begins with the title where nobody signs', () => {
    const unknown = without({ ...printed, authors: [] }, 'container', 'date', 'page');
    expect(toApa(unknown)).toBe(
      '今年“四大工程”. (n.d.). [报名不详]. Retrieved [引用日期], from https://example.org/sources/a/',
    );
    expect(toApa({ ...unknown, form: 'web' })).toBe(
      '今年“四大工程”. (n.d.). Retrieved [引用日期], from https://example.org/sources/a/',
    );
  });

  it('keeps the precision of a date', () => {
    expect(toApa({ ...printed, date: { value: '2023-05', inferred: false } })).toContain('(2023, May)');
    expect(toApa({ ...printed, date: { value: '2023', inferred: true } })).toContain('([2023])');
  });

  it('cites an entry in the record, with the article it rests on', () => {
    expect(toApa(entry)).toBe(
      '某协议（[2023-05-13]）: 第1项 [据报道：甲《今年“四大工程”》]. (2026, November 20). In 某记录. Retrieved [引用日期], from https://example.org/agreements/x/y-1/',
    );
  });
});
