import type { Hit, Piece } from './page-hits.ts';

/** Hits shown in the page until they are cleared. */
export interface Marks {
  /** Makes a hit stand out from the others, and says where it is on the screen. */
  readonly select: (index: number) => DOMRect | undefined;
  /** Leaves the page as it was. */
  readonly clear: () => void;
}

/** Marks the hits without touching the document where the browser can, with `<mark>` elsewhere. */
export function showMarks(hits: readonly Hit[]): Marks {
  return 'highlights' in CSS ? highlight(hits) : wrap(hits);
}

/** Brings a place into view, at once and never gliding; one that can be seen above `below` pixels of bar stays where it is. */
export function showPlace({ top, bottom }: DOMRect, below: number): void {
  if (top < 0 || bottom > innerHeight - 2 * below) scrollBy(0, top - innerHeight / 3);
}

/** The names of the two highlights, for `::highlight()` in the style sheet. */
const names = { all: 'search-hits', selected: 'search-hit' } as const;

function highlight(hits: readonly Hit[]): Marks {
  const ranges = hits.map(({ first, last }) => toRange(first, last));
  const selected = new Highlight();
  selected.priority = 1;
  CSS.highlights.set(names.all, new Highlight(...ranges));
  CSS.highlights.set(names.selected, selected);
  return {
    select: (index) => {
      const range = ranges[index];
      selected.clear();
      if (range !== undefined) selected.add(range);
      return range?.getBoundingClientRect();
    },
    clear: () => {
      for (const name of Object.values(names)) CSS.highlights.delete(name);
    },
  };
}

function wrap(hits: readonly Hit[]): Marks {
  // From the end, so that the offsets of what comes before in the same text node hold.
  const marks = hits
    .toReversed()
    .map(({ pieces }) => pieces.toReversed().map(wrapPiece).reverse())
    .reverse();
  return {
    select: (index) => {
      for (const mark of marks.flat())
        mark.classList.toggle('selected', marks[index]?.includes(mark) === true);
      return marks[index]?.[0]?.getBoundingClientRect();
    },
    clear: () => {
      for (const mark of marks.flat()) {
        const parent = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        parent?.normalize();
      }
    },
  };
}

function wrapPiece(piece: Piece): HTMLElement {
  const mark = document.createElement('mark');
  toRange(piece, piece).surroundContents(mark);
  return mark;
}

function toRange(first: Piece, last: Piece): Range {
  const range = new Range();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}
