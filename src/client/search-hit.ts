import { excerpt, segments, type Segment } from '../search/match.ts';
import { addressOf, type Hit } from '../search/results.ts';

/** About how many characters of the text a hit shows. */
const excerptWidth = 90;

/** The list of hits; the first of each kind carries the kind and how many there are. */
export function hitElements(hits: readonly Hit[], terms: readonly string[], base: string): HTMLElement[] {
  return hits.map((hit, index) => {
    const { kind } = hit.page;
    const isFirst = hits[index - 1]?.page.kind !== kind;
    const count = hits.filter(({ page }) => page.kind === kind).length;
    return hitElement(hit, terms, base, isFirst ? `${kind}${String(count)}` : '');
  });
}

function hitElement(hit: Hit, terms: readonly string[], base: string, entry: string): HTMLElement {
  const { page, block } = hit;
  const address = base.replace(/\/$/, '') + addressOf(hit);
  const link = element('a', '', ...marked(segments(page.title, terms)));
  link.href = address;
  const snippet = element('p', 'snip', ...shownExcerpt(block.text, terms));
  if (block.printed) snippet.dataset['printed'] = '';
  const kind = page.path?.startsWith(page.kind) ? undefined : page.kind;
  const from = [page.path, kind, page.date].filter((part) => part !== undefined).join('　');
  const item = element(
    'li',
    'row hit',
    element('div', 'entry', entry),
    element('div', '', element('h3', '', link), snippet, element('p', 'from', from)),
  );
  item.dataset['url'] = address;
  return item;
}

function shownExcerpt(text: string, terms: readonly string[]): (Node | string)[] {
  const shown = excerpt(text, terms, excerptWidth);
  return [shown.cutBefore ? '…' : '', ...marked(shown.segments), shown.cutAfter ? '…' : ''];
}

function marked(parts: readonly Segment[]): (Node | string)[] {
  return parts.map(({ text, hit }) => (hit ? element('mark', '', text) : text));
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}
