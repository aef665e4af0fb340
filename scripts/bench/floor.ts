import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listFiles } from '../../src/read/files.ts';
import { percentile } from '../measure.ts';
import type { Place } from './place.ts';
import { writeHugo, type ReferencePage } from './reference-site.ts';
import type { Floor } from './results.ts';
import { medianCost, type RunCost } from './run-cost.ts';
import { coldBuild, commands, hugoVersion } from './workspace.ts';

/** What no generator can do without: the bytes in and out, and Markdown made HTML by the fastest there is. */
export async function measureFloor(
  { folder, runs }: Place,
  site: string,
  pages: readonly ReferencePage[],
): Promise<Floor> {
  const copies = Array.from({ length: runs }, () => copyBytes(site, join(folder, 'copied')));
  const copy = {
    seconds: percentile(
      copies.map(({ seconds }) => seconds),
      0.5,
    ),
    bytes: copies[0]?.bytes ?? 0,
  };
  if (hugoVersion() === undefined) {
    console.log('  没有 hugo，底线里不含它（Debian/Ubuntu：apt-get install hugo）。');
    return { copy };
  }
  const hugo = join(folder, 'hugo');
  writeHugo(hugo, pages);
  const built: RunCost[] = [];
  for (let run = 0; run < runs; run += 1) built.push(await coldBuild(commands.hugo(hugo)));
  return { copy, hugo: medianCost(built) };
}

/** Reads the content of a site and writes what it holds when built, one file after another. */
function copyBytes(site: string, target: string): { seconds: number; bytes: number } {
  rmSync(target, { recursive: true, force: true });
  const inputs = listFiles(join(site, 'content'), '.').map((file) => join(site, 'content', file));
  const outputs = listFiles(join(site, 'dist'), '.').map((file) => ({
    file: join(target, file),
    content: readFileSync(join(site, 'dist', file)),
  }));
  const started = performance.now();
  let bytes = 0;
  for (const file of inputs) bytes += readFileSync(file).length;
  for (const { file, content } of outputs) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    bytes += content.length;
  }
  return { seconds: (performance.now() - started) / 1000, bytes };
}
