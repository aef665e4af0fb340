import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { attributeOf, elementsOf } from '../lib/html.ts';
import { plainText } from '../lib/plain-text.ts';
import type { IndexedPage } from '../search/page.ts';
import { wantsScriptsEarly } from './early-scripts.ts';
import { addressOf, type BuiltPage } from './pages.ts';
import { indexedPage } from './search-index.ts';

/** Where a site is served. */
export interface SiteConfig {
  readonly site?: string;
  readonly base: string;
}

/** What is made of one page, all of it data. */
export interface PageYield {
  /** Its file, from the site's folder. */
  readonly path: string;
  /** What search finds of it: one, or none. */
  readonly indexed: readonly IndexedPage[];
  /** Its whole address, where search engines are to show it. */
  readonly listed: readonly string[];
  readonly wantsScriptsEarly: boolean;
}

/** Takes from a page all that is made of it, and writes its plain text beside it. */
export function takePage(directory: string, page: BuiltPage, { site, base }: SiteConfig): PageYield {
  const { path, tree } = page;
  const indexed = indexedPage(page);
  const early = wantsScriptsEarly(tree);
  const address = addressOf(path);
  if (!address.endsWith('/')) return { path, indexed, listed: [], wantsScriptsEarly: early };
  const served = base.replace(/\/$/, '') + address;
  const whole = site === undefined ? served : new URL(served, site).href;
  writeFileSync(join(directory, dirname(path), 'index.txt'), plainText(tree, whole));
  return { path, indexed, listed: isListed(page) ? [whole] : [], wantsScriptsEarly: early };
}

/** True for a page that search engines are to show. */
function isListed({ tree }: BuiltPage): boolean {
  return !elementsOf(tree).some(
    (element) => element.tagName === 'meta' && attributeOf(element, 'name') === 'robots',
  );
}
