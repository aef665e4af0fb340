import type { CollectionName } from '../model/collections.ts';

/** One kind of relation: a field that holds IDs of another collection. Written on the dependent side only. */
export interface Relation {
  readonly from: CollectionName;
  /** Path of the field; `[]` after a name means each item of a list. */
  readonly field: string;
  readonly to: CollectionName;
}

/** Every relation there is. A new one is a row here, and its check and backlinks follow. */
export const relations: readonly Relation[] = [
  { from: 'regions', field: 'parent', to: 'regions' },
  { from: 'leaders', field: 'roles[].regions[]', to: 'regions' },
  { from: 'leaders', field: 'notSameAs[]', to: 'leaders' },
  { from: 'agreements', field: 'parties[].region', to: 'regions' },
  { from: 'agreements', field: 'parties[].organisation', to: 'organisations' },
  { from: 'agreements', field: 'signatories[].leader', to: 'leaders' },
  { from: 'agreements', field: 'areas[].theme', to: 'themes' },
  { from: 'agreements', field: 'themes[]', to: 'themes' },
  { from: 'agreements', field: 'regions[]', to: 'regions' },
  { from: 'clauses', field: 'themes[]', to: 'themes' },
  { from: 'clauses', field: 'regions[]', to: 'regions' },
  { from: 'clauses', field: 'commitments[].owner.regions[]', to: 'regions' },
  { from: 'clauses', field: 'commitments[].owner.organisations[]', to: 'organisations' },
  { from: 'clauses', field: 'commitments[].towards.regions[]', to: 'regions' },
  { from: 'clauses', field: 'commitments[].towards.organisations[]', to: 'organisations' },
  { from: 'organisations', field: 'regions[]', to: 'regions' },
  { from: 'organisations', field: 'notSameAs[]', to: 'organisations' },
  { from: 'work-points', field: 'plan', to: 'agreements' },
  { from: 'work-points', field: 'themes[]', to: 'themes' },
  { from: 'work-points', field: 'regions[]', to: 'regions' },
  { from: 'work-points', field: 'commitments[].owner.regions[]', to: 'regions' },
  { from: 'work-points', field: 'commitments[].owner.organisations[]', to: 'organisations' },
  { from: 'work-points', field: 'commitments[].towards.regions[]', to: 'regions' },
  { from: 'work-points', field: 'commitments[].towards.organisations[]', to: 'organisations' },
  { from: 'statements', field: 'speaker', to: 'leaders' },
  { from: 'statements', field: 'themes[]', to: 'themes' },
  { from: 'statements', field: 'regions[]', to: 'regions' },
  { from: 'events', field: 'regions[]', to: 'regions' },
  { from: 'events', field: 'leaders[]', to: 'leaders' },
  { from: 'events', field: 'organisations[]', to: 'organisations' },
  { from: 'events', field: 'agreements[]', to: 'agreements' },
  { from: 'events', field: 'themes[]', to: 'themes' },
  { from: 'projects', field: 'themes[]', to: 'themes' },
  { from: 'projects', field: 'regions[]', to: 'regions' },
  { from: 'projects', field: 'notSameAs[]', to: 'projects' },
  { from: 'projects', field: 'partOf[]', to: 'projects' },
  { from: 'figures', field: 'themes[]', to: 'themes' },
  { from: 'figures', field: 'regions[]', to: 'regions' },
  { from: 'figures', field: 'beside[]', to: 'figures' },
  { from: 'tensions', field: 'sides[].figure', to: 'figures' },
  { from: 'tensions', field: 'themes[]', to: 'themes' },
  { from: 'tensions', field: 'projects[]', to: 'projects' },
  { from: 'tensions', field: 'agreements[]', to: 'agreements' },
  { from: 'tensions', field: 'events[]', to: 'events' },
];
