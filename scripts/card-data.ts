import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributeOf, elementsOf, parseHtml, textContentOf, type HtmlElement } from '../src/lib/html.ts';
import { listFiles } from '../src/read/files.ts';
import { routes } from '../src/routes.ts';
import { cardHtml, type Card } from './card-template.ts';

/** A card with the file it is drawn to. */
export interface DrawnCard {
  readonly file: string;
  readonly alt: string;
  /** Of everything that is drawn; another hash, another picture. */
  readonly hash: string;
}

/** The pages that have a card of their own: home, and each agreement, theme and chain. */
const ownPage = /^\/(?:(?:agreements|themes|chains)\/[^/]+\/)?$/;

/** The cards of a built site, by address. Pages of what was moved or retired have none. */
export function cardsOf(dist: string): Card[] {
  return listFiles(dist, '.')
    .filter((file) => file.endsWith('index.html'))
    .map((file) => ({ file, page: `/${file.replace(/(^|\/)index\.html$/, '$1')}` }))
    .filter(({ page }) => ownPage.test(page))
    .map(({ file, page }) => toCard(page, [...elementsOf(parseHtml(readFileSync(join(dist, file), 'utf8')))]))
    .filter((card) => card !== undefined);
}

function toCard(page: string, elements: readonly HtmlElement[]): Card | undefined {
  const title = metaOf(elements, 'og:title');
  const description = metaOf(elements, 'description');
  const isHidden = metaOf(elements, 'robots') !== undefined;
  if (title === undefined || description === undefined || isHidden) return undefined;
  const heading = elements.find(({ tagName }) => tagName === 'h1');
  const isHome = page === routes.home;
  const name = heading === undefined || isHome ? title : textContentOf(heading).trim();
  return {
    page,
    kind: textOf(within(elements, 'fold-strip', 'span')[0]),
    note: textOf(within(elements, 'fold-strip', 'span').at(-1)),
    title: isHome || heading === undefined ? wordsOf(title) : phrasesOf(heading),
    siteName: metaOf(elements, 'og:site_name') ?? '',
    text: description.startsWith(`${name}：`) ? description.slice(name.length + 1) : description,
    lanes: withClass(elements, 'chain-step').map(toLane),
    areas: page.startsWith('/agreements/') ? areasIn(elements) : [],
  };
}

/** What a page is pictured as, for those who do not see it. */
export function altOf({ page, kind, title, text }: Card): string {
  const name = title.join('');
  return page === routes.home ? `${name}。${text}` : `${kind}“${name}”：${text}`;
}

/** How a card is recorded; its file is named after its page. */
export function recordOf(card: Card): DrawnCard {
  const name = card.page.slice(1, -1).replaceAll('/', '-');
  return { file: `${name === '' ? 'home' : name}.png`, alt: altOf(card), hash: hashOf(cardHtml(card)) };
}

/** A short name for what a picture is drawn from. */
export function hashOf(drawing: string): string {
  return createHash('sha256').update(drawing).digest('hex').slice(0, 16);
}

/** The cards that are not drawn as their pages stand, and those drawn of pages that are gone. */
export function staleCards(
  cards: readonly Card[],
  drawn: Readonly<Record<string, DrawnCard>>,
  folder: string,
): string[] {
  const isFresh = (card: Card): boolean => {
    const { hash, file, alt } = recordOf(card);
    const old = drawn[card.page];
    return old?.hash === hash && old.alt === alt && existsSync(join(folder, file));
  };
  const pages = new Set(cards.map(({ page }) => page));
  return [
    ...cards.filter((card) => !isFresh(card)).map(({ page }) => page),
    ...Object.keys(drawn).filter((page) => !pages.has(page)),
  ];
}

function toLane(step: HtmlElement): Card['lanes'][number] {
  const elements = [...elementsOf(step)];
  return {
    name: textOf(withClass(elements, 'chain-name')[0]),
    marks: withClass(elements, 'chain-mark').map((each) => {
      const inside = [...elementsOf(each)];
      const mark = withClass(inside, 'mark')[0];
      const time = inside.find(({ tagName }) => tagName === 'time');
      return {
        character: textOf(mark),
        form: /mark-([\w-]+)/.exec(classOf(mark))?.[1] ?? 'none',
        date: textOf(time ?? each),
        inferred: withClass(inside, 'inferred').length > 0,
      };
    }),
  };
}

function areasIn(elements: readonly HtmlElement[]): string[] {
  const links = elements.filter(
    ({ tagName, attrs }) =>
      tagName === 'a' && attrs.some(({ name, value }) => name === 'href' && value.includes('#area-')),
  );
  return [...new Set(links.map((link) => textOf(link)))].filter((text) => /\d+项$/.test(text));
}

function phrasesOf(heading: HtmlElement): string[] {
  const phrases = heading.childNodes.map((node) => textContentOf(node).trim());
  return phrases.filter((phrase) => phrase !== '');
}

/** The words of a text, as ICU's dictionary finds them: a title does not break inside one. */
function wordsOf(text: string): string[] {
  const segments = new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(text);
  return [...segments].map(({ segment }) => segment);
}

function textOf(element: HtmlElement | undefined): string {
  return element === undefined ? '' : textContentOf(element).trim();
}

function metaOf(elements: readonly HtmlElement[], name: string): string | undefined {
  const meta = elements.find(
    (element) =>
      element.tagName === 'meta' &&
      (attributeOf(element, 'name') ?? attributeOf(element, 'property')) === name,
  );
  return meta && attributeOf(meta, 'content');
}

function within(elements: readonly HtmlElement[], className: string, tag: string): HtmlElement[] {
  const [holder] = withClass(elements, className);
  return holder === undefined ? [] : [...elementsOf(holder)].filter(({ tagName }) => tagName === tag);
}

function withClass(elements: readonly HtmlElement[], name: string): HtmlElement[] {
  return elements.filter((element) => classOf(element).split(/\s+/).includes(name));
}

function classOf(element: HtmlElement | undefined): string {
  return (element && attributeOf(element, 'class')) ?? '';
}
