import type { Stretch } from './quotes.ts';

export function overlap(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

export function holds(outer: Stretch, inner: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function lengthOf({ start, end }: Stretch): number {
  return end - start;
}
