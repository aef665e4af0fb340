import { spawnSync } from 'node:child_process';
import fs, {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotWritten, writeSources } from '../../../scripts/ingest-write.ts';
import { generateSource } from '../../../scripts/source-problems.ts';
import { readContent } from '../../../src/read/content.ts';
import { projectRoot } from '../../helpers/built-site.ts';
import { encode } from '../../helpers/encode.ts';

const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
const root = join(folder, 'root');
const sources = join(root, 'content/sources');
const given = join(folder, 'given');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const article = `京冀签署教育协议
北京日报
2024年5月6日

北京市与河北省5月5日签署协议，双方将组织30所学校结对帮扶，支持雄安新区的教育。

双方力争2025年底前培训教师1万人次，共享优质课程资源，逐步形成机制。
（作者：孙小林）
`;

beforeAll(() => {
  mkdirSync(join(root, 'content'), { recursive: true });
  for (const name of ['regions', 'sources', 'mentions.yaml', 'ids.ledger']) {
    cpSync(join(projectRoot, 'content', name), join(root, 'content', name), { recursive: true });
  }
});

beforeEach(() => {
  rmSync(given, { recursive: true, force: true });
  mkdirSync(given);
  writeFileSync(join(given, 'a.txt'), article);
});

function run(...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    'node',
    [join(projectRoot, 'scripts/ingest.ts'), '--root', root, '--on', '2026-11-20', ...args],
    { cwd: given, encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

const held = readdirSync(join(projectRoot, 'content/sources'));
const written = (): string[] => readdirSync(sources).filter((name) => !held.includes(name));

describe('npm run ingest', () => {
  it('shows everything and writes nothing with --dry-run', () => {
    const { status, output } = run('a.txt', '--dry-run');
    expect(status, output).toBe(0);
    for (const words of [
      '编码：utf-8',
      '版式：',
      '标题：京冀签署教育协议（p1',
      '发布者：北京日报',
      '日期：2024-05-06（p3',
      '作者：孙小林',
      'regions/xiongan',
      '30所',
      '力争“力争”',
      '期限“2025年底前”',
    ]) {
      expect(output).toContain(words);
    }
    expect(written()).toEqual([]);
  });

  it('writes a draft that the record reads without a fault, and knows it again in another encoding and shape', () => {
    expect(run('a.txt', '--id', 'jing-ji-jiaoyu-2024').status).toBe(0);
    expect(readdirSync(join(sources, 'jing-ji-jiaoyu-2024')).sort()).toEqual([
      'index.mdx',
      'raw.txt',
      'repairs.yaml',
    ]);
    expect(readFileSync(join(sources, 'jing-ji-jiaoyu-2024/raw.txt'), 'utf8')).toBe(article);
    const content = readContent(root);
    const own = content.problems.filter(({ file }) => file.includes('jing-ji-jiaoyu-2024'));
    expect(own).toEqual([]);
    const source = content.rawSources.find(({ id }) => id === 'jing-ji-jiaoyu-2024');
    expect(source?.repairs.source.draft).toBe(true);
    expect(source && generateSource(source)).toMatchObject({ text: source?.generated });
    writeFileSync(
      join(given, 'b.html'),
      encode(`<p>${article.trim().split('\n').join('</p><p>')}</p>`, 'gb18030'),
    );
    const again = run('b.html');
    expect(again.status).toBe(1);
    expect(again.output).toContain('already-held');
    expect(again.output).toContain('content/sources/jing-ji-jiaoyu-2024/');
    rmSync(join(sources, 'jing-ji-jiaoyu-2024'), { recursive: true });
  });

  it('writes what it can of an article without a date, says what is wanting, and leaves the field out', () => {
    writeFileSync(join(given, 'a.txt'), article.replace('2024年5月6日\n', ''));
    const { status, output } = run('a.txt', '--id', 'wu-riqi');
    expect(status).toBe(0);
    expect(output).toContain('还缺：日期');
    const repairs = readFileSync(join(sources, 'wu-riqi/repairs.yaml'), 'utf8');
    expect(repairs).not.toMatch(/^ {2}date:/m);
    expect(run('a.txt', '--id', 'lingyi-fen').output).toContain('content/sources/wu-riqi/');
    rmSync(join(sources, 'wu-riqi'), { recursive: true });
  });

  it('reports every refusal of a folder at once and then writes none of its files', () => {
    writeFileSync(join(given, 'b.txt'), '');
    writeFileSync(join(given, 'c.pdf'), '%PDF-1.7');
    writeFileSync(join(given, 'd.txt'), article.replaceAll('\n', '\r\n'));
    symlinkSync('/etc/hostname', join(given, 'e.txt'));
    mkdirSync(join(given, 'f'));
    symlinkSync('/', join(given, 'f/g'));
    const { status, output } = run('.', 'no-such.txt', '/dev/null');
    expect(status).toBe(1);
    for (const code of ['empty', 'kind-unknown', 'same-as', 'symlink', 'unreadable', 'not-a-file']) {
      expect(output).toContain(code);
    }
    expect(output).toContain('这是符号链接，指向 /etc/hostname。不跟随链接：直接给出那个文件。');
    expect(output).toContain('读不出：没有这个文件。');
    expect(output).toMatch(/8 个文件，7 个不能收，什么都没有写。/);
    expect(written()).toEqual([]);
  });

  it('takes no ID that climbs, is taken or is given for several files, and says what is wrong with each option', () => {
    expect(run('a.txt', '--id', '../../x').output).toContain('“../../x”不能用作编号');
    expect(run('a.txt', '--id', 'xiongan-xieyi-2017').output).toContain(
      '编号“xiongan-xieyi-2017”已经用过，不覆盖',
    );
    writeFileSync(join(given, 'b.txt'), article);
    const { status, output } = run('a.txt', 'b.txt', '--id', 'x', '--date', '5月6日', '--encoding', 'gbk2');
    expect(status).toBe(1);
    for (const words of [
      '--id 只能配一个文件',
      '--date 应如',
      '--date 要同时写 --why',
      '--encoding 没有“gbk2”',
    ]) {
      expect(output).toContain(words);
    }
  });
});

describe('writing sources', () => {
  const one = { id: 'yi', files: { 'raw.txt': '一', 'repairs.yaml': '甲' } };
  const two = { id: 'er', files: { 'raw.txt': '二' } };
  const messageOf = (act: () => void): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof NotWritten) return error.message;
      throw error;
    }
    return '';
  };
  const failing = (code: string, nth: number): typeof fs => {
    let count = 0;
    return {
      ...fs,
      writeFileSync: (...args: Parameters<typeof fs.writeFileSync>) => {
        count += 1;
        if (count === nth) throw Object.assign(new Error(code), { code });
        fs.writeFileSync(...args);
      },
    };
  };

  it.each([
    ['ENOSPC', '磁盘满了'],
    ['EROFS', '磁盘只读'],
    ['EACCES', '没有权限'],
  ])('leaves nothing behind where the disk answers %s to the third file', (code, words) => {
    expect(messageOf(() => writeSources(root, [one, two], failing(code, 3)))).toBe(
      `写不进 content/sources/：${words}。什么都没有留下。`,
    );
    expect(written()).toEqual([]);
    expect(existsSync(join(root, 'content/.ingest'))).toBe(false);
  });

  it('never overwrites, and takes back what it had written before it found out', () => {
    mkdirSync(join(sources, 'er'));
    writeFileSync(join(sources, 'er/raw.txt'), '旧');
    expect(messageOf(() => writeSources(root, [one, two]))).toBe(
      'content/sources/er/ 已经有了，不覆盖。用 --id 换一个。',
    );
    expect(readFileSync(join(sources, 'er/raw.txt'), 'utf8')).toBe('旧');
    expect(written()).toEqual(['er']);
    rmSync(join(sources, 'er'), { recursive: true });
  });

  it('waits for no other run, and clears what one that was killed left', () => {
    const work = join(root, 'content/.ingest');
    mkdirSync(work);
    writeFileSync(join(work, 'pid'), String(process.ppid));
    expect(messageOf(() => writeSources(root, [one]))).toBe('另一次 npm run ingest 正在写。等它完了再来。');
    const gone = spawnSync('node', ['-e', '']).pid;
    writeFileSync(join(work, 'pid'), String(gone));
    mkdirSync(join(work, 'yi'));
    expect(readContent(root).problems.filter(({ file }) => file.includes('.ingest'))).toEqual([]);
    writeSources(root, [one]);
    expect(readFileSync(join(sources, 'yi/raw.txt'), 'utf8')).toBe('一');
    expect(existsSync(work)).toBe(false);
    rmSync(join(sources, 'yi'), { recursive: true });
  });

  it('writes nothing through a link that leads out of the project, nor where a file stands for a folder', () => {
    const elsewhere = join(folder, 'elsewhere');
    const other = join(folder, 'other');
    mkdirSync(elsewhere);
    mkdirSync(join(other, 'content'), { recursive: true });
    symlinkSync(elsewhere, join(other, 'content/sources'));
    expect(messageOf(() => writeSources(other, [one]))).toBe(
      'content/sources 是符号链接，指到了别处，不写。',
    );
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(join(other, 'content'), { recursive: true });
    writeFileSync(join(other, 'content'), '');
    expect(messageOf(() => writeSources(other, [one]))).toContain('路径上有一段不是文件夹');
  });
});
