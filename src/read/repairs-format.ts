import type { Repairs } from '../model/repairs.ts';
import { printYaml } from './yaml.ts';

/** A draft's `repairs.yaml`: what is declared of the article may be wanting in a draft, and is then not there. */
export type DraftRepairs = Omit<Repairs, 'source'> & { readonly source: object };

/** A `repairs.yaml` as editors write it: what is declared, the raw file, the acts, and one passage a line. */
export function printRepairs(
  { source, raw, passages, ...acts }: DraftRepairs,
  notes: readonly string[],
): string {
  const head = [
    '修订记录：从原件到段落的每一处判断，各有理由。',
    `${raw.shape === 'html' ? `行号数的是 ${raw.file} 的块（一个块元素一块）` : `行号是 ${raw.file} 的行号`}。`,
    ...notes,
  ];
  const rows = passages.map(({ id, lines, kind, part, voice }) => {
    const more = `${part === undefined ? '' : `, part: ${part}`}${voice === undefined ? '' : `, voice: ${voice}`}`;
    return `  - { id: ${id}, lines: "${lines}", kind: ${kind}${more} }`;
  });
  return `${head.map((line) => `# ${line}\n`).join('')}${printYaml({ source, raw, ...acts })}passages:\n${rows.join('\n')}\n`;
}
