import { describe, expect, it } from 'vitest';
import { reportLink } from '../../../src/lib/report-link.ts';

const body = '条目：projects/lu\n引文：“甲 & 乙”';

describe('the link by which a fault is reported', () => {
  it('is a mail with subject and lines filled in', () => {
    const url = new URL(reportLink('editor@example.org', '指出问题：甲', body));
    expect([url.protocol, url.pathname]).toEqual(['mailto:', 'editor@example.org']);
    expect(url.searchParams.get('subject')).toBe('指出问题：甲');
    expect(url.searchParams.get('body')).toBe(body.replace('\n', '\r\n'));
    expect(reportLink('mailto:editor@example.org', '', '')).toBe(reportLink('editor@example.org', '', ''));
  });

  it('has no plus sign for a space, which mail programs would show', () => {
    expect(reportLink('editor@example.org', 'a b', body)).not.toContain('+');
  });

  it('is a new issue where the site names a page for them, which may have a query of its own', () => {
    const url = new URL(reportLink('https://example.org/issues/new?template=fault', '指出问题：甲', body));
    expect(url.searchParams.get('template')).toBe('fault');
    expect(url.searchParams.get('title')).toBe('指出问题：甲');
    expect(url.searchParams.get('body')).toBe(body);
  });
});
