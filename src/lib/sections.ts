/** A section of a page that has an address of its own. */
export interface PageSection {
  readonly id: string;
  /** Its heading, without what is said of it in small beside it; where `data-short` says it shorter, that. */
  readonly title: string;
  /** How much stands in it, where it says so in `data-count`. */
  readonly count?: string;
}

const opening = /<section\b([^>]*)>|<h2\b[^>]*>(.*?)<\/h2>/gs;

/**
 * The sections of a piece of HTML whose `id` can be linked to and whose first h2 names them, in their order. It reads
 * what this site's own components write, not HTML at large.
 */
export function sectionsIn(html: string): PageSection[] {
  const sections: PageSection[] = [];
  let attributes = '';
  for (const [, opened, heading] of html.matchAll(opening)) {
    if (opened !== undefined) {
      attributes = opened;
      continue;
    }
    const id = valueOf(attributes, 'id');
    const title = valueOf(attributes, 'data-short') ?? textOf(heading ?? '');
    const count = valueOf(attributes, 'data-count');
    if (id !== undefined && title !== '') {
      sections.push({ id, title, ...(count === undefined ? {} : { count }) });
    }
    // A second heading of the same section names no section of its own.
    attributes = '';
  }
  return sections;
}

function valueOf(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
}

function textOf(html: string): string {
  return html
    .replace(/<small\b.*?<\/small>/gs, '')
    .replace(/<[^>]*>/g, '')
    .trim();
}
