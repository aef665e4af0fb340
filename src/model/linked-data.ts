/** A thing in the words of schema.org, as JSON-LD. What it is of is checked against the vocabulary when built. */
export interface LinkedThing {
  readonly '@type': string;
  readonly [property: string]: unknown;
}

/** Another form of a page, or of the news of it. */
export interface Alternate {
  readonly type: string;
  readonly href: string;
  readonly title?: string;
}

/** What a page says of itself to other programs. */
export interface ForPrograms {
  readonly alternates?: readonly Alternate[];
  /** Its JSON-LD; absent where there is nothing to say. */
  readonly things?: readonly LinkedThing[];
}
