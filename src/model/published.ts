import { z } from 'zod';
import { agreement } from './agreement.ts';
import { clause, commitment } from './clause.ts';
import { due } from './dated.ts';
import { evidence } from './evidence.ts';
import { id, passageRef } from './id.ts';
import { leader } from './leader.ts';
import { passage, voices } from './passage.ts';
import { event } from './event.ts';
import { figure } from './figure.ts';
import { organisation } from './organisation.ts';
import { project } from './project.ts';
import { region } from './region.ts';
import { source } from './source.ts';
import { statement } from './statement.ts';
import { tension } from './tension.ts';
import { theme } from './theme.ts';
import { unknownKinds } from './unknown.ts';
import { workPoint } from './work-point.ts';

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

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A commitment with its address and the projects that quote some of its words. */
const publishedCommitment = commitment.extend({
  url: z.string().regex(/^\//),
  projects: z.array(id),
  /** Why the record cannot say what became of it. */
  unknown: z.array(z.enum(unknownKinds)),
  /** The last day, month or year by which it is due; absent where nothing says so. */
  dueBy: z.string().optional(),
  /** `deadline`: its own sentence prints it; `period`: the plan it stands in has a time. */
  dueGround: z.enum(['deadline', 'period']).optional(),
  /** True when its own words say by when or how far, that time is past at the newest article, and none reports on it. */
  overdue: z.boolean().optional(),
});

/** A link across time with the words it stands on. */
const publishedLink = z.object({
  to: z.string(),
  /** The words of the earlier record it is about; absent where it is about the record as a whole. */
  of: z.string().optional(),
  ground: z.enum(['explicit', 'same-subject', 'topical']),
  quote: z.string(),
  passage: passageRef,
  reason: z.string().optional(),
});

const laneName = z.enum(['agreed', 'planned', 'reported', 'said']);

const leftOut = { evidence: true, title: true, aliases: true } as const;

const leftOutIdentity = { title: true, aliases: true } as const;

/** The records of `/data/<name>.json`: each file is an array of these. */
export const published = {
  sources: source.omit({ ...leftOut, draft: true }).extend(common),
  passages: passage.omit({ label: true }).extend({
    ...common,
    id: passageRef,
    source: id,
    /** The editor's label before the passage, where the printed heading is lost. */
    editorLabel: z.string().optional(),
    /** False when the source is published in quotes only; then `text` holds the quoted stretches alone. */
    complete: z.boolean(),
    /** SHA-256 of the whole passage as stored, in UTF-8. */
    sha256,
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
    commitments: z.array(publishedCommitment),
  }),
  'work-points': workPoint.omit({ themes: true, regions: true, commitments: true, links: true }).extend({
    ...common,
    /** The printed heading of its keyword. */
    heading: z.string().optional(),
    /** The task's words. */
    text: z.string(),
    commitments: z.array(publishedCommitment),
    links: z.array(publishedLink),
  }),
  projects: project.omit({ ...leftOutIdentity, themes: true, regions: true, progress: true }).extend({
    ...common,
    /** Computed from the events; only a report yields a `reported-…` status. */
    status: z.enum([
      'proposed',
      'agreed',
      'planned',
      'reported-underway',
      'reported-done',
      'reported-in-use',
    ]),
    /** Date of the latest event that supports the status. */
    statusAsOf: z.string(),
    /** Date of the latest article that mentions it in any way: silence is counted from here. */
    lastMention: z.string(),
    /** Why the record cannot say what became of it. */
    unknown: z.array(z.enum(unknownKinds)),
    progress: z.array(
      z.object({
        kind: z.enum(['agreement', 'plan', 'report', 'speech', 'opinion']),
        outcome: z.string().optional(),
        date: z.string(),
        dateBasis: z.enum(['stated', 'inferred']),
        wording: z.string(),
        deadline: z.string().optional(),
        due: due.optional(),
        evidence,
      }),
    ),
  }),
  statements: statement
    .omit({ title: true, evidence: true, themes: true, regions: true, links: true })
    .extend({
      ...common,
      links: z.array(publishedLink),
    }),
  organisations: organisation.omit({ ...leftOut, regions: true }).extend(common),
  events: event.omit({ title: true, evidence: true, themes: true, regions: true }).extend(common),
  figures: figure.omit({ themes: true, regions: true, evidence: true }).extend(common),
  /** What stands side by side, unexplained; `evidence` holds the quotes of all its sides, in their order. */
  tensions: tension.omit({ title: true, themes: true }).extend(common),
  leaders: leader.omit({ ...leftOutIdentity, roles: true }).extend({
    ...common,
    roles: z.array(z.object({ title: z.string(), source: id, quote: z.string() })),
  }),
  regions: region.omit(leftOut).extend(common),
  themes: theme.omit(leftOutIdentity).extend(common),
  /** Every quote of the record, looked up in its passage when the site was built; `title` and `url` are the entry's. */
  verification: z.object({
    ...common,
    /** `<collection>/<id>` of the entry that quotes. */
    entry: z.string(),
    /** Where in the entry the quote stands. */
    field: z.string(),
    /** How many times the quote, with what must stand before and after it, was found in its passage. */
    found: z.number().int(),
    result: z.enum(['once', 'absent', 'several']),
    /** Offsets of the quote in the passage, in UTF-16 code units, end exclusive; absent where it was not found. */
    start: z.number().int().optional(),
    end: z.number().int().optional(),
    /** SHA-256 of the passage as stored, in UTF-8. */
    sha256,
  }),
  /** What at least two articles say of one subject, in order of time; `themes` and `regions` are the subject's. */
  chains: z.object({
    ...common,
    /** `<collection>/<id>` of the subject; `#c1` after it where it is one commitment of several. */
    subject: z.string(),
    hops: z.array(
      z.object({
        lane: laneName,
        kind: z.enum(voices),
        date: z.string(),
        dateBasis: z.enum(['stated', 'inferred']),
        source: id,
        evidence,
        /** The words that say how far it is, where they are a project's event. */
        wording: z.string().optional(),
        /** False for words that a link brings and that are not the subject's own. */
        own: z.boolean(),
        /** On what ground they belong here; absent for the first words of the subject itself. */
        ground: z.enum(['explicit', 'same-subject', 'topical']).optional(),
        reasons: z.array(z.string()),
        /** Clauses, work points and statements that quote them. */
        entries: z.array(z.string()),
      }),
    ),
    /** Lanes in which the articles say nothing of the subject itself. */
    gaps: z.array(laneName.exclude(['said'])),
  }),
} as const;

export type PublishedName = keyof typeof published;
export type Published<Name extends PublishedName> = z.infer<(typeof published)[Name]>;
