/** Points of the five strokes of 正 on a square of 16, in the order one writes them. */
const strokes = ['M2 3h12', 'M8 3v10.5', 'M8 8h5', 'M4 7.5v6', 'M1 13.5h14'];

/** How far apart the characters stand. */
const step = 18;

/** A count in the strokes of 正, one a thing: 12 → 5, 5, 2. Nothing for none. */
export function tallyOf(count: number): number[] {
  if (!Number.isInteger(count) || count < 0) throw new Error(`not a count: ${String(count)}`);
  const rest = count % 5;
  return [...Array.from({ length: Math.floor(count / 5) }, () => 5), ...(rest === 0 ? [] : [rest])];
}

/** A count drawn as one SVG path with the width it needs, on a line 16 high. */
export function drawTally(count: number): { path: string; width: number } {
  const characters = tallyOf(count);
  const path = characters.flatMap((written, nth) =>
    strokes.slice(0, written).map((stroke) => shifted(stroke, nth * step)),
  );
  return { path: path.join(''), width: Math.max(0, characters.length * step - (step - 16)) };
}

function shifted(stroke: string, by: number): string {
  return stroke.replace(/^M(\d+)/, (_, x: string) => `M${String(Number(x) + by)}`);
}
