import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hostHeadersFile } from '../../../src/integrations/host-headers.ts';
import { hostHeaders } from '../../../src/lib/host-headers.ts';
import { pathToFileURL } from 'node:url';

it.each(['/record', '/record/', '/'])('puts _headers into the built site below %s', async (base) => {
  const folder = mkdtempSync(join(tmpdir(), 'headers-'));
  try {
    mkdirSync(join(folder, '_astro'));
    writeFileSync(join(folder, '_astro/a.css'), '');
    const { hooks } = hostHeadersFile();
    hooks['astro:config:done']({ config: { base } });
    await hooks['astro:build:done']({ dir: pathToFileURL(`${folder}/`) });
    expect(readFileSync(join(folder, '_headers'), 'utf8')).toBe(
      hostHeaders(base === '/' ? '/' : '/record/', ['_astro/a.css']),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
