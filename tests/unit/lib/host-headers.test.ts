import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../../../src/lib/content-policy.ts';
import {
  cacheControl,
  contentTypes,
  hostHeaders,
  isImmutable,
  securityHeaders,
  textEndings,
} from '../../../src/lib/host-headers.ts';

const valueOf = (name: string): string | undefined => securityHeaders.find(([each]) => each === name)?.[1];

describe('the headers of every response', () => {
  it('hold the policy of the pages and who may frame them', () => {
    expect(valueOf('Content-Security-Policy')).toBe(`${contentPolicy}; frame-ancestors 'none'`);
    expect(contentPolicy).not.toMatch(/unsafe|\*|data:|http/);
  });

  it('name each header once, each with a value that fits on its line and between quotes', () => {
    const names = securityHeaders.map(([name]) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const [name, value] of securityHeaders) {
      expect(name).toMatch(/^[A-Z][A-Za-z-]+$/);
      expect(value).toMatch(/^[^"$\n]+$/);
    }
  });

  it('tell nobody what a reader looked for, and sniff no types', () => {
    expect(valueOf('Referrer-Policy')).toBe('same-origin');
    expect(valueOf('X-Content-Type-Options')).toBe('nosniff');
  });
});

describe('what never changes', () => {
  it.each(['_astro/page.DyHJOmst.css', 'search/index/5834753464e5/part-0.json'])('is %s', (path) => {
    expect(isImmutable(path)).toBe(true);
  });

  it.each([
    '',
    'index.html',
    'search/index/pages.json',
    'search/entities.json',
    'x/_astro/a.css',
    '_headers',
  ])('is not %s', (path) => {
    expect(isImmutable(path)).toBe(false);
  });
});

/** The headers a host gives a path: those of every rule that matches, a star being any rest. */
function headersFor(file: string, path: string): string[] {
  const rules = file.split(/\n(?=\/)/).map((rule) => rule.trimEnd().split('\n'));
  return rules.flatMap(([pattern = '', ...headers]) =>
    path.startsWith(pattern.replace(/\*$/, '')) ? headers.map((header) => header.trim()) : [],
  );
}

describe('the headers’ file of static hosts', () => {
  const files = [
    'index.html',
    '_astro/a.css',
    '_astro/b.js',
    'search/index/0123456789ab/part-0.json',
    'search/index/pages.json',
  ];

  it('has a rule for all, and one for each folder that never changes', () => {
    const file = hostHeaders('/record/', files);
    expect(file.split('\n').filter((line) => line.startsWith('/'))).toEqual([
      '/record/*',
      '/record/_astro/*',
      '/record/search/index/0123456789ab/*',
    ]);
    expect(headersFor(file, '/record/search/index/0123456789ab/part-0.json')).toContain(
      `Cache-Control: ${cacheControl.immutable}`,
    );
    expect(headersFor(file, '/record/search/index/pages.json').join()).not.toContain('Cache-Control');
    expect(headersFor(file, '/other/')).toEqual([]);
  });

  it('never gives one path a header twice, whatever the files', () => {
    const path = fc.constantFrom(
      '_astro/a.css',
      'search/index/0123456789ab/x.json',
      'a/b.html',
      'search/index/pages.json',
    );
    fc.assert(
      fc.property(fc.array(path), fc.constantFrom('/', '/a/', '/a/b/'), path, (all, base, asked) => {
        const names = headersFor(hostHeaders(base, all), `${base}${asked}`).map(
          (header) => header.split(':')[0],
        );
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });
});

it('calls text what is text', () => {
  for (const ending of textEndings) expect(contentTypes[ending]).toMatch(/^(text|application|image\/svg)/);
  expect(textEndings).not.toContain('png');
});
