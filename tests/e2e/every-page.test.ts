import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtPages, dist } from '../helpers/built-site.ts';
import { openSite, type OpenSite } from '../helpers/open-site.ts';
import { sweepPages, type Findings } from '../helpers/page-sweep.ts';

const addresses = builtPages().map(({ address }) => address);

/** Wrong in everything the sweep looks at. */
const faultyPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>错</title><style>
:root { color-scheme: light dark } p { inline-size: 400px }
button { block-size: 12px; inline-size: 12px; padding: 0; border: 0 }
@media (prefers-color-scheme: dark) { body { background: #111 } p { color: #222 } }
</style></head><body><h1>错</h1><img src="/none.png"><p>看不清的一句话</p><button>一</button><button>二</button><script>
setTimeout(() => document.querySelector('h1').before(Object.assign(document.createElement('hr'), { style: 'height:90px' })), 60);
</script></body></html>`;

describe('every page of the site, none left out', () => {
  let site: OpenSite;
  let found: Findings;

  beforeAll(async () => {
    site = await openSite(dist);
    found = await sweepPages(site, addresses);
  }, 3_600_000);

  afterAll(() => site.close());

  it('was opened', () => {
    expect(found.pages.toSorted()).toEqual(addresses.toSorted());
    expect(addresses.length).toBeGreaterThan(900);
  });

  it('breaks no rule of axe in light at 1280 px', () => {
    expect(found.axe).toEqual([]);
  });

  it('has enough contrast in dark', () => {
    expect(found.darkContrast).toEqual([]);
  });

  it('has targets of 24 px, or room around them, at 360 px', () => {
    expect(found.targets).toEqual([]);
  });

  it('needs no sideways scroll at 320 px', () => {
    expect(found.overflow).toEqual([]);
  });

  it('moves nothing while it loads', () => {
    expect(found.shift).toEqual([]);
  });

  it('raises no error, asks nothing of another site and breaks no policy', () => {
    expect(found.complaints).toEqual([]);
  });
});

describe('the sweep', () => {
  it('would see each of these faults', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'faulty-'));
    for (const file of ['index.html', '404.html']) writeFileSync(join(folder, file), faultyPage);
    const faulty = await openSite(folder);
    try {
      const { pages, ...faults } = await sweepPages(faulty, ['/']);
      expect(pages).toEqual(['/']);
      const unseen = Object.entries(faults).filter(([, list]) => list.length === 0);
      expect(unseen).toEqual([]);
    } finally {
      await faulty.close();
      rmSync(folder, { recursive: true });
    }
  });
});
