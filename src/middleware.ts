import type { MiddlewareHandler } from 'astro';
import { insertAnchors } from './lib/insert-anchors.ts';
import { oldAnchorsOn } from './queries/addresses.ts';
import { cardAt } from './queries/cards.ts';
import { forPrograms } from './queries/linked-data.ts';

/**
 * Gives each page the old anchors that belong on it (those renamed stand beside the new, the layout speaks of the others),
 * the picture shown with a link to it, and what it says of itself to other programs.
 */
export const onRequest: MiddlewareHandler = async ({ url, locals }, next) => {
  const { aliases, notes } = await oldAnchorsOn(url.pathname);
  locals.oldAnchors = notes;
  locals.card = cardAt(url.pathname);
  locals.forPrograms = await forPrograms(url.pathname);
  const response = await next();
  if (aliases.length === 0) return response;
  return new Response(insertAnchors(await response.text(), aliases), response);
};
