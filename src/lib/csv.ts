/**
 * Rows as CSV by RFC 4180, with a byte order mark so that Excel and WPS read it as UTF-8. A cell that a
 * spreadsheet would run as a formula gets an apostrophe before it; `parseCsv` takes exactly these away again.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(toCell).join(',')).join('\r\n')}\r\n`;
}

/**
 * How a cell begins that gets an apostrophe: with what a spreadsheet takes for a formula, full-width forms included, as
 * East Asian versions read them alike; or with apostrophes and then such a sign, so that none is taken for ours.
 */
const risky = /^'*[=+\-@＝＋－＠\t\r\n]/;

function toCell(text: string): string {
  const safe = risky.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of a CSV that `toCsv` wrote, each cell as it was given. Throws on anything that is no such file. */
export function parseCsv(csv: string): string[][] {
  if (!csv.startsWith('\ufeff') || !csv.endsWith('\r\n')) throw new TypeError('Not a CSV of this site');
  // A quoted cell, or one without quotes, and what ends it: each match begins where the last ended.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  cell.lastIndex = 1;
  while (cell.lastIndex < csv.length) {
    const at = cell.lastIndex;
    const match = cell.exec(csv);
    if (match === null) throw new TypeError(`Not CSV at character ${String(at)}`);
    row.push(fromCell(match[1]?.replaceAll('""', '"') ?? match[2] ?? ''));
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function fromCell(text: string): string {
  return text.startsWith("'") && risky.test(text) ? text.slice(1) : text;
}
