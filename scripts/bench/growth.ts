/** How a cost grows: with the number of things to this power. 1 is as fast as they; undefined for fewer than two sizes. */
export function exponentOf(points: readonly (readonly [count: number, cost: number])[]): number | undefined {
  const logs = points.map(([count, cost]) => [Math.log(count), Math.log(cost)] as const);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map(([count]) => count)), mean(logs.map(([, cost]) => cost))];
  const spread = logs.reduce((sum, [count]) => sum + (count - x) ** 2, 0);
  if (spread === 0 || Number.isNaN(spread)) return undefined;
  return logs.reduce((sum, [count, cost]) => sum + (count - x) * (cost - y), 0) / spread;
}

/**
 * The faster growth of two: over all sizes, and from the last but one to the last, where what a build costs at all no
 * longer hides how it grows.
 */
export function steepestGrowth(
  points: readonly (readonly [count: number, cost: number])[],
): number | undefined {
  const exponents = [exponentOf(points), exponentOf(points.slice(-2))].flatMap((each) => each ?? []);
  return exponents.length === 0 ? undefined : Math.max(...exponents);
}
