import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phrasesOf } from '../../../src/lib/phrases.ts';

describe('the phrases of a title', () => {
  it('are the title again when joined, whatever the names', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('北京市雄安新区建设，a1')) });
    fc.assert(
      fc.property(text, fc.array(text.filter((name) => name.length > 1)), (title, names) => {
        expect(phrasesOf(title, names).join('')).toBe(title);
      }),
    );
  });

  it('keep a known name whole, and cut the rest into words', () => {
    const names = ['雄安新区', '雄安'];
    expect(phrasesOf('支持雄安新区建设', names)).toEqual(['支持', '雄安新区', '建设']);
  });

  it('cut a title that is nothing but a name', () => {
    expect(phrasesOf('北京', ['北京'])).toEqual(['北京']);
    expect(phrasesOf('北京城市副中心', ['北京城市副中心']).length).toBeGreaterThan(1);
  });
});
