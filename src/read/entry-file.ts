import { z } from 'zod';
import { collections, type CollectionName, type Entry } from '../model/collections.ts';
import { passage, type Passage } from '../model/passage.ts';
import { problemAt, problemOn, type Problem } from '../model/problem.ts';
import { parsePassages } from './source-format.ts';
import { validate } from './validate.ts';
import { parseYaml, type YamlText } from './yaml.ts';

/** What a file below `content/` holds, as far as it could be parsed; what is wrong with it stands in `problems`. */
export interface ParsedEntry {
  readonly problems: readonly Problem[];
  readonly yaml?: YamlText;
  readonly entry?: Entry;
  /** The passages of a generated source. */
  readonly passages?: readonly Passage[];
}

/** Parses the text of an entry's file: front matter between `---`, then the note, or a source's passages. */
export function parseEntryFile(
  file: string,
  collection: CollectionName,
  id: string,
  text: string,
): ParsedEntry {
  const match = /^---(?: #[^\n]*)?\n([\s\S]*?\n)?---(?:\n|$)/.exec(text);
  if (match === null) {
    return { problems: [problemOn('front-matter-missing', file, 1, 1, { expected: '---' })] };
  }
  const yaml = parseYaml(match[1] ?? '', file, 2);
  if (yaml.problems.length > 0) return { problems: yaml.problems, yaml };
  const result = validate<unknown>(collections[collection].schema, yaml.value, file);
  const body = text.slice(match[0].length);
  const head =
    result.kind === 'invalid'
      ? { problems: result.problems }
      : { problems: [], entry: { collection, id, file, data: result.data, body: body.trim() } as Entry };
  if (collection !== 'sources') return { ...head, yaml };
  const generated = passagesIn(file, body, text.slice(0, match[0].length).split('\n').length - 1);
  return { ...generated, ...head, yaml, problems: [...head.problems, ...generated.problems] };
}

function passagesIn(
  file: string,
  body: string,
  headLines: number,
): Pick<ParsedEntry, 'problems' | 'passages'> {
  const { passages, strayLines } = parsePassages(body);
  const stray = strayLines.map((line) =>
    problemOn('generated-stale', file, headLines + line, 1, { reason: '这一行不是生成的段落' }),
  );
  const result = z.array(passage).safeParse(passages);
  if (result.success) return { problems: stray, passages: result.data };
  return { problems: [...stray, problemAt('generated-stale', file, [], { reason: '段落的写法不对' })] };
}
