import type { Passage } from '../model/passage.ts';
import type { Source } from '../model/source.ts';
import { printYaml } from './yaml.ts';

/** The head of every generated file: a YAML comment on the line that opens the front matter. */
export const generatedMark = '--- # 由 npm run normalize 生成；要改，改 raw 或 repairs.yaml，不要改这里';

/**
 * A source as its generated MDX file: front matter, then one element a passage, in reading order. The words
 * stand in a string literal, so that no Markdown rule can touch them.
 */
export function printSource(source: Source, passages: readonly Passage[]): string {
  const head = printYaml(source);
  return `${generatedMark}\n${head}---\n\n${passages.map(printPassage).join('\n\n')}\n`;
}

function printPassage({ id, kind, part, voice, label, rawLines, text }: Passage): string {
  const lines = rawLines.map(([from, to]) => (from === to ? String(from) : `${String(from)}-${String(to)}`));
  const attributes = [
    `id="${id}"`,
    `kind="${kind}"`,
    `part="${part}"`,
    ...(voice === undefined ? [] : [`voice="${voice}"`]),
    ...(label === undefined ? [] : [`label="${escapeAttribute(label)}"`]),
    `lines="${lines.join('+')}"`,
  ];
  return `<Passage ${attributes.join(' ')}>{${JSON.stringify(text)}}</Passage>`;
}

/** What an attribute in double quotes on one line cannot hold as it is. */
const escapes = [
  ['&', '&amp;'],
  ['"', '&quot;'],
  ['\n', '&#10;'],
] as const;

function escapeAttribute(text: string): string {
  return escapes.reduce((done, [char, escaped]) => done.replaceAll(char, escaped), text);
}

function unescapeAttribute(text: string): string {
  return escapes.reduceRight((done, [char, escaped]) => done.replaceAll(escaped, char), text);
}

/** Reads the passages back. A line that is no passage is returned as its line number within the body. */
export function parsePassages(body: string): { passages: unknown[]; strayLines: number[] } {
  const passages: unknown[] = [];
  const strayLines: number[] = [];
  body.split('\n').forEach((line, index) => {
    if (line === '') return;
    const match = /^<Passage ((?:[a-z]+="[^"]*" ?)+)>\{(".*")\}<\/Passage>$/s.exec(line);
    const text = match?.[2] === undefined ? undefined : parseLiteral(match[2]);
    if (match?.[1] === undefined || text === undefined) strayLines.push(index + 1);
    else passages.push(toPassage(match[1], text));
  });
  return { passages, strayLines };
}

function toPassage(attributes: string, text: string): unknown {
  const { lines, ...rest } = Object.fromEntries(
    [...attributes.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      unescapeAttribute(value ?? ''),
    ]),
  );
  const rawLines = (lines ?? '').split('+').map((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return [from, to];
  });
  return { ...rest, rawLines, text };
}

function parseLiteral(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
