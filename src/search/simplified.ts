/** For traditional characters the simplified ones that the corpus has in their place. */
export type Simplified = ReadonlyMap<string, string>;

/** The table as one string, each traditional character followed by its simplified one. */
export function packSimplified(table: Simplified): string {
  return [...table].map(([traditional, simplified]) => traditional + simplified).join('');
}

/** The table that was packed. */
export function unpackSimplified(packed: string): Simplified {
  const characters = Array.from(packed);
  const table = new Map<string, string>();
  for (let at = 0; at + 1 < characters.length; at += 2) {
    table.set(characters[at] ?? '', characters[at + 1] ?? '');
  }
  return table;
}

/** The text with every character that the table knows put in simplified form. */
export function toSimplified(text: string, table: Simplified): string {
  return Array.from(text, (character) => table.get(character) ?? character).join('');
}
