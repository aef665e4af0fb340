import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './built-site.ts';

/** A step of the guide: a file it shows, or commands it tells the reader to run. */
export type GuideStep =
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'commands'; readonly commands: readonly string[] };

/** The steps of the guide's walk in order, as they are printed: blocks marked `sh` are run, `txt <name>` are saved. */
export function walkSteps(): GuideStep[] {
  const guide = readFileSync(join(projectRoot, 'content/README.md'), 'utf8');
  const [, walk = ''] = /\n## 十五分钟：加一篇文章\n(.*?)\n## /s.exec(guide) ?? [];
  return [...walk.matchAll(/^```(\S+) ?(.*)\n([\s\S]*?)^```$/gm)].map(([, mark, name = '', text = '']) => {
    if (mark === 'txt' && name !== '') return { kind: 'file', name, text };
    if (mark === 'sh') return { kind: 'commands', commands: text.split('\n').filter((line) => line !== '') };
    throw new Error(`a block of the walk is neither a file nor commands: ${mark ?? ''}`);
  });
}
