import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { attributeOf, elementsOf } from '../lib/html.ts';
import { plainText } from '../lib/plain-text.ts';
import { siteMap } from '../lib/site-map.ts';
import type { IndexedPage } from '../search/page.ts';
import { fetchScriptsEarly, noteImports, type Imports } from './early-scripts.ts';
import { addressOf, pagesIn, type BuiltPage } from './pages.ts';
import { indexedPage, writeSearchIndex, type SearchLogger } from './search-index.ts';

/** What of a site's configuration is used. */
interface SiteConfig {
  readonly site?: string;
  readonly base: string;
}

/** What of a site's configuration is added to. */
interface ConfigSetup {
  readonly updateConfig: (added: { vite: { plugins: Plugin[] } }) => unknown;
}

/**
 * What is made of the pages once they stand: the search index, a plain text beside each, the map of the site; and of the
 * pages themselves those whose scripts come early.
 */
export function builtPages() {
  let config: SiteConfig = { base: '/' };
  const imports: Imports = new Map();
  return {
    name: 'built-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }: ConfigSetup) => {
        updateConfig({ vite: { plugins: [noteImports(imports)] } });
      },
      'astro:config:done': (done: { config: SiteConfig }) => {
        config = done.config;
      },
      'astro:build:done': ({ dir, logger }: { dir: URL; logger: SearchLogger }) => {
        readBuiltPages(fileURLToPath(dir), config, imports, logger);
      },
    },
  };
}

/**
 * Reads each page once for all that is made of it. The map needs whole addresses: without a `site` there is none.
 * Nothing else is to be done meanwhile: thousands of files are read and written at a fifth of what it takes to wait for
 * each.
 */
function readBuiltPages(directory: string, config: SiteConfig, imports: Imports, logger: SearchLogger): void {
  const { site, base } = config;
  const indexed: IndexedPage[] = [];
  const listed: string[] = [];
  for (const page of pagesIn(directory)) {
    indexed.push(...indexedPage(page));
    fetchScriptsEarly(directory, page, imports, base);
    const address = addressOf(page.path);
    if (!address.endsWith('/')) continue;
    const served = base.replace(/\/$/, '') + address;
    const whole = site === undefined ? served : new URL(served, site).href;
    if (isListed(page)) listed.push(whole);
    writeFileSync(join(directory, dirname(page.path), 'index.txt'), plainText(page.tree, whole));
  }
  writeSearchIndex(directory, indexed, logger);
  if (site !== undefined) writeFileSync(join(directory, 'sitemap.xml'), siteMap(listed));
}

/** True for a page that search engines are to show. */
function isListed({ tree }: BuiltPage): boolean {
  return !elementsOf(tree).some(
    (element) => element.tagName === 'meta' && attributeOf(element, 'name') === 'robots',
  );
}
