import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { decode } from './lib/decode.ts';
import { declaredAddresses } from './model/addresses.ts';
import { collections as model, type CollectionName } from './model/collections.ts';
import { corrections } from './model/corrections.ts';
import { changes } from './model/changes.ts';
import { coverage } from './model/coverage.ts';
import { english } from './model/english.ts';
import { mentions } from './model/mentions.ts';
import { numbers } from './model/numbers.ts';
import { passage } from './model/passage.ts';
import { readContent, type Content } from './read/content.ts';

/** What was read last, for all collections; forgotten when a file changes. */
let latest: Content | undefined;

/** Reads the content with the same reader as the scripts; a faulty file stops the build. */
function read(root: URL): Content {
  const content = (latest ??= readContent(fileURLToPath(root)));
  if (content.problems.length === 0) return content;
  latest = undefined;
  const files = [...new Set(content.problems.map(({ file }) => file))].join(', ');
  throw new Error(`content has faults in ${files}: run "npm run check" for each with its remedy`);
}

/** The entries of a collection. Bodies are MDX and rendered when a page asks for them. */
function entries(name: CollectionName): Loader {
  return {
    name: `entries-${name}`,
    load: (context) => {
      const { config, store, watcher } = context;
      const load = async (): Promise<void> => {
        store.clear();
        for (const { collection, id, file, data, body } of read(config.root).entries) {
          if (collection !== name) continue;
          const parsed = await context.parseData({ id, data: { ...data } });
          const hasNote = name !== 'sources' && body !== '';
          store.set({ id, data: parsed, body, filePath: file, ...(hasNote ? { deferredRender: true } : {}) });
        }
      };
      watcher?.on('change', (path) => {
        if (!path.includes('/content/')) return;
        latest = undefined;
        void load();
      });
      return load();
    },
  };
}

/** The passages of each source, in reading order, and its decoded raw text, under the source's ID. */
const passages: Loader = {
  name: 'passages',
  load: async (context) => {
    const { config, store } = context;
    store.clear();
    const content = read(config.root);
    for (const { id, raw, repairs } of content.rawSources) {
      const decoded = decode(raw, repairs.raw.encoding);
      const data = {
        passages: content.passages.get(id) ?? [],
        rawText: decoded.kind === 'text' ? decoded.text : '',
        excuses: content.coverage.get(id)?.excuses ?? [],
      };
      store.set({ id, data: await context.parseData({ id, data }) });
    }
  },
};

/** What an editor says of names in the text: one record. */
const declaredMentions: Loader = {
  name: 'mentions',
  load: async (context) => {
    const { config, store } = context;
    store.clear();
    const id = 'mentions';
    const data = { ...read(config.root).mentions };
    store.set({ id, data: await context.parseData({ id, data }) });
  },
};

/** Expressions whose numbers are no figures: one record. */
const declaredNumbers: Loader = {
  name: 'numbers',
  load: async (context) => {
    const { config, store } = context;
    store.clear();
    const id = 'numbers';
    const data = { expressions: [...read(config.root).expressions] };
    store.set({ id, data: await context.parseData({ id, data }) });
  },
};

/** English abstracts: one record. */
const abstracts: Loader = {
  name: 'english',
  load: async (context) => {
    const { config, store } = context;
    store.clear();
    const id = 'english';
    store.set({ id, data: await context.parseData({ id, data: { ...read(config.root).english } }) });
  },
};

/** Mistakes put right after they were published: one record. */
const declaredCorrections: Loader = {
  name: 'corrections',
  load: async (context) => {
    const { config, store } = context;
    store.clear();
    const id = 'corrections';
    const data = { corrections: [...read(config.root).corrections] };
    store.set({ id, data: await context.parseData({ id, data }) });
  },
};

/** What changed in the published record: one record. */
const declaredChanges: Loader = {
  name: 'changes',
  load: async (context) => {
    const { config, store } = context;
    store.clear();
    const id = 'changes';
    const data = { changes: [...read(config.root).changes] };
    store.set({ id, data: await context.parseData({ id, data }) });
  },
};

/** The ledger and what is said of addresses that changed: one record, named as the file. */
const addresses: Loader = {
  name: 'addresses',
  load: async (context) => {
    const { config, store } = context;
    store.clear();
    const { ledger, addresses: declared } = read(config.root);
    const id = 'addresses';
    store.set({ id, data: await context.parseData({ id, data: { ...declared, ledger: [...ledger] } }) });
  },
};

export const collections = {
  addresses: defineCollection({
    loader: addresses,
    schema: declaredAddresses.extend({ ledger: z.array(z.string()) }),
  }),
  sources: defineCollection({ loader: entries('sources'), schema: model.sources.schema }),
  themes: defineCollection({ loader: entries('themes'), schema: model.themes.schema }),
  regions: defineCollection({ loader: entries('regions'), schema: model.regions.schema }),
  leaders: defineCollection({ loader: entries('leaders'), schema: model.leaders.schema }),
  agreements: defineCollection({ loader: entries('agreements'), schema: model.agreements.schema }),
  clauses: defineCollection({ loader: entries('clauses'), schema: model.clauses.schema }),
  organisations: defineCollection({ loader: entries('organisations'), schema: model.organisations.schema }),
  'work-points': defineCollection({ loader: entries('work-points'), schema: model['work-points'].schema }),
  statements: defineCollection({ loader: entries('statements'), schema: model.statements.schema }),
  events: defineCollection({ loader: entries('events'), schema: model.events.schema }),
  projects: defineCollection({ loader: entries('projects'), schema: model.projects.schema }),
  figures: defineCollection({ loader: entries('figures'), schema: model.figures.schema }),
  tensions: defineCollection({ loader: entries('tensions'), schema: model.tensions.schema }),
  numbers: defineCollection({ loader: declaredNumbers, schema: numbers }),
  english: defineCollection({ loader: abstracts, schema: english }),
  changes: defineCollection({ loader: declaredChanges, schema: changes }),
  mentions: defineCollection({ loader: declaredMentions, schema: mentions }),
  corrections: defineCollection({ loader: declaredCorrections, schema: corrections }),
  passages: defineCollection({
    loader: passages,
    schema: z.object({
      passages: z.array(passage),
      rawText: z.string(),
      excuses: coverage.shape.excuses,
    }),
  }),
};
