import type { Entry } from '../model/collections.ts';

/** Fields that say how the record was made, not what it says. */
const silent = new Set(['care', 'formerIds', 'rules', 'repairs', 'raw', 'draft']);

/** What a quote is made of; quotes are compared by themselves. */
const quoted = new Set(['passage', 'quote', 'prefix', 'suffix']);

/**
 * Everything an entry says outside quotes, by the way to it: `towards.regions`, with the values there. Items of a list
 * are known by their ID or target, so that their order alone is no difference. The editor's note is `note`.
 */
export function leavesOf(entry: Entry): Map<string, string[]> {
  const leaves = new Map<string, string[]>();
  const take = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        take(item, isRecord(item) ? [...path, nameOf(item, index)] : path);
      });
    } else if (isRecord(value)) {
      for (const [key, inner] of Object.entries(value)) {
        // A clause's own passage is what it is; within a quote it is the quote's.
        if (!quoted.has(key) || (key === 'passage' && path.length === 0)) take(inner, [...path, key]);
      }
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      const name = path.join('.');
      leaves.set(name, [...(leaves.get(name) ?? []), String(value)]);
    }
  };
  for (const [field, value] of Object.entries(entry.data)) {
    const isEvents = entry.collection === 'projects' && field === 'progress';
    if (!silent.has(field) && !isEvents) take(value, [field]);
  }
  if (entry.collection !== 'sources' && entry.body !== '') take(entry.body, ['note']);
  return leaves;
}

function nameOf(item: Record<string, unknown>, index: number): string {
  const name = item['id'] ?? item['to'] ?? item['figure'] ?? item['name'] ?? item['leader'];
  return typeof name === 'string' ? name : String(index + 1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
