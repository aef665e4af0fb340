import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSeq, parseDocument, type Document } from 'yaml';
import { recordProblems } from '../../scripts/content-problems.ts';
import { checkChanges } from '../../src/graph/checks/changes.ts';
import { checkNumbers } from '../../src/graph/checks/numbers.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readContent } from '../../src/read/content.ts';

type Path = readonly (string | number)[];

/**
 * Takes the articles dated after a day out of a project's content, and then, as an editor would, whatever the site's own
 * checks complain of until they are content: first the quote, then what lacks it, then the entry. It knows nothing of
 * how the site restricts its record.
 */
export function removeLaterArticles(root: string, date: string): void {
  for (const { collection, id, data } of readContent(root).entries) {
    if (collection === 'sources' && 'date' in data && (data.date?.value ?? '') > date) {
      rmSync(join(root, 'content/sources', id), { recursive: true });
    }
  }
  for (;;) {
    const content = readContent(root);
    const { graph, problems } = recordProblems(content);
    // Numbers and changes are judged when the rest is right, as the site's own check does.
    const open =
      problems.length > 0
        ? problems
        : [...checkNumbers(graph, content.expressions), ...checkChanges(graph, content.changes)];
    if (open.length === 0) return;
    for (const [file, own] of Map.groupBy(open, (problem) => problem.file)) cutOut(root, file, own);
  }
}

function cutOut(root: string, file: string, problems: readonly Problem[]): void {
  const text = readFileSync(join(root, file), 'utf8');
  const [, front, body = ''] = /^---\n(.*?\n)---\n(.*)$/s.exec(text) ?? [];
  const yaml = parseDocument(front ?? text);
  // Last things first: what goes does not move what is still to go.
  const paths = problems.map(faultyPart).sort(byPlace).reverse();
  if (paths.some((path) => path.length === 0)) {
    rmSync(join(root, file));
    return;
  }
  for (const path of paths) cut(yaml, path);
  writeFileSync(
    join(root, file),
    front === undefined ? yaml.toString() : `---\n${yaml.toString()}---\n${body}`,
  );
}

/** What has to go for a problem to go; the empty path is the whole file. */
function faultyPart({ code, at, file }: Problem): Path {
  const path = at.kind === 'path' ? at.path : [];
  switch (code) {
    case 'reference-dangling':
      return path;
    case 'passage-unknown':
      return path.at(-1) === 'passage' ? path.slice(0, -1) : path;
    case 'field-missing':
    case 'link-dangling':
      return path.slice(0, -1);
    case 'mention-needless':
    case 'number-needless':
      return path.slice(0, 2);
    case 'english-unknown':
    case 'name-not-printed':
      return path;
    case 'field-invalid':
      // A tension has two sides; one that has lost one is none.
      if (file.startsWith('content/tensions/')) return [];
      break;
    case 'entry-orphaned':
      return [];
    default:
      break;
  }
  throw new Error(`${file}: ${code} is not for want of an article`);
}

function byPlace(a: Path, b: Path): number {
  const at = a.findIndex((step, index) => step !== b[index]);
  const [left, right] = [a[at], b[at]];
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left) < String(right) ? -1 : 1;
}

/** A list that is emptied goes too. */
function cut(yaml: Document, path: Path): void {
  if (!yaml.hasIn(path)) return;
  yaml.deleteIn(path);
  const parent = yaml.getIn(path.slice(0, -1));
  if (isSeq(parent) && parent.items.length === 0) yaml.deleteIn(path.slice(0, -1));
}
