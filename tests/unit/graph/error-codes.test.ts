import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { catalogue } from '../../../src/graph/catalogue.ts';
import {
  commitTwice,
  faultNames,
  fixturesRoot,
  layOver,
  problemsOf,
  reportOf,
  withProject,
} from './fixture-project.ts';

/** Codes that no content can bring about, each with the reason. */
const withoutFixture: Readonly<Record<string, string>> = {
  'conservation-broken':
    'a fault of the program, not of the content; tests/unit/normalize/conservation.test.ts',
  'site-unregistered': 'a fault of the program, not of the content; tests/unit/graph/site.test.ts',
  'site-missing': 'a fault of the program, not of the content; tests/unit/graph/site.test.ts',
};

/** Codes that need an earlier revision to compare with. */
const needsHistory = ['ledger-rewritten'];

const codes = Object.keys(catalogue);
const withFixture = codes.filter((code) => !(code in withoutFixture));

describe('the base fixture', () => {
  it('has nothing wrong with it', () => {
    expect(withProject(reportOf)).toBe('');
  });

  it('has nothing wrong with it in a git repository either', () => {
    const report = withProject((root) => {
      commitTwice(root);
      return reportOf(root);
    });
    expect(report).toBe('');
  });
});

describe('every error code', () => {
  it('has a fixture of its name or a reason why it cannot', () => {
    expect(faultNames().toSorted()).toEqual(withFixture.toSorted());
  });

  it('is explained under a heading in the authoring guide', () => {
    const guide = readFileSync(new URL('../../../content/README.md', import.meta.url), 'utf8');
    const headings = guide.split('\n').filter((line) => /^#+ /.test(line));
    expect(codes.filter((code) => !headings.some((heading) => heading.split(' ').includes(code)))).toEqual(
      [],
    );
  });

  test.each(withFixture)('%s is reported once, at its place, in the words of its fixture', (code) => {
    withProject((root) => {
      if (needsHistory.includes(code)) commitTwice(root);
      layOver(root, code);
      expect(reportOf(root)).toBe(readFileSync(join(fixturesRoot, code, 'expected.txt'), 'utf8'));
      expect(problemsOf(root).map((problem) => problem.code)).toEqual([code]);
    });
  });
});
