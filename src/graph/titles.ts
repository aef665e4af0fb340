import { isOf, type Entry } from '../model/collections.ts';

/** What an entry is called: its title, or for a clause or work point a few of its own words. */
export function titleOf(entry: Entry): string {
  if (isOf(entry, 'clauses') || isOf(entry, 'work-points')) return entry.data.excerpt;
  return isOf(entry, 'figures') ? entry.data.subject : (entry.data as { title: string }).title;
}
