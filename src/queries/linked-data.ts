import { chainsOf } from '../graph/chains.ts';
import { entriesOf, type Graph } from '../graph/graph.ts';
import { collectionNames, collections, type Entry } from '../model/collections.ts';
import type { Alternate, ForPrograms, LinkedThing } from '../model/linked-data.ts';
import { addressOf, listedCollections, routes } from '../routes.ts';
import { site } from '../site.ts';
import { chainTitle } from './chains.ts';
import { datasetThing, thingOf, whole } from './linked-things.ts';
import { siteGraph } from './site-graph.ts';
import { agreementOf, href, isOf, titleOf } from './views.ts';

let pages: Promise<ReadonlyMap<string, ForPrograms>> | undefined;

/** What the page at a path, base path included, says of itself to other programs. */
export async function forPrograms(pathname: string): Promise<ForPrograms> {
  pages ??= allPages();
  const known = (await pages).get(pathname);
  if (known !== undefined) return known;
  return pathname.endsWith('/') ? { alternates: [textBeside(pathname)] } : {};
}

async function allPages(): Promise<ReadonlyMap<string, ForPrograms>> {
  const graph = await siteGraph();
  const entries = collectionNames
    .flatMap((name): Entry[] => entriesOf(graph, name))
    .filter((entry) => !addressOf(entry).includes('#'));
  const made: [string, ForPrograms][] = [
    [routes.home, { alternates: [feedOf(routes.home, '更新')], things: [webSite()] }],
    [
      routes.dataPage,
      { things: [datasetThing(graph), breadcrumbs([{ name: '开放数据', address: routes.dataPage }])] },
    ],
    ...listedCollections.map((name): [string, ForPrograms] => [
      routes.collection(name),
      { things: [breadcrumbs([crumbOf(name)])] },
    ]),
    ...entries.map((entry): [string, ForPrograms] => [addressOf(entry), ofEntry(graph, entry)]),
    ...chainsOf(graph).map(({ subject }): [string, ForPrograms] => {
      const address = routes.chain(subject.id);
      const trail = [
        { name: '线索', address: routes.chains },
        { name: chainTitle(graph, subject), address },
      ];
      return [address, { alternates: [recordBeside(address)], things: [breadcrumbs(trail)] }];
    }),
  ];
  return new Map(
    made.map(([address, { alternates = [], things = [] }]) => [
      href(address),
      { alternates: [...alternates, textBeside(href(address))], things },
    ]),
  );
}

function ofEntry(graph: Graph, entry: Entry): ForPrograms {
  const address = addressOf(entry);
  const isFollowed = isOf(entry, 'themes') || isOf(entry, 'regions');
  return {
    alternates: [recordBeside(address), ...(isFollowed ? [feedOf(address, `${titleOf(entry)}的更新`)] : [])],
    things: [thingOf(graph, entry), breadcrumbs(trailOf(graph, entry))],
  };
}

function recordBeside(page: string): Alternate {
  return { type: 'application/json', href: href(routes.recordFile(page)) };
}

function textBeside(pathname: string): Alternate {
  return { type: 'text/plain', href: routes.plainText(pathname) };
}

function feedOf(page: string, title: string): Alternate {
  return { type: 'application/atom+xml', href: href(routes.feed(page)), title };
}

function webSite(): LinkedThing {
  return {
    '@type': 'WebSite',
    '@id': whole(routes.home),
    name: site.name,
    description: site.description,
    inLanguage: site.language,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${whole(routes.search)}?q={q}` },
      'query-input': 'required name=q',
    },
  };
}

interface Crumb {
  readonly name: string;
  readonly address: string;
}

/** Where a page stands, from the home page down. */
function breadcrumbs(trail: readonly Crumb[]): LinkedThing {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: '首页', address: routes.home }, ...trail].map(({ name, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: { '@id': whole(address) },
    })),
  };
}

function trailOf(graph: Graph, entry: Entry): Crumb[] {
  const own = { name: titleOf(entry), address: addressOf(entry) };
  if (!isOf(entry, 'clauses')) return [crumbOf(entry.collection as (typeof listedCollections)[number]), own];
  const agreement = agreementOf(graph, entry);
  return [crumbOf('agreements'), { name: titleOf(agreement), address: addressOf(agreement) }, own];
}

function crumbOf(name: (typeof listedCollections)[number]): Crumb {
  return { name: collections[name].name, address: routes.collection(name) };
}
