/** Words in a text; what comes right before and after tells them from the same words elsewhere in it. */
export interface QuoteSelector {
  readonly quote: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
}

/**
 * Every place where the words stand in the text, character by character, between what must come before and after;
 * offsets in UTF-16 code units. The site's checks, its pages and the reader's browser all ask this one function.
 */
export function placesOf(text: string, { quote, prefix = '', suffix = '' }: QuoteSelector): number[] {
  const selected = prefix + quote + suffix;
  const places: number[] = [];
  if (quote === '') return places;
  for (let at = text.indexOf(selected); at !== -1; at = text.indexOf(selected, at + 1)) {
    places.push(at + prefix.length);
  }
  return places;
}

/** True where SHA-256 can be computed: browsers refuse it to pages that did not come over a secure connection. */
export function canHash(): boolean {
  return (crypto as { readonly subtle?: SubtleCrypto }).subtle !== undefined;
}

/** The SHA-256 of a text's UTF-8 bytes, in lower-case hexadecimal; the same in Node and in browsers. */
export async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
