import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default defineConfig(
  {
    ignores: [
      'dist',
      '.dist-next',
      '.dist-old',
      'release',
      'release-next',
      'release-old',
      '.astro',
      'node_modules',
      'tests/fixtures',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', 'tests/*.mjs', 'public/*.js'] },
        tsconfigRootDir: `${import.meta.dirname}/..`,
      },
    },
    rules: {
      // A default over someone else's union (zod's issues) is deliberate; over our own there is none.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Spreading a string gives code points, which is what every use here counts.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `() => save()` says enough.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: false }],
      // An index signature is read with brackets so that a declared field stands out from a possible one.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    // The Astro compiler gives templates no types the linter could use; `astro check` covers them.
    files: ['**/*.astro', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
  },
);
