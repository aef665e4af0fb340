import { createHash, hash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { isSaved, urlOf, type Edition, type SavedEdition, type SavedFile } from '../lib/offline.ts';
import { byCodeUnit } from '../lib/text.ts';
import type { SearchLogger } from './search-index.ts';

/** What of a site's configuration is used. */
interface SiteConfig {
  readonly root: URL;
}

/**
 * Lists what a reader can keep for days without network, once all of it stands, and writes `/offline.js`, the worker
 * that keeps it, and `/offline.json`, which says what edition is published. Comes last of the integrations.
 */
export function offline() {
  let root: URL | undefined;
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }: { config: SiteConfig }) => {
        root = config.root;
      },
      'astro:build:done': async ({ dir, logger }: { dir: URL; logger: SearchLogger }) => {
        const worker = await bundle(fileURLToPath(new URL('src/client/offline-worker.ts', root)));
        const { files, bytes, edition } = writeOffline(fileURLToPath(dir), worker);
        logger.info(`${String(files)}个文件，${String(bytes)}字节，版本 ${edition}`);
      },
    },
  };
}

/** Writes both files into a built site; the worker finds its edition in `self.savedEdition`. */
export function writeOffline(directory: string, worker: string): Edition {
  const { list, ...edition } = editionOf(directory);
  const saved: SavedEdition = { ...edition, list };
  writeFileSync(join(directory, 'offline.json'), `${JSON.stringify(edition, null, 1)}\n`);
  writeFileSync(join(directory, 'offline.js'), `self.savedEdition=${JSON.stringify(saved)};\n${worker}`);
  return edition;
}

/** The edition a built site is; the same files give the same, in whatever order they are found. */
export function editionOf(directory: string): SavedEdition {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(directory, join(parentPath, name)).split(sep).join('/'))
    .filter(isSaved)
    .sort(byCodeUnit);
  const list: SavedFile[] = [];
  let bytes = 0;
  for (const path of paths) {
    const content = readFileSync(join(directory, path));
    bytes += content.length;
    const file = { url: urlOf(path), sha256: hash('sha256', content, 'base64') };
    list.push(isMoved(path, content) ? { ...file, moved: true } : file);
  }
  const { cutOff } = JSON.parse(readFileSync(join(directory, 'data/index.json'), 'utf8')) as Edition;
  const edition = createHash('sha256')
    .update(list.map(({ url, sha256 }) => `${url}\0${sha256}\n`).join(''))
    .digest('hex')
    .slice(0, 12);
  return { edition, cutOff, files: list.length, bytes, list };
}

/** True for a page that only leads on; `_redirects` tells some hosts to answer its address with a redirect. */
function isMoved(path: string, content: Buffer): boolean {
  return path.endsWith('.html') && content.includes('http-equiv="refresh"');
}

/** The worker as one classic script, which every browser with workers runs. */
async function bundle(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, rolldownOptions: { input: file, output: { format: 'iife' } } },
  });
  const [first] = [built].flat();
  if (first === undefined || !('output' in first)) throw new Error('离线保存：没有打成一个脚本。');
  return first.output[0].code;
}
