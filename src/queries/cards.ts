import drawn from './cards.json' with { type: 'json' };
import type { CardView } from '../model/views.ts';
import { routes } from '../routes.ts';
import { href } from './views.ts';

/** The pictures that `npm run cards` has drawn, by the page they stand for. */
const cards = new Map(
  Object.entries<{ readonly file: string; readonly alt: string }>(drawn.cards).map(
    ([page, card]) => [href(page), card] as const,
  ),
);

/** The picture shown with a link to the page at a path, base path included: its own, or the site's. */
export function cardAt(path: string): CardView | undefined {
  const card = cards.get(path) ?? cards.get(href(routes.home));
  if (card === undefined) return undefined;
  return { href: href(routes.card(card.file)), alt: card.alt, ...drawn.size };
}
