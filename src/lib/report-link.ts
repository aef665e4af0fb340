/**
 * The link by which a reader reports a fault, its subject and text filled in: a mail to an address (`editor@example.org`),
 * or a new issue at a page that takes `title` and `body` (`https://…/issues/new`).
 */
export function reportLink(contact: string, subject: string, body: string): string {
  const isPage = /^https?:/.test(contact);
  const names = isPage ? ['title', 'body'] : ['subject', 'body'];
  // RFC 6068 has lines end in CRLF, and a space is never a plus sign.
  const text = isPage ? body : body.replaceAll('\n', '\r\n');
  const query = [subject, text].map((value, index) => `${names[index] ?? ''}=${encodeURIComponent(value)}`);
  const start = isPage ? contact : `mailto:${contact.replace(/^mailto:/, '')}`;
  return `${start}${start.includes('?') ? '&' : '?'}${query.join('&')}`;
}
