import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { attributeOf, elementsOf, parseWithOffsets, type HtmlNode } from '../lib/html.ts';

/** Every script of the site, by its file from the site's folder, and the files it imports. */
export type Imports = Map<string, readonly string[]>;

/** Notes what the bundled scripts import; what they import only when they want it is not counted. */
export function noteImports(imports: Imports): Plugin {
  return {
    name: 'note-imports',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') imports.set(file.fileName, file.imports);
      }
    },
  };
}

/** True for a page that has `[data-early-scripts]`, which says that its scripts are what it is for. */
export function wantsScriptsEarly(tree: HtmlNode): boolean {
  return elementsOf(tree).some((element) => attributeOf(element, 'data-early-scripts') !== undefined);
}

/** Has the scripts of a page and all that they import asked for together with its style sheets. */
export function fetchScriptsEarly(directory: string, path: string, imports: Imports, base: string): void {
  const file = join(directory, path);
  const html = readFileSync(file, 'utf8');
  const elements = [...elementsOf(parseWithOffsets(html))];
  const root = base.replace(/\/*$/, '/');
  const scripts = elements
    .filter((element) => element.tagName === 'script' && attributeOf(element, 'type') === 'module')
    .map((element) => (attributeOf(element, 'src') ?? '').slice(root.length));
  const sheet = elements.findLast((element) => attributeOf(element, 'rel') === 'stylesheet');
  const place = sheet?.sourceCodeLocation?.endOffset;
  if (place === undefined) throw new Error(`脚本先取：${path} 没有样式表，不知放在哪里。`);
  const links = [...withImports(scripts, imports)].map(
    (each) => `<link rel="modulepreload" href="${root}${each}">`,
  );
  writeFileSync(file, html.slice(0, place) + links.join('') + html.slice(place));
}

/** The files with all that they import, directly or not, each once. */
function withImports(files: readonly string[], imports: Imports): Set<string> {
  const all = new Set(files);
  for (const file of all) for (const imported of imports.get(file) ?? []) all.add(imported);
  return all;
}
