/** How to cite what a page is about, ready to show. */
export interface CitationView {
  /** The reference by GB/T 7714—2015; the day of retrieval is left as a place to fill in. */
  readonly gbt7714: string;
  /** The reference by APA, 7th edition, with the same place. */
  readonly apa: string;
  /** The lasting address: whole where the build knows the site's own, root-relative elsewhere. */
  readonly permalink: string;
  /** The same as files, each with the name to save it under. */
  readonly files: readonly { readonly label: string; readonly href: string; readonly name: string }[];
  /** What the references cannot say: what they rest on, what is inferred, what is unknown. */
  readonly notes: readonly string[];
}
