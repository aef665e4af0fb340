import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { computeStatus, statusOfEvent, type DatedEvent } from '../../../src/graph/status.ts';
import { outcomes, type ProgressEvent } from '../../../src/model/project.ts';

const said = { evidence: { passage: 'yi#p1', quote: '建成投用' }, wording: '建成投用' };

/** An event whose words claim more than its kind can support. */
function event(kind: ProgressEvent['kind'], outcome: (typeof outcomes)[number] = 'underway'): ProgressEvent {
  return kind === 'report' ? { kind, outcome, ...said } : { kind, ...said };
}

const on = (date: string, ...of: Parameters<typeof event>): DatedEvent => ({ date, event: event(...of) });

describe('the status an event supports', () => {
  test.each<[string, ProgressEvent, string]>([
    ['a speech', event('speech'), 'proposed'],
    ['an opinion', event('opinion'), 'proposed'],
    ['an agreement', event('agreement'), 'agreed'],
    ['a plan', event('plan'), 'planned'],
    ['a report of work going on', event('report', 'underway'), 'reported-underway'],
    ['a report of work done', event('report', 'done'), 'reported-done'],
    ['a report of use', event('report', 'in-use'), 'reported-in-use'],
  ])('of %s is by its kind, never by its wording', (_, of, status) => {
    expect(statusOfEvent(of)).toBe(status);
  });
});

describe('the status of a project', () => {
  it('is the strongest any event supports, as of the latest that does', () => {
    const events = [on('2017', 'agreement'), on('2018', 'plan'), on('2019', 'plan'), on('2020', 'speech')];
    expect(computeStatus(events)).toMatchObject({ status: 'planned', asOf: '2019', lastMention: '2020' });
  });

  it('does not fall back when less is said later', () => {
    const events = [on('2019', 'report', 'done'), on('2020', 'plan'), on('2021', 'report', 'underway')];
    expect(computeStatus(events)).toMatchObject({
      status: 'reported-done',
      asOf: '2019',
      lastMention: '2021',
    });
  });

  it('counts silence from the last article, not from a date the article tells of', () => {
    const told = { ...on('2022', 'report', 'done'), printed: '2023-05-13' };
    expect(computeStatus([on('2019-06-03', 'plan'), told])).toMatchObject({
      asOf: '2022',
      lastMention: '2023-05-13',
    });
  });

  it('of no event is none', () => {
    expect(() => computeStatus([])).toThrow('a project has at least one event');
  });

  test('is reported only where something is reported', () => {
    const kinds = fc.constantFrom<ProgressEvent['kind']>('agreement', 'plan', 'report', 'speech', 'opinion');
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1 }), fc.constantFrom(...outcomes), (list, outcome) => {
        const { status } = computeStatus(list.map((kind) => on('2019', kind, outcome)));
        expect(status.startsWith('reported-')).toBe(list.includes('report'));
      }),
    );
  });
});
