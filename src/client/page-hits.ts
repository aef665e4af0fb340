import { markRanges, type Range } from '../search/match.ts';

/** Part of a text node. */
export interface Piece<Node = Text> {
  readonly node: Node;
  readonly start: number;
  readonly end: number;
}

/** One place where a term stands; more than one piece where inline elements part it. */
export interface Hit {
  readonly first: Piece;
  readonly last: Piece;
  readonly pieces: readonly Piece[];
}

/** What begins and ends a block; the same list as `lib/html.ts`, which brings a parser that browsers need not load. */
export const blockTags: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre section summary ' +
    'table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

/** What search leaves out, as `lib/blocks.ts` does, and what is there for screen readers only. */
const leftOut =
  'script, style, template, noscript, [hidden], [aria-hidden="true"], [data-pagefind-ignore], [data-raw], ' +
  '.visually-hidden';

/** Every place in the visible blocks of `root` where one of the terms stands, in reading order. */
export function findHits(root: Element, terms: readonly string[]): Hit[] {
  return textRuns(root)
    .flatMap((nodes) => hitsInRun(nodes, terms))
    .filter(({ first: { node } }) => isVisible(node) || closedAround(node) !== null);
}

/** Opens whatever is folded up around a place. */
export function unfold({ first: { node } }: Hit): void {
  while (!isVisible(node)) {
    const details = closedAround(node);
    if (details === null) return;
    details.open = true;
  }
}

function isVisible(node: Text): boolean {
  return node.parentElement?.checkVisibility() === true;
}

function closedAround(node: Text): HTMLDetailsElement | null {
  return node.parentElement?.closest<HTMLDetailsElement>('details:not([open])') ?? null;
}

/** The parts of the nodes that a range of their joined text covers. */
export function cutPieces<Node extends { readonly length: number }>(
  nodes: readonly Node[],
  range: Range,
): Piece<Node>[] {
  let offset = 0;
  return nodes.flatMap((node) => {
    const start = Math.max(range.start - offset, 0);
    const end = Math.min(range.end - offset, node.length);
    offset += node.length;
    return start < end ? [{ node, start, end }] : [];
  });
}

function hitsInRun(nodes: readonly Text[], terms: readonly string[]): Hit[] {
  const text = nodes.map(({ data }) => data).join('');
  return markRanges(text, terms).flatMap((range) => {
    const pieces = cutPieces(nodes, range);
    const first = pieces[0];
    const last = pieces.at(-1);
    return first === undefined || last === undefined ? [] : [{ first, last, pieces }];
  });
}

/** The text nodes of each block below `root`; inline elements and line breaks run on. */
function textRuns(root: Element): Text[][] {
  const runs: Text[][] = [];
  let run: Text[] = [];
  const endRun = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  const walk = (parent: Element): void => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) run.push(child);
      else if (child instanceof HTMLElement && !child.matches(leftOut)) {
        const isBlock = blockTags.has(child.localName);
        if (isBlock) endRun();
        walk(child);
        if (isBlock) endRun();
      }
    }
  };
  walk(root);
  endRun();
  return runs;
}
