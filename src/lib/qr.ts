import encodeQR from 'qr';

/** A QR code as one SVG path of black modules, in a square of `size` modules with a quiet zone around them. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** The QR code of a text; the same text gives the same code. */
export function qrPath(text: string): QrPath {
  const rows = encodeQR(text, 'raw', { border: 4, ecc: 'medium' });
  return {
    size: rows.length,
    path: rows
      .map((row, y) =>
        runsOf(row)
          .map(({ from, length }) => `M${String(from)} ${String(y)}.5h${String(length)}`)
          .join(''),
      )
      .join(''),
  };
}

/** The unbroken runs of black modules in a row. */
function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  return [
    ...row
      .map((black) => (black ? '1' : '0'))
      .join('')
      .matchAll(/1+/g),
  ].map((run) => ({
    from: run.index,
    length: run[0].length,
  }));
}
