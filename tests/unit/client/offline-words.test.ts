import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsFor, type Keeping } from '../../../src/client/offline-words.ts';

const first = { edition: 'aaaaaaaaaaaa', cutOff: '2023-05-13', files: 1706, bytes: 22_832_664 };
const second = { ...first, edition: 'bbbbbbbbbbbb', cutOff: '2024-01-02' };

describe('what the page of 离线保存 says', () => {
  it('names what would be saved and how much that is, where nothing is', () => {
    expect(wordsFor({ published: first, files: 0 })).toEqual({
      lines: ['这个浏览器里还没有存。', '网站现在的一版：内容截至2023年5月13日，版本 aaaaaaaaaaaa。'],
      save: '离线保存（约 22.9 MB）',
    });
  });

  it('offers nothing that needs the network where there is none', () => {
    expect(wordsFor({ files: 0 })).toEqual({
      lines: ['这个浏览器里还没有存。', '现在连不上网站，不知道有没有新的一版。'],
    });
    expect(wordsFor({ held: first, files: 1706 })).toEqual({
      lines: [
        '已经存好一版：内容截至2023年5月13日，版本 aaaaaaaaaaaa，1706个文件，约 22.9 MB。没有网络也能看、能检索。',
        '现在连不上网站，不知道有没有新的一版。',
      ],
      remove: '删去',
    });
  });

  it('offers only to remove what is the newest', () => {
    const { lines, ...buttons } = wordsFor({ held: first, published: first, files: 1706 });
    expect(lines[1]).toBe('和网站现在的一版相同。');
    expect(buttons).toEqual({ remove: '删去' });
  });

  it('offers a newer edition, and once it is there, to change to it', () => {
    const newer = wordsFor({ held: first, published: second, files: 1706 });
    expect(newer.lines[1]).toBe('网站有新的一版：内容截至2024年1月2日，版本 bbbbbbbbbbbb。');
    expect(newer).toMatchObject({ save: '取新的一版', remove: '删去' });
    const { lines, ...buttons } = wordsFor({ held: first, next: second, published: second, files: 1710 });
    expect(lines[1]).toMatch(/^新的一版也存好了：内容截至2024年1月2日，版本 bbbbbbbbbbbb。/);
    expect(buttons).toEqual({ takeOver: '换上新的一版', remove: '删去' });
  });

  it('never calls an edition whole that is not', () => {
    expect(wordsFor({ published: first, files: 300 })).toMatchObject({
      lines: ['没有存成完整的一版；已取的文件还在，再按“离线保存”接着取。', expect.any(String)],
      save: '离线保存（约 22.9 MB）',
      remove: '删去',
    });
    expect(wordsFor({ held: first, published: first, files: 1705 }).lines[0]).toMatch(
      /^存过一版：.*浏览器清掉了其中一些文件，请删去后再存一次。$/,
    );
  });

  it('says what went wrong and, where an edition was kept, that it is untouched', () => {
    const faults = ['network', 'space', 'changed', 'stopped', 'refused'] as const;
    const said = faults.map((fault) => wordsFor({ published: first, fault, files: 0 }).lines[1] ?? '');
    expect(new Set(said).size).toBe(faults.length);
    for (const line of said) expect(line).toMatch(/^没有存[完成]：.+。$/);
    expect(wordsFor({ held: first, published: second, fault: 'network', files: 1706 }).lines).toContain(
      '原来存的一版没有动。',
    );
  });

  it('offers no button while it saves, and never says undefined', () => {
    const edition = fc.constantFrom(first, second);
    const keeping = fc.record(
      {
        held: edition,
        next: edition,
        published: edition,
        saving: fc.record({ saved: fc.nat(1706), of: fc.constant(1706) }),
        fault: fc.constantFrom('network', 'space', 'changed', 'stopped', 'refused'),
        files: fc.nat(2000),
      },
      { requiredKeys: ['files'] },
    );
    fc.assert(
      fc.property(keeping as fc.Arbitrary<Keeping>, (some) => {
        const { lines, ...buttons } = wordsFor(some);
        expect(lines.join('')).not.toMatch(/undefined|NaN/);
        expect(lines.every((line) => line.endsWith('。'))).toBe(true);
        if (some.saving !== undefined) expect(buttons).toEqual({});
      }),
    );
  });
});
