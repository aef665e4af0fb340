import { describe, expect, it } from 'vitest';
import { checkLedger, type LedgerState } from '../../../src/graph/checks/ledger.ts';

/** Code, line and details of each fault of a ledger. */
function faults(state: Partial<LedgerState>): unknown[] {
  return checkLedger({ file: 'ids.ledger', ledger: [], published: [], earlier: [], ...state }).map(
    ({ code, at, details }) => ({ code, ...(at.kind === 'position' ? { line: at.line } : {}), ...details }),
  );
}

const earlier = (revision: string, ledger: string[]) => ({ revision, ledger });

describe('the ledger', () => {
  it('may hold the published addresses in any order', () => {
    expect(faults({ ledger: ['/乙/', '/甲/'], published: ['/甲/', '/乙/'] })).toEqual([]);
  });

  it('is told how many addresses are new, and the first five', () => {
    const published = ['甲', '乙', '丙', '丁', '戊', '己', '庚'];
    expect(faults({ published })).toEqual([
      { code: 'ledger-missing', addresses: '甲、乙、丙、丁、戊 等', count: 7 },
    ]);
    expect(faults({ published, ledger: ['甲', '乙'] })).toEqual([
      { code: 'ledger-missing', addresses: '丙、丁、戊、己、庚', count: 5 },
    ]);
  });

  it('is told each line whose address is gone', () => {
    expect(faults({ ledger: ['甲', '乙', '丙'], published: ['乙'] })).toEqual([
      { code: 'ledger-lost', line: 1, address: '甲' },
      { code: 'ledger-lost', line: 3, address: '丙' },
    ]);
  });

  it('may grow at its end', () => {
    const ledger = ['甲', '乙', '丙'];
    expect(
      faults({ ledger, published: ledger, earlier: [earlier('HEAD', ['甲', '乙']), earlier('HEAD^', [])] }),
    ).toEqual([]);
  });

  it('is told the first line that an earlier revision had otherwise, once for revisions that agree', () => {
    const ledger = ['甲', '丙', '乙'];
    expect(
      faults({
        ledger,
        published: ledger,
        earlier: [earlier('HEAD', ['甲', '乙', '丙']), earlier('HEAD^', ['甲', '乙'])],
      }),
    ).toEqual([{ code: 'ledger-rewritten', line: 2, address: '乙', revision: 'HEAD' }]);
  });

  it('is told both lines where two revisions are broken at different ones', () => {
    expect(
      faults({
        ledger: ['甲'],
        published: ['甲'],
        earlier: [earlier('HEAD', ['甲', '乙']), earlier('HEAD^', ['丙'])],
      }),
    ).toEqual([
      { code: 'ledger-rewritten', line: 2, address: '乙', revision: 'HEAD' },
      { code: 'ledger-rewritten', line: 1, address: '丙', revision: 'HEAD^' },
    ]);
  });

  it('does not call an address new whose line was taken out', () => {
    expect(
      faults({ ledger: ['甲'], published: ['甲', '乙'], earlier: [earlier('HEAD', ['甲', '乙'])] }),
    ).toEqual([{ code: 'ledger-rewritten', line: 2, address: '乙', revision: 'HEAD' }]);
  });
});
