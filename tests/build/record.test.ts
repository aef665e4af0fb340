import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textContentOf } from '../../src/lib/html.ts';
import { listedCollections } from '../../src/routes.ts';
import { builtPages, byTag, dist, pageAt, projectRoot } from '../helpers/built-site.ts';

interface Figure {
  readonly id: string;
  readonly value: string;
  readonly subject: string;
  readonly regions: readonly string[];
  readonly beside?: readonly string[];
  readonly evidence: readonly { passage: string }[];
}
interface Leader {
  readonly id: string;
  readonly title: string;
  readonly roles: readonly { title: string; source: string }[];
}

const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(join(dist, `data/${name}.json`), 'utf8')) as T[];
const figures = read<Figure>('figures');
const leaders = read<Leader>('leaders');

describe('the rulings', () => {
  it('keep three people called 李伟 apart, each with the title its own article prints', () => {
    const named = leaders.filter(({ title }) => title === '李伟');
    expect(named.map(({ id, roles }) => [id, roles.map(({ title }) => title)])).toEqual([
      ['li-wei-mingdan', []],
      ['li-wei-mishuzhang', ['北京市政府秘书长']],
      ['li-wei-renda', ['市人大常委会主任']],
    ]);
  });

  it('give 赵克志 no title, and 蔡奇 in 2017 only 书记', () => {
    expect(leaders.find(({ id }) => id === 'zhao-kezhi')?.roles).toEqual([]);
    const roles = leaders.find(({ id }) => id === 'cai-qi')?.roles ?? [];
    expect(roles.filter(({ source }) => source === 'xiongan-xieyi-2017').map(({ title }) => title)).toEqual([
      '书记',
    ]);
  });

  it('leave numbers that do not reconcile side by side: counties 16 and 23, institutions 3 and 5', () => {
    const besideOf = (value: string, word: string) =>
      figures.filter((figure) => figure.value === value && figure.subject.includes(word));
    for (const [one, other, word] of [
      ['16', '23', '县'],
      ['3', '5', '卫生机构'],
    ] as const) {
      const [a] = besideOf(one, word);
      const [b] = besideOf(other, word);
      expect(a?.beside, one).toContain(b?.id);
      expect(b?.beside, other).toContain(a?.id);
    }
  });

  it('keep the figures of 2023 local: what is Shijiazhuang is not Hebei', () => {
    const local = figures.filter(
      ({ subject, evidence }) =>
        evidence[0]?.passage.startsWith('xianxingqu-shifanqu-2023') === true &&
        /石家庄|冀南新区|雄安|廊坊/.test(subject),
    );
    expect(local.length).toBeGreaterThan(4);
    expect(local.filter(({ regions }) => regions.includes('hebei')).map(({ id }) => id)).toEqual([]);
  });

  it('know one explicit link in the whole corpus', () => {
    const links = ['statements', 'work-points'].flatMap((name) =>
      read<{ id: string; links: { to: string; ground: string }[] }>(name).flatMap(({ id, links: own }) =>
        own.filter(({ ground }) => ground === 'explicit').map(({ to }) => `${id} → ${to}`),
      ),
    );
    expect(links).toEqual(['2019-xiongan-1 → agreements/xiongan-zhanlue-hezuo-2017']);
  });
});

it('counts the same in every index page, its CSV and the data', () => {
  for (const collection of listedCollections) {
    const records = read(collection).length;
    const main = textContentOf(byTag(pageAt(`/${collection}/`).tree, 'main')[0] ?? fail(collection));
    const csv = readFileSync(join(dist, `${collection}/list.csv`), 'utf8');
    expect(main, collection).toContain(`共${String(records)}条`);
    expect(csv.trim().split('\r\n').length - 1, collection).toBe(records);
  }
});

it('counts sentences in the coverage pages as the coverage report does', () => {
  const report = spawnSync('node', ['scripts/coverage.ts'], { cwd: projectRoot, encoding: 'utf8' }).stdout;
  const lines = [...report.matchAll(/^(.+)：(\d+)句，引用 (\d+)，.*没有着落 (\d+)$/gm)];
  expect(lines).toHaveLength(5);
  const pages = builtPages().filter(({ address }) => address.endsWith('/coverage/'));
  for (const [, title = '', sentences = '', quoted = '', gaps] of lines) {
    const page = pages.find(({ html }) => html.includes(`逐字去向：${title}｜`)) ?? fail(title);
    const main = textContentOf(byTag(page.tree, 'main')[0] ?? fail(title));
    expect(main, title).toContain(`共${sentences}句，${quoted}句被引用`);
    expect(gaps, title).toBe('0');
  }
});

function fail(what: string): never {
  throw new Error(`missing: ${what}`);
}
