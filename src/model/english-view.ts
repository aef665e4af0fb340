/** Something with a Chinese name and what it is in English. */
export interface EnglishItem {
  /** As the site names it, in Chinese. */
  readonly title: string;
  readonly href: string;
  /** Undefined where nobody has written one. */
  readonly english: string | undefined;
}

/** The page for readers who do not read Chinese. */
export interface EnglishView {
  /** The site's name, in Chinese. */
  readonly name: string;
  /** The years of the first and the last article. */
  readonly first: string;
  readonly last: string;
  readonly counts: readonly { readonly label: string; readonly count: number; readonly href: string }[];
  readonly groups: readonly { readonly title: string; readonly items: readonly EnglishItem[] }[];
  readonly search: string;
  readonly method: string;
  readonly data: string;
}
