import { byCodeUnit } from '../lib/text.ts';
import { editDistance } from '../lib/nearest.ts';
import type { Entity } from './entities.ts';
import { fold } from './tokens.ts';

/** How many near names are given. */
const shown = 5;

/** The entities whose name or alias is nearest to a text by edit distance; none where a third of it would have to change. */
export function nearestEntities(entities: readonly Entity[], text: string): Entity[] {
  const wanted = fold(text);
  const limit = Math.floor(wanted.length / 3);
  if (limit === 0) return [];
  return entities
    .map((entity) => ({ entity, distance: distanceTo(entity, wanted, limit) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance || byCodeUnit(fold(a.entity.title), fold(b.entity.title)))
    .slice(0, shown)
    .map(({ entity }) => entity);
}

function distanceTo({ title, aliases }: Entity, wanted: string, limit: number): number {
  const names = [title, ...aliases].map(fold);
  const near = names.filter((name) => Math.abs(name.length - wanted.length) <= limit);
  return Math.min(...near.map((name) => editDistance(name, wanted)));
}
