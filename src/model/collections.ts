import type { z } from 'zod';
import { agreement } from './agreement.ts';
import { clause } from './clause.ts';
import { event } from './event.ts';
import { figure } from './figure.ts';
import { leader } from './leader.ts';
import { organisation } from './organisation.ts';
import { project } from './project.ts';
import { region } from './region.ts';
import { source } from './source.ts';
import { statement } from './statement.ts';
import { tension } from './tension.ts';
import { theme } from './theme.ts';
import { workPoint } from './work-point.ts';

/**
 * The collections: where their files lie below `content/`, and the schema of their front matter. In `files`
 * each `*` is one ID; the entry's ID is these joined by `/`. Order is the order of work and of every list.
 */
export const collections = {
  sources: { files: 'sources/*/index.mdx', schema: source, name: '来源' },
  themes: { files: 'themes/*.mdx', schema: theme, name: '主题' },
  regions: { files: 'regions/*.mdx', schema: region, name: '地区' },
  leaders: { files: 'leaders/*.mdx', schema: leader, name: '人物' },
  organisations: { files: 'organisations/*.mdx', schema: organisation, name: '机构' },
  agreements: { files: 'agreements/*/index.mdx', schema: agreement, name: '协议' },
  clauses: { files: 'agreements/*/*.mdx', schema: clause, name: '条款' },
  'work-points': { files: 'work-points/*.mdx', schema: workPoint, name: '工作要点' },
  statements: { files: 'statements/*.mdx', schema: statement, name: '言论' },
  events: { files: 'events/*.mdx', schema: event, name: '事件' },
  projects: { files: 'projects/*.mdx', schema: project, name: '项目' },
  figures: { files: 'figures/*.mdx', schema: figure, name: '数字' },
  tensions: { files: 'tensions/*.mdx', schema: tension, name: '并存的说法' },
} as const satisfies Record<string, { files: string; schema: z.ZodType; name: string }>;

export type CollectionName = keyof typeof collections;

export const collectionNames = Object.keys(collections) as readonly CollectionName[];

/** What the front matter of a collection holds once parsed. */
export type DataOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]['schema']>;

/** One entry of a collection, parsed. */
export interface Entry<Name extends CollectionName = CollectionName> {
  readonly collection: Name;
  /** File name without ending; for a clause `<agreement>/<clause>`. */
  readonly id: string;
  /** Path from the project root, `/` between folders. */
  readonly file: string;
  readonly data: DataOf<Name>;
  /** The Markdown below the front matter, `''` where there is none. */
  readonly body: string;
}

/** Narrows an entry to a collection. */
export function isOf<Name extends CollectionName>(entry: Entry, name: Name): entry is Entry<Name> {
  return entry.collection === name;
}
