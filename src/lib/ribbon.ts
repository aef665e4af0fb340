/** How wide a cell's band is drawn before it narrows or widens to the next, of 100. */
const level = 60;

/**
 * The band of one cell on a square of 100 by `height`, around its middle: level first, then straight to the width of
 * the next cell. Widths are lengths on the same measure; a band of nothing has no area.
 */
export function drawRibbon(width: number, next: number, height: number): string {
  const middle = height / 2;
  const at = (half: number, side: 1 | -1): string => String(Math.round((middle + side * half) * 100) / 100);
  const [own, then] = [width / 2, next / 2];
  return [
    `M0 ${at(own, -1)}`,
    `H${String(level)}`,
    `L100 ${at(then, -1)}`,
    `V${at(then, 1)}`,
    `L${String(level)} ${at(own, 1)}`,
    'H0Z',
  ].join('');
}
