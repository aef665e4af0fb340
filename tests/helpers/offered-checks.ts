import type { Claim } from '../../src/client/verdict.ts';
import { attributeOf, elementsOf, textContentOf, type HtmlNode } from '../../src/lib/html.ts';

/** A check a page offers: the claim it makes and the file to hold it against. */
export interface OfferedCheck {
  readonly claim: Claim;
  readonly file: string;
  /** Where the control leads without script. */
  readonly result: string;
}

/** Every check of a page, each with the words of the last `[data-verbatim]` before it. */
export function offeredChecks(tree: HtmlNode): OfferedCheck[] {
  let shown = '';
  const checks: OfferedCheck[] = [];
  for (const element of elementsOf(tree)) {
    if (attributeOf(element, 'data-verbatim') !== undefined) shown = textContentOf(element);
    if (element.tagName !== 'verify-quote') continue;
    const [link] = [...elementsOf(element)];
    checks.push({
      claim: {
        quote: shown,
        id: attributeOf(element, 'data-id') ?? '',
        sha256: attributeOf(element, 'data-sha256') ?? '',
        start: Number(attributeOf(element, 'data-start')),
        isPart: attributeOf(element, 'data-part') !== undefined,
        prefix: attributeOf(element, 'data-prefix'),
        suffix: attributeOf(element, 'data-suffix'),
      },
      file: attributeOf(element, 'data-file') ?? '',
      result: link === undefined ? '' : (attributeOf(link, 'href') ?? ''),
    });
  }
  return checks;
}
