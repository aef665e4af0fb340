import type { Link } from './views.ts';

/** The build's result for every quote of an article. */
export interface VerificationView {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly source: string;
  /** The stored words with their SHA-256. */
  readonly file: string;
  readonly isHeldBack: boolean;
  readonly quoteCount: number;
  readonly onceCount: number;
  readonly entryCount: number;
  readonly passages: readonly {
    anchor: string;
    href: string;
    length: number;
    sha256: string;
    quoteCount: number;
    /** Quotes of the same words in the same place, together. */
    quotes: readonly {
      quote: string;
      /** What must stand before and after it, in words; "" where the quote alone is enough. */
      context: string;
      /** Who quotes them; an entry that does so twice stands here twice. */
      entries: readonly Link[];
      range: string;
      result: string;
      isOnce: boolean;
    }[];
  }[];
}
