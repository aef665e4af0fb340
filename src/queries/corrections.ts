import { correctedAddress } from '../graph/checks/corrections.ts';
import { toAtom } from '../lib/atom.ts';
import { urnOf } from '../lib/urn.ts';
import { lastDayOf } from '../lib/partial-date.ts';
import type { Entry } from '../model/collections.ts';
import type { CorrectionView } from '../model/correction-views.ts';
import type { Link } from '../model/views.ts';
import { addressOf, routes } from '../routes.ts';
import { site } from '../site.ts';
import { cutOffOf } from '../graph/sources-in-time.ts';
import { nowAt } from './addresses.ts';
import { whole } from './linked-things.ts';
import { siteGraph } from './site-graph.ts';
import { href } from './views.ts';

interface PlacedCorrection extends CorrectionView {
  /** Where its entries stand now, root-relative. */
  readonly addresses: readonly string[];
}

let placed: Promise<PlacedCorrection[]> | undefined;

/** Every correction, the newest first; of one day, the last written first. */
export function correctionViews(): Promise<readonly CorrectionView[]> {
  return placedCorrections();
}

/** The corrections of an entry, the newest first. */
export async function correctionsOf(entry: Entry): Promise<readonly CorrectionView[]> {
  const own = addressOf(entry);
  return (await placedCorrections()).filter(({ addresses }) => addresses.includes(own));
}

/** The corrections of an entry without a page of its own, as links to the log. */
export async function correctionLinks(): Promise<(entry: Entry) => Link[]> {
  const all = await placedCorrections();
  return (entry) =>
    all
      .filter(({ addresses }) => addresses.includes(addressOf(entry)))
      .map(({ date, href: to }) => ({ label: date, href: to }));
}

/** Where the feed is. */
export function correctionFeedLink(): string {
  return href(routes.correctionsFeed);
}

function placedCorrections(): Promise<PlacedCorrection[]> {
  placed ??= place();
  return placed;
}

async function place(): Promise<PlacedCorrection[]> {
  const { corrections } = await siteGraph();
  const views = await Promise.all(
    corrections.map(async ({ id, date, entries, was, now, why, by }) => {
      const places = await Promise.all(entries.map((key) => nowAt(correctedAddress(key))));
      return {
        id,
        date,
        was,
        now,
        why,
        by,
        href: href(routes.correction(id)),
        entries: places.map(({ link }) => link),
        addresses: places.map(({ address }) => address),
      };
    }),
  );
  return views
    .map((view, index) => ({ view, index }))
    .sort((a, b) => (a.view.date < b.view.date ? 1 : a.view.date > b.view.date ? -1 : b.index - a.index))
    .map(({ view }) => view);
}

/** The corrections as an Atom feed. Its dates are those of the log; of an empty log, the corpus cut-off. */
export async function correctionsFeed(): Promise<string> {
  const views = await correctionViews();
  return toAtom({
    id: await urnOf('corrections'),
    title: `${site.name}：更正`,
    subtitle: '说错而改过的地方，按改的日子。',
    language: site.language,
    author: site.name,
    self: whole(routes.correctionsFeed),
    page: whole(routes.corrections),
    updated: views[0]?.date ?? lastDayOf(cutOffOf(await siteGraph())),
    entries: await Promise.all(
      views.map(async (view) => ({
        id: await urnOf(`correction ${view.id}`),
        title: `更正：${view.entries.map(({ label }) => label).join('、')}`,
        page: whole(routes.correction(view.id)),
        date: view.date,
        summary: `原来：${view.was}\n现在：${view.now}\n理由：${view.why}\n${view.by}更正。`,
      })),
    ),
  });
}
