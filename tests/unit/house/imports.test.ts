import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/**
 * Who may import whom: DESIGN §3, with what building showed to be missing, each addition with its reason.
 * A room not named may import nothing but itself.
 */
const allowed: Record<string, readonly string[]> = {
  // pages are typed by Astro's own inference of their static paths
  'src/pages': ['src/queries', 'src/layouts', 'src/components', 'src/routes', 'src/site', 'astro'],
  // layouts show what every page shares, typed by the model's view models; astro: they say where in a head its style
  // sheets stand
  'src/layouts': [
    'src/components',
    'src/styles',
    'src/site',
    'src/client',
    'types of src/model',
    'astro/runtime/server/index.js',
  ],
  // Astro's own place for what is done to every page: old anchors are put beside the new ones
  'src/middleware': ['src/queries', 'src/lib', 'types of astro'],
  // types of astro: a note is handed to a component as a component; styles: what one kind of page alone wears is not
  // loaded by the others
  'src/components': [
    'src/components',
    'src/styles',
    'src/lib',
    'src/client',
    'types of src/model',
    'types of astro/runtime/server/index.js',
  ],
  'src/queries': [
    'src/queries',
    'src/model',
    'src/graph',
    'src/routes',
    'src/lib',
    'src/site',
    'astro:content',
    'zod',
  ],
  // lib: the decoder, so that the raw text can be shown
  'src/content.config': [
    'src/model',
    'src/read',
    'src/lib',
    'astro:content',
    'astro/loaders',
    'astro/zod',
    'node',
  ],
  // routes: the ledger is checked here, and what is published is addresses
  'src/graph': ['src/graph', 'src/model', 'src/lib', 'src/routes'],
  // node: reading files is what this room is for; zod validates what was read
  'src/read': ['src/read', 'src/model', 'src/lib', 'yaml', 'zod', 'node'],
  'src/normalize': ['src/normalize', 'src/model', 'src/lib'],
  // graph: what of a new text is on record already is told by the record's own names and sentences
  'src/ingest': ['src/ingest', 'src/normalize', 'src/graph', 'src/model', 'src/lib'],
  'src/search': ['src/search', 'src/lib'],
  // workbox: what is saved for days without network is kept and answered by a library made for it
  // styles: what a script shows on few visits brings its own
  'src/client': [
    'src/client',
    'src/search',
    'src/styles',
    'src/lib',
    'workbox-precaching',
    'workbox-routing',
  ],
  'src/routes': ['src/model'],
  'src/site': [],
  'src/model': ['src/model', 'zod'],
  // integrations: the built pages are walked once, for all that is made of them; vite: the worker for days without
  // network is one script, made when the list of what it keeps is known
  'src/integrations': ['src/integrations', 'src/search', 'src/lib', 'node', 'vite'],
  // lib is free of the domain; the HTML parser, the edit distance, pinyin, the traditional characters, the guess at an
  // encoding and the QR code are wrapped here once
  'src/lib': ['src/lib', 'parse5', 'fastest-levenshtein', 'pinyin-pro', 'opencc-js', 'chardet', 'qr'],
  // playwright-core and sirv: the browser for tests and the local server; fflate: the zip of a release; integrations:
  // the bench indexes as the build does; sharp: makes the cards for sharing small
  scripts: [
    'scripts',
    'src/model',
    'src/read',
    'src/graph',
    'src/normalize',
    'src/ingest',
    'src/search',
    'src/integrations',
    'src/routes',
    'src/lib',
    'node',
    'playwright-core',
    'sharp',
    'sirv',
    'fflate',
  ],
};

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

/** The room a file lives in: the folder below `src`, a file at its top without ending, or `scripts`. */
function roomOf(file: string): string {
  const [top, second] = file.split('/');
  if (top !== 'src' || second === undefined) return top ?? '';
  return `src/${second.replace(/\.(ts|mjs|astro)$/, '')}`;
}

function sourceFiles(): string[] {
  return ['src', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => /\.(ts|astro|mjs)$/.test(name)),
  );
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|<script>\s*import\s+'([^']+)'/g,
  );
  return [...statements].map(([, type, statement, script]) => ({
    file,
    target: resolveTarget(file, statement ?? script ?? ''),
    typeOnly: type !== undefined,
  }));
}

function resolveTarget(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(file), specifier));
  return specifier.startsWith('node:') ? 'node' : specifier;
}

function isAllowed({ file, target, typeOnly }: Import): boolean {
  const rules = allowed[roomOf(file)] ?? [];
  const room = /^(src|scripts)(\/|$)/.test(target) ? roomOf(target) : target;
  return rules.includes(room) || (typeOnly && rules.includes(`types of ${room}`));
}

const files = sourceFiles();
const imports = files.flatMap(importsOf);

describe('the house', () => {
  it('has files and imports to judge', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(150);
  });

  it('lets each room import only what its row of the table allows', () => {
    const broken = imports
      .filter((entry) => !isAllowed(entry))
      .map(
        ({ file, target }) =>
          `${file} imports ${target}; allowed: ${(allowed[roomOf(file)] ?? []).join(', ')}`,
      );
    expect(broken).toEqual([]);
  });

  it('would see a forbidden import', () => {
    expect(isAllowed({ file: 'src/model/id.ts', target: 'src/lib/text.ts', typeOnly: false })).toBe(false);
    expect(isAllowed({ file: 'src/components/A.astro', target: 'src/model/a.ts', typeOnly: false })).toBe(
      false,
    );
    expect(isAllowed({ file: 'src/components/A.astro', target: 'src/model/a.ts', typeOnly: true })).toBe(
      true,
    );
  });

  it('imports with relative paths and endings, and keeps no barrel files', () => {
    const bare = imports.filter(
      ({ target }) => target.startsWith('src/') && !/\.(ts|astro|css(\?inline)?|json)$/.test(target),
    );
    expect(bare).toEqual([]);
    expect(files.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
  });

  it('has no cycle of imports', () => {
    const graph = Map.groupBy(imports, ({ file }) => file);
    const done = new Set<string>();
    const visit = (file: string, trail: readonly string[]): string[] => {
      if (trail.includes(file)) return [[...trail.slice(trail.indexOf(file)), file].join(' → ')];
      if (done.has(file)) return [];
      const cycles = (graph.get(file) ?? []).flatMap(({ target }) => visit(target, [...trail, file]));
      done.add(file);
      return cycles;
    };
    expect(files.flatMap((file) => visit(file, []))).toEqual([]);
  });

  it('has nothing at the top but what the tree of the README names', () => {
    const top = readdirSync(root).filter(
      (name) => !name.startsWith('.') && !['node_modules', 'dist', 'release', 'test-results'].includes(name),
    );
    expect(top.sort()).toEqual(
      [
        'CONTRIBUTING.md',
        'LICENSE',
        'README.md',
        'astro.config.mjs',
        'content',
        'package-lock.json',
        'package.json',
        'public',
        'scripts',
        'src',
        'tests',
        'tsconfig.json',
      ].sort(),
    );
  });
});
