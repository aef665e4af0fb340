import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { siteMap } from '../lib/site-map.ts';
import { fetchScriptsEarly, noteImports, type Imports } from './early-scripts.ts';
import type { PageYield, SiteConfig } from './page-yield.ts';
import { readAhead, type ReadAhead } from './read-ahead.ts';
import { writeSearchIndex, type SearchLogger } from './search-index.ts';

/** What of a site's configuration is added to. */
interface ConfigSetup {
  readonly updateConfig: (added: { vite: { plugins: Plugin[] } }) => unknown;
}

/**
 * What is made of the pages once they stand: the search index, a plain text beside each, the map of the site; and of the
 * pages themselves those whose scripts come early.
 */
export function builtPages() {
  let config: SiteConfig & { readonly outDir?: URL } = { base: '/' };
  let reading: ReadAhead | undefined;
  const imports: Imports = new Map();
  return {
    name: 'built-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }: ConfigSetup) => {
        updateConfig({ vite: { plugins: [noteImports(imports)] } });
      },
      'astro:config:done': (done: { config: SiteConfig & { readonly outDir: URL } }) => {
        config = done.config;
      },
      'astro:build:start': () => {
        const { outDir, site, base } = config;
        if (outDir === undefined) throw new Error('built-pages: a build before its configuration');
        reading = readAhead({
          directory: fileURLToPath(outDir),
          config: { ...(site === undefined ? {} : { site }), base },
        });
      },
      'astro:build:done': async ({ dir, logger }: { dir: URL; logger: SearchLogger }) => {
        if (reading === undefined) throw new Error('built-pages: a build that never began');
        finishSite(fileURLToPath(dir), await reading.finish(), config, imports, logger);
      },
    },
  };
}

/** Makes of the pages, each read once, what is made of all of them. The map needs whole addresses: without a `site` there is none. */
function finishSite(
  directory: string,
  pages: readonly PageYield[],
  { site, base }: SiteConfig,
  imports: Imports,
  logger: SearchLogger,
): void {
  for (const { path, wantsScriptsEarly } of pages) {
    if (wantsScriptsEarly) fetchScriptsEarly(directory, path, imports, base);
  }
  writeSearchIndex(
    directory,
    pages.flatMap(({ indexed }) => indexed),
    logger,
  );
  const listed = pages.flatMap((page) => page.listed);
  if (site !== undefined) writeFileSync(join(directory, 'sitemap.xml'), siteMap(listed));
}
