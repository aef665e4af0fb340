import { percentile } from '../measure.ts';
import { ratio } from './limits.ts';
import type { CorpusResults, Results, SizeResults } from './results.ts';

/** What is committed: the last run with the record, and the last with generated ones. */
export interface Committed {
  readonly corpus?: Results;
  readonly sizes?: Results;
}

const width = 760;
const left = 250;
const right = 60;
const rowHeight = 28;

/** Colours for either scheme; nothing is said by colour alone. */
const style = `
text { font: 14px system-ui, sans-serif; fill: #1f2328 }
.quiet { fill: #59636e } .rule { stroke: #59636e } .thin { stroke: #d1d9e0 }
.bar, .dot { fill: #1f5f8b } .line { stroke: #1f5f8b; fill: none; stroke-width: 2 }
.other { stroke: #59636e; fill: none; stroke-width: 2; stroke-dasharray: 5 4 } .otherdot { fill: #59636e }
@media (prefers-color-scheme: dark) {
  text { fill: #f0f6fc } .quiet { fill: #9198a1 } .rule { stroke: #9198a1 } .thin { stroke: #3d444d }
  .bar, .dot { fill: #6cb6e8 } .line { stroke: #6cb6e8 } .other { stroke: #9198a1 } .otherdot { fill: #9198a1 }
}`;

/** The committed results as one picture: ratios to Starlight, and how the build grows. */
export function drawResults({ corpus, sizes }: Committed): string {
  const bars = corpus?.corpus === undefined ? undefined : drawRatios(corpus.corpus, howMeasured(corpus));
  const lines =
    sizes?.sizes === undefined ? undefined : drawGrowth(sizes.sizes, bars?.height ?? 0, howMeasured(sizes));
  const height = (bars?.height ?? 0) + (lines?.height ?? 0);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="What this site costs beside Starlight with the same pages">
<style>${style}
</style>
${bars?.shapes ?? ''}${lines?.shapes ?? ''}</svg>
`;
}

/** How often each thing was measured, and what else the machine had to do. */
function howMeasured({ runs, machine }: Results): string {
  const load = machine.load.map((value) => value.toFixed(1)).join(' to ');
  return `${runs === 1 ? 'one run' : `medians of ${String(runs)}`}, system load ${load}`;
}

interface Drawing {
  readonly height: number;
  readonly shapes: string;
}

/** A bar for each cost, as long as its share of Starlight's; a line where they would be equal. */
function drawRatios({ build, visits, search, pages }: CorpusResults, measured: string): Drawing {
  const visited = (figure: (visit: CorpusResults['visits'][number]['ours']) => number): number =>
    percentile(
      visits.map(({ ours, reference }) => figure(ours) / figure(reference)),
      0.5,
    );
  const rows: (readonly [string, number])[] = [
    ['cold build, time', ratio(build, ({ seconds }) => seconds)],
    ['cold build, peak memory', ratio(build, ({ memory }) => memory ?? 0)],
    ['first visit, bytes', visited(({ bytes }) => bytes)],
    ['first visit, script bytes', visited(({ scriptBytes }) => scriptBytes)],
    ['first visit, requests', visited(({ requests }) => requests)],
    ['largest contentful paint', visited(({ largestPaint }) => largestPaint)],
    ['first search, time to a result', ratio(search, ({ cold }) => cold.milliseconds)],
    ['first search, bytes', ratio(search, ({ cold }) => cold.bytes)],
    ['next search, time to a result', ratio(search, ({ warm }) => warm.milliseconds)],
    ['next search, bytes', ratio(search, ({ warm }) => warm.bytes)],
  ];
  const top = 66;
  const most = Math.max(1, ...rows.map(([, value]) => value));
  const x = (value: number): number => left + (value / most) * (width - left - right);
  const bars = rows.map(([name, value], nth) => {
    const y = top + nth * rowHeight;
    return (
      `<text x="${String(left - 10)}" y="${String(y + 15)}" text-anchor="end">${name}</text>` +
      `<rect class="bar" x="${String(left)}" y="${String(y + 3)}" width="${(x(value) - left).toFixed(1)}" height="16"/>` +
      `<text x="${(x(value) + 6).toFixed(1)}" y="${String(y + 15)}">${value.toFixed(2)}</text>`
    );
  });
  const bottom = top + rows.length * rowHeight;
  const one = x(1).toFixed(1);
  const shapes = [
    `<text x="10" y="22" font-weight="600">This site as a share of Starlight, ${String(pages)} pages of the same text</text>`,
    `<text class="quiet" x="10" y="44">Starlight by default; a slow telephone; ${measured}</text>`,
    ...bars,
    `<line class="rule" x1="${one}" y1="${String(top - 4)}" x2="${one}" y2="${String(bottom)}"/>`,
    `<text class="quiet" x="${one}" y="${String(top - 8)}" text-anchor="middle">1 = Starlight</text>`,
  ];
  return { height: bottom + 20, shapes: `${shapes.join('\n')}\n` };
}

/** Build time over the number of documents, both on logarithmic scales: growth as fast as the documents is a slope. */
function drawGrowth(sizes: readonly SizeResults[], from: number, measured: string): Drawing {
  const [top, bottom] = [from + 70, from + 290];
  const all = sizes.flatMap(({ build }) => [build.ours.seconds, build.reference.seconds]);
  const counts = sizes.map(({ documents }) => documents);
  const scale = (
    values: readonly number[],
    [start, end]: readonly [number, number],
  ): ((value: number) => number) => {
    const [low, high] = [Math.log(Math.min(...values) * 0.8), Math.log(Math.max(...values) * 1.2)];
    return (value) => start + ((Math.log(value) - low) / (high - low)) * (end - start);
  };
  const x = scale(counts, [90, width - 150]);
  const y = scale(all, [bottom, top]);
  const curve = (kind: 'ours' | 'reference', name: string): string[] => {
    const points = sizes.map(({ documents, build }) => [x(documents), y(build[kind].seconds)] as const);
    const path = points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ');
    const [endX, endY] = points.at(-1) ?? [0, 0];
    return [
      `<polyline class="${kind === 'ours' ? 'line' : 'other'}" points="${path}"/>`,
      ...points.map(
        ([px, py]) =>
          `<circle class="${kind === 'ours' ? 'dot' : 'otherdot'}" cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="4"/>`,
      ),
      `<text x="${(endX + 10).toFixed(1)}" y="${(endY + 5).toFixed(1)}">${name} ${(sizes.at(-1)?.build[kind].seconds ?? 0).toFixed(0)} s</text>`,
    ];
  };
  const shapes = [
    `<text x="10" y="${String(from + 22)}" font-weight="600">Cold build of a generated record, by documents</text>`,
    `<text class="quiet" x="10" y="${String(from + 44)}">seconds, scales logarithmic; dashed: Starlight without its sidebar; ${measured}</text>`,
    ...sizes.flatMap(({ documents, pages }) => [
      `<line class="thin" x1="${x(documents).toFixed(1)}" y1="${String(top)}" x2="${x(documents).toFixed(1)}" y2="${String(bottom)}"/>`,
      `<text class="quiet" x="${x(documents).toFixed(1)}" y="${String(bottom + 20)}" text-anchor="middle">${documents.toLocaleString('en')}</text>`,
      `<text class="quiet" x="${x(documents).toFixed(1)}" y="${String(bottom + 38)}" text-anchor="middle">${pages.toLocaleString('en')} pages</text>`,
    ]),
    ...curve('reference', 'Starlight'),
    ...curve('ours', 'this site'),
  ];
  return { height: bottom + 50 - from, shapes: `${shapes.join('\n')}\n` };
}
