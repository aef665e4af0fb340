import type { z } from 'zod';
import { declaredAddresses } from './addresses.ts';
import { corrections } from './corrections.ts';
import { coverage } from './coverage.ts';
import { mentions } from './mentions.ts';
import { numbers } from './numbers.ts';
import { repairs } from './repairs.ts';

/** The YAML files of the content that people write: where each lies, and its schema. */
export const yamlFiles = {
  repairs: { files: 'content/sources/*/repairs.yaml', schema: repairs },
  coverage: { files: 'content/sources/*/coverage.yaml', schema: coverage },
  mentions: { files: 'content/mentions.yaml', schema: mentions },
  numbers: { files: 'content/numbers.yaml', schema: numbers },
  corrections: { files: 'content/corrections.yaml', schema: corrections },
  addresses: { files: 'content/addresses.yaml', schema: declaredAddresses },
} as const satisfies Record<string, { files: string; schema: z.ZodType }>;
