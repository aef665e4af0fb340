import { attributeOf, elementsOf, parseWithOffsets } from './html.ts';

/** An anchor to be put where another stands. */
export interface AnchorAlias {
  readonly id: string;
  /** The `id` of the element it is put into. */
  readonly of: string;
}

/**
 * Puts an empty element with each `id` at the beginning of the element it stands for, so that the old anchor opens at
 * the new place without script; not a character of the page is changed otherwise. Throws where there is no such element.
 */
export function insertAnchors(html: string, aliases: readonly AnchorAlias[]): string {
  const elements = new Map(
    [...elementsOf(parseWithOffsets(html))].map((each) => [attributeOf(each, 'id'), each]),
  );
  const insertions = aliases.map(({ id, of }) => {
    const end = elements.get(of)?.sourceCodeLocation?.startTag?.endOffset;
    if (end === undefined) throw new Error(`no element #${of} for the old anchor #${id}`);
    return { end, text: `<span id="${id}" class="former-anchor"></span>` };
  });
  return insertions
    .sort((a, b) => b.end - a.end)
    .reduce(
      (text, insertion) => text.slice(0, insertion.end) + insertion.text + text.slice(insertion.end),
      html,
    );
}
