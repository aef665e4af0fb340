import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { declaredAddresses, type DeclaredAddresses } from '../model/addresses.ts';
import { collectionNames, collections, type CollectionName, type Entry } from '../model/collections.ts';
import { corrections, correctionsFile, type Correction } from '../model/corrections.ts';
import { changes, changesFile, type Change } from '../model/changes.ts';
import { coverage, type Coverage } from '../model/coverage.ts';
import { english, englishFile, noEnglish, type English } from '../model/english.ts';
import { idPattern } from '../model/id.ts';
import { mentions, mentionsFile, noMentions, type Mentions } from '../model/mentions.ts';
import { numbers, numbersFile, type Expressions } from '../model/numbers.ts';
import type { Passage } from '../model/passage.ts';
import { problemAt, type Place, type Problem } from '../model/problem.ts';
import { repairs, type Repairs } from '../model/repairs.ts';
import { parseEntryFile } from './entry-file.ts';
import { listFiles, readText } from './files.ts';
import { validate } from './validate.ts';
import { parseYaml, type YamlText } from './yaml.ts';

/** A source's raw bytes and declared repairs, as read. */
export interface RawSource {
  readonly id: string;
  readonly rawFile: string;
  readonly raw: Uint8Array;
  readonly repairsFile: string;
  readonly repairs: Repairs;
  /** The generated file beside them; undefined when it was never made. */
  readonly generated: string | undefined;
}

/** The excuses of a source, with the file that holds them. */
export interface SourceCoverage {
  readonly file: string;
  readonly excuses: Coverage['excuses'];
}

/** Everything below `content/`, parsed. Entries with problems are left out and named in `broken`. */
export interface Content {
  readonly entries: readonly Entry[];
  /** Passages by source ID, in reading order. */
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  readonly rawSources: readonly RawSource[];
  /** Excused sentences by source ID. */
  readonly coverage: ReadonlyMap<string, SourceCoverage>;
  /** What an editor says of names in the text. */
  readonly mentions: Mentions;
  /** Expressions whose numbers are no figures. */
  readonly expressions: Expressions;
  /** Abstracts for readers who do not read Chinese. */
  readonly english: English;
  /** Mistakes put right after they were published, in the order they are written. */
  readonly corrections: readonly Correction[];
  /** What changed in the published record and when, oldest first. */
  readonly changes: readonly Change[];
  readonly ledger: readonly string[];
  /** What became of addresses that belong to no entry any more. */
  readonly addresses: DeclaredAddresses;
  readonly problems: readonly Problem[];
  /** `<collection>/<id>` of entries whose file has problems: they exist, so references to them hold. */
  readonly broken: ReadonlySet<string>;
  /** Turns a place into a line and column, counted from 1; undefined when the file has no such thing. */
  readonly locate: (file: string, at: Place) => { line: number; column: number } | undefined;
}

export const ledgerFile = 'content/ids.ledger';
const addressesFile = 'content/addresses.yaml';
const readmeFile = 'content/README.md';

/** What files held and what that parsed to, kept between readings of one project: what is unchanged is not parsed again. */
export type ReadMemory = Map<string, { readonly text: string; readonly parsed: unknown }>;

/** Reads all content below `root`. Faults become problems; nothing throws for what an editor wrote. */
export function readContent(root: string, memory: ReadMemory = new Map()): Content {
  const reader = new ContentReader(root, memory);
  for (const file of listFiles(root, 'content')) reader.take(file);
  return reader.finish();
}

interface Kind {
  readonly collection: CollectionName;
  readonly id: string;
}

/** What the files of each collection are called. An agreement's `index.mdx` is found before it could be a clause. */
const filePatterns = collectionNames.map((collection) => {
  const pattern = collections[collection].files.replaceAll('.', '\\.').replaceAll('*', '([^/]+)');
  return { collection, pattern: new RegExp(`^content/${pattern}$`) };
});

/** The collection and ID a path stands for. */
export function entryKind(file: string): Kind | undefined {
  for (const { collection, pattern } of filePatterns) {
    const match = pattern.exec(file);
    if (match) return { collection, id: match.slice(1).join('/') };
  }
  return undefined;
}

class ContentReader {
  readonly #root: string;
  readonly #memory: ReadMemory;
  readonly #entries: Entry[] = [];
  readonly #passages = new Map<string, readonly Passage[]>();
  /** By source; undefined where the file has faults of its own. */
  readonly #repairs = new Map<string, Repairs | undefined>();
  readonly #coverage = new Map<string, SourceCoverage>();
  readonly #raws = new Map<string, Map<string, Uint8Array>>();
  readonly #generated = new Map<string, string>();
  readonly #sourceIds = new Set<string>();
  readonly #problems: Problem[] = [];
  readonly #broken = new Set<string>();
  readonly #yaml = new Map<string, YamlText>();
  #mentions: Mentions = noMentions;
  #expressions: Expressions = [];
  #english: English = noEnglish;
  #corrections: readonly Correction[] = [];
  #changes: readonly Change[] = [];
  #ledger: readonly string[] = [];
  #addresses: DeclaredAddresses = { moved: [], retired: [] };

  constructor(root: string, memory: ReadMemory) {
    this.#root = root;
    this.#memory = memory;
  }

  take(file: string): void {
    const raw = /^content\/sources\/([^/]+)\/raw\.(txt|html|md)$/.exec(file);
    const repairsOf = /^content\/sources\/([^/]+)\/repairs\.yaml$/.exec(file);
    const coverageOf = /^content\/sources\/([^/]+)\/coverage\.yaml$/.exec(file);
    const kind = entryKind(file);
    if (raw?.[1] !== undefined) {
      this.#sourceIds.add(raw[1]);
      const bytes = readFileSync(join(this.#root, file));
      this.#raws.set(raw[1], new Map([...(this.#raws.get(raw[1]) ?? []), [file, bytes]]));
    } else if (repairsOf?.[1] !== undefined) this.#takeRepairs(file, repairsOf[1]);
    else if (coverageOf?.[1] !== undefined) this.#takeCoverage(file, coverageOf[1]);
    else if (kind !== undefined) this.#takeEntry(file, kind);
    else if (file === ledgerFile) this.#takeLedger(file);
    else if (file === mentionsFile) this.#mentions = this.#parseYamlFile(file, mentions) ?? noMentions;
    else if (file === numbersFile) this.#expressions = this.#parseYamlFile(file, numbers)?.expressions ?? [];
    else if (file === englishFile) this.#english = this.#parseYamlFile(file, english) ?? noEnglish;
    else if (file === correctionsFile)
      this.#corrections = this.#parseYamlFile(file, corrections)?.corrections ?? [];
    else if (file === changesFile) this.#changes = this.#parseYamlFile(file, changes)?.changes ?? [];
    else if (file === addressesFile) this.#takeAddresses(file);
    else if (file !== readmeFile) {
      const folders = collectionNames.map((name) => `content/${collections[name].files}`);
      const expected = [
        ...folders,
        mentionsFile,
        numbersFile,
        englishFile,
        correctionsFile,
        changesFile,
        'content/sources/*/(repairs|coverage).yaml',
        'content/sources/*/raw.(txt|html|md)',
        addressesFile,
      ];
      this.#problems.push(problemAt('file-misplaced', file, [], { expected: expected.join('、') }));
    }
  }

  finish(): Content {
    const rawSources = [...this.#sourceIds].flatMap((id) => {
      const source = this.#rawSource(id);
      if (source === undefined) this.#broken.add(`sources/${id}`);
      return source === undefined ? [] : [source];
    });
    const yaml = this.#yaml;
    return {
      entries: this.#entries,
      passages: this.#passages,
      rawSources,
      coverage: this.#coverage,
      mentions: this.#mentions,
      expressions: this.#expressions,
      english: this.#english,
      corrections: this.#corrections,
      changes: this.#changes,
      ledger: this.#ledger,
      addresses: this.#addresses,
      problems: this.#problems,
      broken: this.#broken,
      locate: (file, at) => {
        if (at.kind === 'position') return { line: at.line, column: at.column };
        // The empty path is the file as a whole, which has no one place.
        return at.kind === 'path' && at.path.length > 0 ? yaml.get(file)?.locate(at.path) : undefined;
      },
    };
  }

  /** The raw file that `repairs.yaml` names, with it; undefined, and a problem, where either is missing. */
  #rawSource(id: string): RawSource | undefined {
    const folder = `content/sources/${id}`;
    const repairsFile = `${folder}/repairs.yaml`;
    const raws = this.#raws.get(id) ?? new Map<string, Uint8Array>();
    if (!this.#repairs.has(id)) {
      const [rawFile] = raws.keys();
      const expected = rawFile === undefined ? 'repairs.yaml 和原件 raw.(txt|html|md)' : 'repairs.yaml';
      this.#problems.push(problemAt('raw-missing', rawFile ?? `${folder}/index.mdx`, [], { expected }));
      return undefined;
    }
    const declared = this.#repairs.get(id);
    if (declared === undefined) return undefined;
    const rawFile = `${folder}/${declared.raw.file}`;
    const raw = raws.get(rawFile);
    if (raw === undefined) {
      const expected = declared.raw.file;
      this.#problems.push(problemAt('raw-missing', repairsFile, ['raw', 'file'], { expected }));
      return undefined;
    }
    return { id, rawFile, raw, repairsFile, repairs: declared, generated: this.#generated.get(id) };
  }

  #read(file: string): string | undefined {
    const read = readText(this.#root, file);
    if (read.kind === 'text') return read.text;
    this.#problems.push(problemAt('file-unreadable', file, [], { reason: read.reason }));
    return undefined;
  }

  #takeLedger(file: string): void {
    const text = this.#read(file);
    this.#ledger = (text ?? '').split('\n').filter((line) => line !== '');
  }

  #takeAddresses(file: string): void {
    this.#addresses = this.#parseYamlFile(file, declaredAddresses) ?? this.#addresses;
  }

  #takeRepairs(file: string, id: string): void {
    this.#sourceIds.add(id);
    this.#repairs.set(id, this.#parseYamlFile(file, repairs));
  }

  #takeCoverage(file: string, id: string): void {
    const declared = this.#parseYamlFile(file, coverage);
    if (declared !== undefined) this.#coverage.set(id, { file, excuses: declared.excuses });
  }

  /** A YAML file that is one record; undefined, with its problems noted, when it has faults. */
  #parseYamlFile<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const text = this.#read(file);
    if (text === undefined) return undefined;
    const parsed = this.#parsed(file, text, () => {
      const yaml = parseYaml(text, file);
      const result = yaml.problems.length > 0 ? yaml : validate(schema, yaml.value, file);
      return { yaml, result };
    });
    const { yaml, result } = parsed;
    this.#yaml.set(file, yaml);
    if ('data' in result) return result.data;
    this.#problems.push(...result.problems);
    return undefined;
  }

  /** What a text parses to; a text that is still what it was is not parsed again. */
  #parsed<T>(file: string, text: string, parse: () => T): T {
    const known = this.#memory.get(file);
    // A file is always parsed the same way, by its path.
    if (known?.text === text) return known.parsed as T;
    const parsed = parse();
    this.#memory.set(file, { text, parsed });
    return parsed;
  }

  #takeEntry(file: string, { collection, id }: Kind): void {
    const key = `${collection}/${id}`;
    const before = this.#problems.length;
    for (const part of id.split('/')) {
      if (!idPattern.test(part)) this.#problems.push(problemAt('id-malformed', file, [], { id: part }));
    }
    const text = this.#read(file);
    if (collection === 'sources') {
      this.#sourceIds.add(id);
      this.#generated.set(id, text ?? '');
    }
    if (text !== undefined) {
      const parsed = this.#parsed(file, text, () => parseEntryFile(file, collection, id, text));
      this.#problems.push(...parsed.problems);
      if (parsed.yaml !== undefined) this.#yaml.set(file, parsed.yaml);
      if (parsed.entry !== undefined) this.#entries.push(parsed.entry);
      if (parsed.passages !== undefined) this.#passages.set(id, parsed.passages);
    }
    if (this.#problems.length > before) this.#broken.add(key);
  }
}
