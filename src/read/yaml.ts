import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  stringify,
  visit,
  type Document,
  type Scalar,
  type YAMLParseError,
} from 'yaml';
import { problemOn, type Problem } from '../model/problem.ts';

/** A YAML text parsed once, with the means to find any of its fields again. */
export interface YamlText {
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /**
   * Line and column, counted from 1 in the whole file, of the deepest part of `path` that exists: of its value
   * where that stands on the line of its name, else of the name.
   */
  readonly locate: (path: readonly (string | number)[]) => Position;
}

/** Fields that hold dates; their values must be quoted, so that no YAML reader turns them into something else. */
const dateKeys = new Set(['value', 'on']);

/**
 * Parses YAML that begins at `firstLine` of `file`. Aliases are refused (an alias could grow without bound);
 * syntax errors and unquoted dates come back as problems.
 */
export function parseYaml(text: string, file: string, firstLine = 1): YamlText {
  const { document, position } = treeOf(text, firstLine);
  const locate = locator(text, firstLine);
  const syntax = document.errors.map((error): Problem => {
    const { line, column } = position(beginningOf(document, error));
    return problemOn('yaml-invalid', file, line, column, { reason: error.message });
  });
  if (syntax.length > 0) return { value: undefined, problems: syntax, locate };
  const problems: Problem[] = [];
  visit(document, {
    Alias(_, node) {
      const { line, column } = position(node.range?.[0] ?? 0);
      problems.push(problemOn('yaml-invalid', file, line, column, { reason: `alias *${node.source}` }));
    },
    Pair(_, pair, path) {
      const { key, value } = pair;
      if (!isScalar(key) || !isScalar(value) || typeof key.value !== 'string') return;
      if (!dateKeys.has(key.value) || !isUnquotedDate(value)) return;
      const parents = path.flatMap((node) => (isMap(node) || isSeq(node) ? [node] : []));
      const { line, column } = position(value.range?.[0] ?? parents.at(-1)?.range?.[0] ?? 0);
      problems.push(
        problemOn('date-unquoted', file, line, column, { field: key.value, value: value.source ?? '' }),
      );
    },
  });
  return { value: problems.length > 0 ? undefined : (document.toJS() as unknown), problems, locate };
}

interface Tree {
  readonly document: Document.Parsed;
  readonly position: (offset: number) => Position;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

function treeOf(text: string, firstLine: number): Tree {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: true,
    // A pretty message names a line of its own, which is not that of the file.
    prettyErrors: false,
    // What the parser would only warn of on the console is no field of any schema, and reported as such.
    logLevel: 'error',
  });
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  return { document, position };
}

/**
 * Finds fields of a text again in a tree made when the first is asked for. Most texts are never asked; a tree kept for
 * each of thousands would take more memory than all they say.
 */
function locator(text: string, firstLine: number): YamlText['locate'] {
  let tree: Tree | undefined;
  return (path) => {
    tree ??= treeOf(text, firstLine);
    return tree.position(offsetOf(tree.document, path));
  };
}

/** Where an error begins: for a quote left open at the opening mark, not where the text then ended. */
function beginningOf(document: Document, error: Pick<YAMLParseError, 'code' | 'pos'>): number {
  let [at] = error.pos;
  if (error.code !== 'MISSING_CHAR') return at;
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (isQuoted && range && range[0] < error.pos[0] && range[2] >= error.pos[0]) at = range[0];
    },
  });
  return at;
}

function isUnquotedDate(node: Scalar): boolean {
  return node.type === 'PLAIN' && /^\d{4}(-\d{1,2}){0,2}$/.test(node.source ?? '');
}

function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let best = 0;
  let current: unknown = document.contents;
  for (const step of path) {
    if (isMap(current)) {
      const pair = current.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) break;
      if (isScalar(pair.key)) best = pair.key.range?.[0] ?? best;
      current = pair.value;
      // A map or list set out below its name is found by the name.
      if (isCollection(current) && current.flow !== true) continue;
    } else if (isSeq(current) && typeof step === 'number') {
      current = current.items[step];
    } else break;
    if (isNode(current)) best = current.range?.[0] ?? best;
  }
  return best;
}

/** A record as YAML: one field a line, every string quoted, so that no reader takes a date for anything else. */
export function printYaml(record: unknown): string {
  return stringify(record, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}
