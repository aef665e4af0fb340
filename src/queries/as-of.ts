import type { AsOfView } from '../model/as-of.ts';
import { asOfViewsOf } from './as-of-views.ts';
import { siteGraph } from './site-graph.ts';

let views: Promise<AsOfView[]> | undefined;

/** Every day with what was known on it, in order of time; made once. */
export function asOfViews(): Promise<AsOfView[]> {
  views ??= siteGraph().then(asOfViewsOf);
  return views;
}
