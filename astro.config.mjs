import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import { builtPages } from './src/integrations/built-pages.ts';
import { hostHeadersFile } from './src/integrations/host-headers.ts';
import { offline } from './src/integrations/offline.ts';
import { oldAddresses } from './src/integrations/old-addresses.ts';

export default defineConfig({
  // The address of a deployment; the build needs neither and is the same without them.
  ...(process.env.SITE_URL ? { site: process.env.SITE_URL } : {}),
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  // No inline style or script anywhere, so that a strict Content-Security-Policy holds.
  // Several pages at once: one is made while others are written.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 4 },
  vite: {
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks every MDX note with a directive that the bundler does not know; it says so once for each.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
  // Quoted text is shown as stored: no smart punctuation, no table alignment by style attribute.
  markdown: {
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: [remarkGfm, remarkCjkFriendly],
    }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), builtPages(), oldAddresses(), offline(), hostHeadersFile()],
  devToolbar: { enabled: false },
  // Lists the entries with their collections below .astro/, from which editors complete front matter.
  experimental: { contentIntellisense: true },
});
