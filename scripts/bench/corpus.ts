import { join } from 'node:path';
import { tell } from '../measure.ts';
import { ourExactness, sampleStrings, searchedPages, starlightExactness } from './exactness.ts';
import { measureFloor } from './floor.ts';
import { host, type Host } from './host.ts';
import { medianPage, samplePages, visit, type PageCost } from './page-cost.ts';
import type { Place } from './place.ts';
import { referencePages, writeStarlight, type ReferencePage } from './reference-site.ts';
import type { CorpusResults, Pair, Searches } from './results.ts';
import { medianCost, type RunCost } from './run-cost.ts';
import { medianSearch, ourWay, searchTwice, starlightWay } from './search-cost.ts';
import { coldBuild, commands, copySite } from './workspace.ts';

/** How many strings are searched for to see what is found. */
const strings = 200;

/** The record as it is beside Starlight with the same pages, with and without its sidebar. */
export async function benchCorpus(place: Place): Promise<CorpusResults> {
  const [ours, bare, full] = ['ours', 'bare', 'full'].map((name) => join(place.folder, name)) as [
    string,
    string,
    string,
  ];
  copySite(ours);
  const { pages, builds } = await buildAll(place, { ours, bare, full });
  tell('底线');
  const floor = await measureFloor(place, ours, pages);
  const hosts = {
    ours: await host(join(ours, 'dist')),
    reference: await host(join(full, 'dist')),
    bare: await host(join(bare, 'dist')),
  };
  try {
    const visits = await visitAll(place, hosts, pages);
    const sampled = sampleStrings(searchedPages(join(ours, 'dist')), strings);
    tell(`检索的准确：${String(sampled.length)}个词`);
    const exactness = {
      ours: await ourExactness(join(ours, 'dist'), sampled),
      reference: await starlightExactness(place.browser, hosts.reference, join(full, 'dist'), sampled),
    };
    const search = await searchBoth(place, hosts, sampled, false);
    const searchFarAway = await searchBoth(place, hosts, sampled, true);
    return { pages: pages.length, build: builds, visits, search, searchFarAway, exactness, floor };
  } finally {
    for (const each of Object.values(hosts)) await each.close();
  }
}

type Folders = Readonly<Record<'ours' | 'bare' | 'full', string>>;

/** Builds each site so many times, in turns; the reference's pages are those of our first build. */
async function buildAll(
  { packages, runs }: Place,
  folders: Folders,
): Promise<{ pages: ReferencePage[]; builds: CorpusResults['build'] }> {
  const costs: Record<keyof Folders, RunCost[]> = { ours: [], bare: [], full: [] };
  let pages: ReferencePage[] = [];
  for (let run = 1; run <= runs; run += 1) {
    tell(`构建，第${String(run)}轮`);
    costs.ours.push(await coldBuild(commands.ours(folders.ours)));
    if (run === 1) {
      pages = referencePages(join(folders.ours, 'dist'));
      writeStarlight(folders.bare, pages, { sidebar: false, packages });
      writeStarlight(folders.full, pages, { sidebar: true, packages });
    }
    costs.bare.push(await coldBuild(commands.starlight(folders.bare)));
    costs.full.push(await coldBuild(commands.starlight(folders.full)));
  }
  return {
    pages,
    builds: {
      ours: medianCost(costs.ours),
      reference: medianCost(costs.full),
      bare: medianCost(costs.bare),
    },
  };
}

async function visitAll(
  { browser, runs }: Place,
  hosts: Pair<Host> & { bare: Host },
  pages: readonly ReferencePage[],
): Promise<CorpusResults['visits']> {
  const visits: CorpusResults['visits'][number][] = [];
  for (const { kind, path } of samplePages(pages.map((page) => page.path))) {
    tell(`首次访问：${kind}`);
    const near: Record<keyof typeof hosts, PageCost[]> = { ours: [], reference: [], bare: [] };
    const far: Record<keyof Pair<Host>, PageCost[]> = { ours: [], reference: [] };
    for (let run = 0; run < runs; run += 1) {
      for (const name of ['ours', 'reference', 'bare'] as const) {
        near[name].push(await visit(browser, hosts[name], path, { network: false }));
      }
      for (const name of ['ours', 'reference'] as const) {
        far[name].push(await visit(browser, hosts[name], path, { network: true }));
      }
    }
    visits.push({
      kind,
      path: `/${path}`,
      ours: medianPage(near.ours),
      reference: medianPage(near.reference),
      bare: medianPage(near.bare),
      farAway: { ours: medianPage(far.ours), reference: medianPage(far.reference) },
    });
  }
  return visits;
}

/** Two searches in a new browser, other words each time; a string has a first search and, later, a further one. */
async function searchBoth(
  { browser, runs }: Place,
  hosts: Pair<Host>,
  sampled: readonly string[],
  network: boolean,
): Promise<Pair<Searches>> {
  tell(network ? '检索的时间，慢速手机，慢速网络' : '检索的时间，慢速手机');
  const short = sampled.filter((string) => Array.from(string).length <= 4);
  const measured: Record<keyof Pair<Host>, Searches[]> = { ours: [], reference: [] };
  for (let run = 0; run < runs; run += 1) {
    const words = { cold: short[run] ?? '', warm: short[short.length - 1 - run] ?? '', network };
    measured.ours.push(await searchTwice(browser, hosts.ours, ourWay, words));
    measured.reference.push(await searchTwice(browser, hosts.reference, starlightWay, words));
  }
  const medians = (searches: readonly Searches[]): Searches => ({
    cold: medianSearch(searches.map(({ cold }) => cold)),
    warm: medianSearch(searches.map(({ warm }) => warm)),
  });
  return { ours: medians(measured.ours), reference: medians(measured.reference) };
}
