import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textContentOf } from '../../src/lib/html.ts';
import { listedCollections } from '../../src/routes.ts';
import { builtPages, byClass, byTag, dist, pageAt, projectRoot } from '../helpers/built-site.ts';

interface Project {
  readonly id: string;
  readonly url: string;
  readonly status: string;
  readonly statusAsOf: string;
  readonly lastMention: string;
  readonly progress: readonly { kind: string; outcome?: string; date: string; wording: string }[];
}
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
const projects = read<Project>('projects');
const figures = read<Figure>('figures');
const leaders = read<Leader>('leaders');

/** The published rule, written a second time: the strongest kind wins, and only a report is reported. */
const strength = ['proposed', 'agreed', 'planned', 'reported-underway', 'reported-done', 'reported-in-use'];
const claims: Record<string, string> = {
  speech: 'proposed',
  opinion: 'proposed',
  agreement: 'agreed',
  plan: 'planned',
};
const labels: Record<string, string> = {
  proposed: '提出',
  agreed: '约定',
  planned: '已列计划',
  'reported-underway': '报道在推进',
  'reported-done': '报道已完成',
  'reported-in-use': '报道已投用',
};

function recompute({ progress }: Project): { status: string; asOf: string } {
  const supported = progress.map(({ kind, outcome, date }) => ({
    status: claims[kind] ?? `reported-${outcome ?? ''}`,
    date,
  }));
  const top = Math.max(...supported.map(({ status }) => strength.indexOf(status)));
  const status = strength[top] ?? '';
  return { status, asOf: supported.filter((each) => each.status === status).at(-1)?.date ?? '' };
}

describe('the status of every project', () => {
  it('is what the published rule makes of its events, in the data and on its page', () => {
    const faults = projects.flatMap((project) => {
      const { status, asOf } = recompute(project);
      const claim = textContentOf(byClass(pageAt(project.url).tree, 'status-claim')[0] ?? fail(project.id));
      const holds =
        project.status === status &&
        project.statusAsOf === asOf &&
        claim.startsWith(`${labels[status] ?? ''}：`);
      return holds
        ? []
        : [`${project.id}: ${project.status} ${project.statusAsOf}, ${status} ${asOf}, ${claim}`];
    });
    expect(projects.length).toBeGreaterThan(100);
    expect(faults).toEqual([]);
  });

  it('is never reported without a report', () => {
    const faults = projects.filter(
      ({ status, progress }) =>
        status.startsWith('reported-') !== progress.some(({ kind }) => kind === 'report'),
    );
    expect(faults.map(({ id }) => id)).toEqual([]);
  });

  it('comes with its silence: how long, counted to the newest article, and never as a percentage', () => {
    for (const { id, url, lastMention } of projects) {
      const text = textContentOf(byTag(pageAt(url).tree, 'main')[0] ?? fail(id));
      expect(text, id).toContain(lastMention < '2023-05-13' ? '未见后续报道' : '无从再查');
      expect(text.replace('销售额增长了20%以上', ''), id).not.toMatch(/\d%/);
    }
  });
});

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
