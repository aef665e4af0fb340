import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/read/files.ts';
import { tell } from '../measure.ts';
import { sampleStrings, searchedPages } from './exactness.ts';
import { generatedRecord } from './generated-record.ts';
import { host } from './host.ts';
import { samplePages, visit } from './page-cost.ts';
import type { Place } from './place.ts';
import { referencePages, writeStarlight } from './reference-site.ts';
import type { SizeResults } from './results.ts';
import { medianCost, type RunCost } from './run-cost.ts';
import { medianSearch, ourWay, searchTwice } from './search-cost.ts';
import { coldBuild, commands, completeRecord, copySite } from './workspace.ts';

/** Generated records of so many documents each, smallest first, beside Starlight without its sidebar. */
export async function benchSizes(place: Place, documents: readonly number[]): Promise<SizeResults[]> {
  const results: SizeResults[] = [];
  for (const count of documents) results.push(await benchSize(place, count));
  return results;
}

async function benchSize(place: Place, documents: number): Promise<SizeResults> {
  const { folder, packages, runs, browser } = place;
  const [ours, bare] = [join(folder, 'ours'), join(folder, 'bare')];
  copySite(ours, generatedRecord(documents));
  await completeRecord(ours);
  const dist = join(ours, 'dist');
  const costs: Record<'ours' | 'reference', RunCost[]> = { ours: [], reference: [] };
  for (let run = 1; run <= runs; run += 1) {
    tell(`${String(documents)}篇：构建，第${String(run)}轮`);
    costs.ours.push(await coldBuild(commands.ours(ours)));
    if (run === 1) writeStarlight(bare, referencePages(dist), { sidebar: false, packages });
    costs.reference.push(await coldBuild(commands.starlight(bare)));
  }
  tell(`${String(documents)}篇：网页与检索`);
  const paths = referencePages(dist).map(({ path }) => path);
  const site = await host(dist);
  try {
    const statement = samplePages(paths).find(({ kind }) => kind === '言论');
    const { bytes } = await visit(browser, site, statement?.path ?? '', { network: false });
    const strings = sampleStrings(searchedPages(dist), Math.max(runs, 3));
    const searches = [];
    for (const [index, cold] of strings.entries()) {
      const warm = strings[strings.length - 1 - index] ?? cold;
      searches.push(await searchTwice(browser, site, ourWay, { cold, warm, network: false }));
    }
    return {
      documents,
      pages: paths.length,
      siteBytes: listFiles(dist, '.').reduce((sum, file) => sum + statSync(join(dist, file)).size, 0),
      build: { ours: medianCost(costs.ours), reference: medianCost(costs.reference) },
      pageBytes: bytes,
      search: {
        cold: medianSearch(searches.map(({ cold }) => cold)),
        warm: medianSearch(searches.map(({ warm }) => warm)),
      },
    };
  } finally {
    await site.close();
  }
}
