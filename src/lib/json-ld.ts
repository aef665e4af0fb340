/** Things as one JSON-LD document that may stand in a page: nothing in it can end the element it stands in. */
export function toJsonLd(things: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
}
