import type { Passage } from '../model/passage.ts';
import type { Problem } from '../model/problem.ts';
import type { Repairs } from '../model/repairs.ts';
import type { Source } from '../model/source.ts';
import { normalize, type SourceFiles } from './normalize.ts';

export type NormalizedSource =
  | { readonly kind: 'source'; readonly source: Source; readonly passages: readonly Passage[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** A source's whole record: what the editor declared, what the rules did, and the passages. */
export function normalizeSource(files: SourceFiles): NormalizedSource {
  const result = normalize(files);
  if (result.kind === 'problems') return result;
  const { source, raw }: Repairs = files.repairs;
  return {
    kind: 'source',
    passages: result.passages,
    source: {
      ...source,
      raw: { ...raw, bytes: files.raw.length, lines: result.lineCount },
      rules: { ...result.rules },
      repairs: [...result.repairs],
    },
  };
}
