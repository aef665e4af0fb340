import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressBook } from '../src/graph/addresses.ts';
import { checkSite } from '../src/graph/checks/site.ts';
import type { Problem } from '../src/model/problem.ts';
import type { Graph } from '../src/graph/graph.ts';
import type { Content } from '../src/read/content.ts';
import { listFiles } from '../src/read/files.ts';

/**
 * What of the ledger does not open in a folder built from `published`, the graph of that content, and what the folder
 * holds that the ledger does not.
 */
export function siteProblems(content: Content, published: Graph, folder: string): Problem[] {
  const files = listFiles(folder, '.');
  return checkSite(
    {
      folder: 'dist',
      addresses: files.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`),
      anchorsOn: anchorReader(folder),
    },
    addressBook(published, content.ledger, content.addresses),
  );
}

/** Reads each page once, when it is first asked for. */
function anchorReader(folder: string): (page: string) => ReadonlySet<string> {
  const read = new Map<string, ReadonlySet<string>>();
  return (page) => {
    const anchors = read.get(page) ?? anchorsIn(readFileSync(join(folder, page, 'index.html'), 'utf8'));
    read.set(page, anchors);
    return anchors;
  };
}

/** The build writes every attribute in double quotes and no quote of a text as it is, so that a tree is not needed. */
function anchorsIn(html: string): ReadonlySet<string> {
  return new Set(Array.from(html.matchAll(/\sid="([^"]*)"/g), ([, id]) => id ?? ''));
}
