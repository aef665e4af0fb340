import { getEntry, render } from 'astro:content';
import type { CollectionName, Entry } from '../model/collections.ts';

/** The editor's note of an entry, ready to show; undefined when it has none. */
export async function noteOf({ collection, id, body }: Entry<Exclude<CollectionName, 'sources'>>) {
  if (body === '') return undefined;
  const stored = await getEntry(collection, id);
  if (stored === undefined) throw new Error(`no ${collection} entry "${id}" in the content store`);
  const { Content } = await render(stored);
  return Content;
}
