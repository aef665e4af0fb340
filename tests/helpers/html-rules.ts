import type { ConfigData } from 'html-validate';

/** The HTML that every page is held to; each rule relaxed says why. */
export const htmlRules: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // The doctype is upper-case as Astro writes it; either is conforming.
    'doctype-style': 'off',
    // Void elements are written as HTML has them, without the slash.
    'void-style': ['error', { style: 'omit' }],
    // An ID is the file's name and may begin with a year; HTML allows any ID without spaces.
    'valid-id': ['error', { relaxed: true }],
    // Titles carry the site's name; the limit is meant for search engines' cuts.
    'long-title': 'off',
    // The compiler trims what a template indents.
    'no-trailing-whitespace': 'off',
  },
};
