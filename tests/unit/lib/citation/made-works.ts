import type { CitedWork } from '../../../../src/lib/citation/item.ts';

/** A newspaper article that prints everything. */
export const printed: CitedWork = {
  key: 'sources:a',
  form: 'newspaper',
  authors: ['甲', '乙'],
  title: '今年“四大工程”',
  container: { value: '某某日报', inferred: false },
  date: { value: '2023-05-13', inferred: false },
  page: '4',
  url: 'https://example.org/sources/a/',
  notes: [],
};

/** The same page with its masthead and date torn off, and both inferred. */
export const torn: CitedWork = {
  ...printed,
  container: { value: '某某日报', inferred: true },
  date: { value: '2023-05-13', inferred: true },
  notes: ['报名某某日报（推断），见报日期2023-05-13（推断）'],
};

/** An entry of a record that rests on an article. */
export const entry: CitedWork = {
  key: 'agreements:x:y-1',
  form: 'entry',
  authors: [],
  title: '某协议（[2023-05-13]）: 第1项',
  basis: '据报道：甲《今年“四大工程”》',
  container: { value: '某记录', inferred: false },
  date: { value: '2026-11-20', inferred: false },
  url: 'https://example.org/agreements/x/y-1/',
  notes: [],
};

/** The work with some fields taken away. */
export function without(work: CitedWork, ...fields: readonly (keyof CitedWork)[]): CitedWork {
  const kept = Object.entries(work).filter(([name]) => !fields.includes(name as keyof CitedWork));
  return Object.fromEntries(kept) as unknown as CitedWork;
}
