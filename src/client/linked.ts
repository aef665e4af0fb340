import type { Range as Stretch } from '../search/match.ts';

/** A place of the record that can be linked to, and the words it holds. */
export interface Linked {
  /** What it is called in a quotation: 《…》交通第2项（本站编号，据报道）. */
  readonly name: string;
  /** The address of the place, or of some words in it. */
  readonly address: string;
  /** Where citations of it stand, '' where there are none. */
  readonly cite: string;
  /** The element that holds the article's words. */
  readonly block: Element;
  /** The words in the block's text. */
  readonly range: Stretch;
}
