import type { ConfigData } from 'html-validate';

/** The HTML that every page is held to: all that html-validate knows, and each rule relaxed says why. */
export const htmlRules: ConfigData = {
  extends: [
    'html-validate:recommended',
    'html-validate:standard',
    'html-validate:a11y',
    'html-validate:document',
    'html-validate:browser',
  ],
  rules: {
    // Everything comes from the site itself; a hash would only say that the site agrees with itself.
    'require-sri': ['error', { target: 'crossorigin' }],
    // An ID is the file's name and may begin with a year; HTML allows any ID without spaces.
    'valid-id': ['error', { relaxed: true }],
    // Titles carry the site's name; the limit is meant for search engines' cuts.
    'long-title': 'off',
    // An article's raw text is shown as it was received, blanks at the ends of lines included.
    'no-trailing-whitespace': 'off',
  },
};
