import { z } from 'zod';
import { agreement } from './agreement.ts';
import { clause, commitment } from './clause.ts';
import { evidence } from './evidence.ts';
import { id, passageRef } from './id.ts';
import { leader } from './leader.ts';
import { passage } from './passage.ts';
import { region } from './region.ts';
import { source } from './source.ts';
import { theme } from './theme.ts';

/** What every published record has, whatever its collection. Lists may be empty; they are never absent. */
const common = {
  id: z.string(),
  title: z.string().min(1),
  /** The record's address, root-relative, with the deployment's base path. */
  url: z.string().regex(/^\//),
  aliases: z.array(z.string()),
  themes: z.array(id),
  regions: z.array(id),
  evidence: z.array(evidence),
};

const leftOut = { evidence: true, title: true, aliases: true } as const;

/** The records of `/data/<name>.json`: each file is an array of these. */
export const published = {
  sources: source.omit(leftOut).extend(common),
  passages: passage.omit({ label: true }).extend({
    ...common,
    id: passageRef,
    source: id,
    /** The editor's label before the passage, where the printed heading is lost. */
    editorLabel: z.string().optional(),
    /** False when the source is published in quotes only; then `text` holds the quoted stretches alone. */
    complete: z.boolean(),
  }),
  agreements: agreement
    .omit({ ...leftOut, themes: true, regions: true })
    .extend({ ...common, clauses: z.array(z.string()) }),
  clauses: clause.omit({ themes: true, regions: true, commitments: true }).extend({
    ...common,
    agreement: id,
    /** The printed heading of its area, where the article has one. */
    heading: z.string().optional(),
    /** The words of the passage. */
    text: z.string(),
    commitments: z.array(commitment.extend({ url: z.string().regex(/^\//) })),
  }),
  leaders: leader.omit({ title: true, aliases: true, roles: true }).extend({
    ...common,
    roles: z.array(z.object({ title: z.string(), source: id, quote: z.string() })),
  }),
  regions: region.omit(leftOut).extend(common),
  themes: theme.omit({ title: true, aliases: true }).extend(common),
} as const;

export type PublishedName = keyof typeof published;
export type Published<Name extends PublishedName> = z.infer<(typeof published)[Name]>;
