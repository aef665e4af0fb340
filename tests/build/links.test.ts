import { describe, expect, it } from 'vitest';
import { attributeOf, type HtmlElement } from '../../src/lib/html.ts';
import { readContent } from '../../src/read/content.ts';
import { routes } from '../../src/routes.ts';
import { builtPages, byClass, byTag, pageAt, projectRoot, withAttribute } from '../helpers/built-site.ts';

const content = readContent(`${projectRoot}/`);

/** Where a clause or work point stands: its own page, and its place in the agreement or plan. */
interface Place {
  readonly own: string;
  readonly inContext: string;
}

const undertakings: readonly Place[] = content.entries.flatMap(({ collection, id, data }) => {
  if (collection === 'clauses') return [{ own: routes.clause(id), inContext: routes.clauseInContext(id) }];
  if (collection !== 'work-points' || !('plan' in data)) return [];
  return [{ own: routes.entry('work-points', id), inContext: routes.workPointInContext(data.plan, id) }];
});

const passages = [...content.passages].flatMap(([source, own]) =>
  own.map(({ id }) => routes.passage(`${source}#${id}`)),
);

/** The row an address with an anchor points at. */
function rowAt(address: string): HtmlElement {
  const [page = '', anchor] = address.split('#');
  const row = withAttribute(pageAt(page).tree, 'id').find((element) => attributeOf(element, 'id') === anchor);
  if (row === undefined) throw new Error(`nothing at ${address}`);
  return row;
}

function hrefs(root: HtmlElement | ReturnType<typeof pageAt>['tree']): (string | undefined)[] {
  return byTag(root, 'a').map((link) => attributeOf(link, 'href'));
}

/** What the one control of a place says: its link and where it is cited. */
function controlOf(
  root: HtmlElement | ReturnType<typeof pageAt>['tree'],
): Record<string, string | undefined> {
  const [control, ...others] = byTag(root, 'copy-link');
  if (control === undefined || others.length > 0) throw new Error('not one control');
  return {
    href: hrefs(control)[0],
    cite: attributeOf(control, 'data-cite'),
    name: attributeOf(control, 'data-name'),
  };
}

describe('links one can copy', () => {
  it('stand beside every clause and work point, on its own page and in context, and lead each way', () => {
    const faults = undertakings.filter(({ own, inContext }) => {
      const here = controlOf(pageAt(own).tree);
      const there = controlOf(rowAt(inContext));
      return !(
        here['href'] === own &&
        there['href'] === inContext &&
        here['cite'] === routes.citation(own) &&
        there['cite'] === routes.citation(own) &&
        hrefs(pageAt(own).tree).includes(inContext) &&
        hrefs(rowAt(inContext)).includes(own)
      );
    });
    expect(undertakings.length).toBeGreaterThan(80);
    expect(faults).toEqual([]);
  });

  it('stand beside every passage and name its article', () => {
    const faults = passages.filter((address) => {
      const [page = '', anchor = ''] = address.split('#');
      const { href, cite, name } = controlOf(rowAt(address));
      return !(href === `#${anchor}` && cite === routes.citation(page) && /^《.+》段落p/.test(name ?? ''));
    });
    expect(passages).toHaveLength(143);
    expect(faults).toEqual([]);
  });

  it('say in a quotation that a clause of a press rendering is reported and its number ours', () => {
    const clauses = content.entries.filter(({ collection }) => collection === 'clauses');
    const names = clauses.map(({ id }) => controlOf(rowAt(routes.clauseInContext(id)))['name']);
    expect(names.filter((name) => !/^《.+》.+（.*据报道）$/.test(name ?? ''))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(undertakings.filter(({ own }) => own.startsWith('/agreements/')).length);
  });

  it('are plain links to the place, named for it, before any script runs', () => {
    const links = builtPages()
      .flatMap(({ tree }) => byTag(tree, 'copy-link'))
      .flatMap((control) => byTag(control, 'a'));
    const faults = links.filter(
      (link) =>
        attributeOf(link, 'rel') !== 'bookmark' || !/.+的链接$/.test(attributeOf(link, 'aria-label') ?? ''),
    );
    expect(links.length).toBe(2 * undertakings.length + passages.length);
    expect(faults).toEqual([]);
  });
});

describe('the canonical address', () => {
  it('is not given where the site’s own address is unknown: search engines refuse half an address', () => {
    // An old address that leads on names the one it leads to.
    const own = builtPages().filter(({ html }) => !/http-equiv="refresh"/i.test(html));
    const given = own.filter(({ tree }) =>
      byTag(tree, 'link').some((link) => attributeOf(link, 'rel') === 'canonical'),
    );
    expect(own.length).toBeGreaterThan(900);
    expect(given.map(({ address }) => address)).toEqual([]);
  });

  it('is not printed as a QR code where the site’s own address is unknown', () => {
    expect(builtPages().filter(({ tree }) => byClass(tree, 'qr').length > 0)).toEqual([]);
  });
});
