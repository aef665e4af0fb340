import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countOccurrences } from '../../../src/lib/text.ts';
import { placesOf, sha256Of, type QuoteSelector } from '../../../src/lib/verbatim.ts';

describe('the places of a quote', () => {
  test.each<[string, string, QuoteSelector, number[]]>([
    ['are where it begins', '推进京津冀协同', { quote: '京津冀' }, [2]],
    ['are none where it does not stand', '推进京津冀协同', { quote: '京冀' }, []],
    ['are all of them', '清河与大清河', { quote: '清河' }, [0, 4]],
    ['may overlap', '天天天', { quote: '天天' }, [0, 1]],
    ['are fewer by what comes before', '清河与大清河', { quote: '清河', prefix: '大' }, [4]],
    ['are fewer by what comes after', '清河与大清河', { quote: '清河', suffix: '与' }, [0]],
    ['need both sides', '大清河与清河口', { quote: '清河', prefix: '大', suffix: '口' }, []],
    ['differ by a full-width comma', '京，津', { quote: '京,津' }, []],
    ['are none for no words', '京津', { quote: '' }, []],
  ])('%s', (_, text, selector, places) => {
    expect(placesOf(text, selector)).toEqual(places);
  });

  const letters = fc.string({ unit: fc.constantFrom('京', '津', '，'), maxLength: 12 });

  it('are as many as a slow count finds, and each holds the words between their context', () => {
    fc.assert(
      fc.property(letters, letters, letters, letters, (text, quote, prefix, suffix) => {
        const places = placesOf(text, { quote, prefix, suffix });
        expect(places).toHaveLength(quote === '' ? 0 : countOccurrences(text, prefix + quote + suffix));
        for (const at of places) {
          expect(text.slice(at - prefix.length, at + quote.length + suffix.length)).toBe(
            prefix + quote + suffix,
          );
        }
      }),
    );
  });
});

it('hashes as Node does, over the UTF-8 bytes', async () => {
  for (const text of ['', 'abc', '加快建设京雄铁路', '𠮷“”　\n']) {
    expect(await sha256Of(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
  }
});
