import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { commitTwice, edit, problemsOf, withProject } from './fixture-project.ts';

const source = 'content/sources/hezuo-xieyi-2021';
const agreement = 'content/agreements/hezuo-xieyi-2021';

/** Place and code of each problem after a change to the base fixture. */
function placesAfter(change: (root: string) => void): string[] {
  return withProject((root) => {
    change(root);
    return problemsOf(root).map(({ file, line, column, code }) =>
      [line === undefined ? file : `${file}:${String(line)}:${String(column)}`, code].join(' '),
    );
  });
}

describe('one fault gives one message', () => {
  test.each([
    [
      'a misspelt field in the first clause of an area',
      `${agreement}/jiaotong-1.mdx`,
      'excerpt: 建',
      'exerpt: 建',
      `${agreement}/jiaotong-1.mdx:6:9 field-unknown`,
    ],
    [
      'a mistyped area in the first clause of an area',
      `${agreement}/jiaotong-1.mdx`,
      'area: jiaotong',
      'area: jiaotng',
      `${agreement}/jiaotong-1.mdx:3:7 clause-area`,
    ],
    [
      'a date without the deadline it is read from',
      `${agreement}/jiaotong-1.mdx`,
      '    deadline: 2025年\n',
      '',
      `${agreement}/jiaotong-1.mdx:17:10 deadline-undated`,
    ],
    [
      'a deadline that names no date',
      `${agreement}/jiaotong-1.mdx`,
      'deadline: 2025年',
      'deadline: 建成',
      `${agreement}/jiaotong-1.mdx:17:15 deadline-undated`,
    ],
    [
      'a year that is not printed and has no reason',
      `${agreement}/jiaotong-1.mdx`,
      'by: "2025"',
      'by: "2026"',
      `${agreement}/jiaotong-1.mdx:17:15 deadline-undated`,
    ],
    [
      'a milestone that the commitment does not print',
      `${agreement}/jiaotong-1.mdx`,
      'due: { by: "2025" }',
      'due: { by: "2025" }\n    milestone: 通车',
      `${agreement}/jiaotong-1.mdx:19:16 wording-not-printed`,
    ],
    [
      'two clauses with one number',
      `${agreement}/jiaotong-2.mdx`,
      'order: 2',
      'order: 1',
      `${agreement}/jiaotong-1.mdx:4:8 clause-out-of-order`,
    ],
    [
      'a mechanism without an attribution',
      `${agreement}/duijie-jizhi.mdx`,
      'attribution: { passage: hezuo-xieyi-2021#p7, quote: 市协同办负责人表示 }\n',
      '',
      `${agreement}/duijie-jizhi.mdx:2:1 clause-area`,
    ],
    [
      'a mechanism within an area',
      `${agreement}/duijie-jizhi.mdx`,
      'kind: mechanism',
      'kind: mechanism\narea: jiaotong',
      `${agreement}/duijie-jizhi.mdx:3:7 clause-area`,
    ],
    [
      'a clause of a passage that does not exist',
      `${agreement}/jiaotong-1.mdx`,
      'passage: hezuo-xieyi-2021#p4',
      'passage: hezuo-xieyi-2021#p14',
      `${agreement}/jiaotong-1.mdx:5:10 passage-unknown`,
    ],
    [
      'an area heading in a passage that does not exist',
      `${agreement}/index.mdx`,
      'heading: hezuo-xieyi-2021#p3',
      'heading: hezuo-xieyi-2021#p13',
      `${agreement}/index.mdx:34:14 passage-unknown`,
    ],
    [
      'a faulty agreement file',
      `${agreement}/index.mdx`,
      'kind: agreement',
      'kind: treaty',
      `${agreement}/index.mdx:5:7 field-invalid`,
    ],
    [
      'a faulty region file',
      'content/regions/songlan.mdx',
      'kind: prefecture',
      'kind: [prefecture]',
      'content/regions/songlan.mdx:4:7 field-invalid',
    ],
    [
      'a faulty leader file',
      'content/leaders/lin-zhiyuan.mdx',
      'title: 林知远',
      'title: 无',
      'content/leaders/lin-zhiyuan.mdx:2:8 field-invalid',
    ],
    [
      'a misprint in the words a role is quoted from',
      'content/leaders/lin-zhiyuan.mdx',
      'quote: 云泽市市长林知远',
      'quote: 云泽市市长林志远',
      'content/leaders/lin-zhiyuan.mdx:5:54 quote-not-found',
    ],
    [
      'a misprint in the word a commitment is weighed by',
      `${agreement}/jiaotong-1.mdx`,
      'quote: 力争2025年',
      'quote: 力挣2025年',
      `${agreement}/jiaotong-1.mdx:14:12 quote-not-found`,
    ],
    [
      'a place named by words that stand elsewhere in the passage',
      `${agreement}/jiaotong-2.mdx`,
      '    quote: 共同编制站前规划\n    modality: { level: plain }',
      '    quote: 共同编制站前规划\n    modality: { level: plain }\n    towards: { as: 松岚站, regions: [songlan] }',
      `${agreement}/jiaotong-2.mdx:17:20 wording-not-printed`,
    ],
    [
      'words said to name somebody that are a misprint',
      `${agreement}/jiaotong-2.mdx`,
      '    quote: 共同编制站前规划\n    modality: { level: plain }',
      '    quote: 共同编制站前规划\n    modality: { level: plain }\n    towards: { as: 松岚, regions: [songlan], quote: 研究松岚站选止 }',
      `${agreement}/jiaotong-2.mdx:17:51 quote-not-found`,
    ],
    [
      'a place that is no party, said to be meant by 双方',
      `${agreement}/shengtai-1.mdx`,
      'regions: [yunze, songlan]',
      'regions: [yunze, qinghe]',
      `${agreement}/shengtai-1.mdx:13:39 name-not-printed`,
    ],
    [
      'a body that one of the parties does not print',
      `${agreement}/index.mdx`,
      '    region: songlan\n',
      '    region: songlan\n    organisation: songlan-xietongban\n',
      `${agreement}/index.mdx:20:19 name-not-printed`,
    ],
    [
      'a misprint in the quote of the full title',
      `${agreement}/index.mdx`,
      '《云泽市松岚市协同发展合作协议》',
      '《云泽市松岚市协同发展合作协定》',
      `${agreement}/index.mdx:8:44 quote-not-found`,
    ],
    [
      'a misprint in the quote of an area',
      `${agreement}/index.mdx`,
      'quote: 生态 ',
      'quote: 生太 ',
      `${agreement}/index.mdx:38:54 quote-not-found`,
    ],
    [
      'a context that does not stand beside the quote',
      'content/regions/qinghe.mdx',
      'prefix: 治理',
      'prefix: 整治',
      'content/regions/qinghe.mdx:7:12 quote-not-found',
    ],
    [
      'an excerpt that stands twice in its passage',
      `${agreement}/shengtai-1.mdx`,
      'excerpt: 共同治理清河',
      'excerpt: 清河',
      `${agreement}/shengtai-1.mdx:6:10 quote-ambiguous`,
    ],
    [
      'an excerpt that is not printed',
      `${agreement}/shengtai-1.mdx`,
      'excerpt: 共同治理清河',
      'excerpt: 治理大清河',
      `${agreement}/shengtai-1.mdx:6:10 wording-not-printed`,
    ],
    [
      'a list of labels that names no passage',
      `${source}/repairs.yaml`,
      'before: p6',
      'before: p16',
      `${source}/repairs.yaml:33:13 field-invalid`,
    ],
    [
      'two passages of one ID',
      `${source}/repairs.yaml`,
      'id: p7,',
      'id: p6,',
      `${source}/repairs.yaml:43:11 id-duplicate`,
    ],
    [
      'a repair that was given no reason',
      `${source}/repairs.yaml`,
      '    reason: 署名不是机制段落的话，单列。\n',
      '',
      `${source}/repairs.yaml:27:5 field-missing`,
    ],
    [
      'an alias in repairs.yaml',
      `${source}/repairs.yaml`,
      'publish: full',
      'publish: *full',
      `${source}/repairs.yaml:18:12 yaml-invalid`,
    ],
    [
      'a source that says it has another raw file than it has',
      `${source}/repairs.yaml`,
      'file: raw.txt',
      'file: raw.html',
      `${source}/repairs.yaml:22:9 raw-missing`,
    ],
    [
      'a region that lies in itself',
      'content/regions/songlan.mdx',
      'kind: prefecture',
      'kind: prefecture\nparent: songlan',
      'content/regions/songlan.mdx:5:9 region-cycle',
    ],
    [
      'a misprint in the words of a work point',
      'content/work-points/gongjiao-xianlu.mdx',
      'quote: 年内建成松岚南站，',
      'quote: 年内建城松岚南站，',
      'content/work-points/gongjiao-xianlu.mdx:6:8 quote-not-found',
    ],
    [
      'a misprint in a commitment of a work point',
      'content/work-points/gongjiao-xianlu.mdx',
      '    quote: 新开',
      '    quote: 新看',
      'content/work-points/gongjiao-xianlu.mdx:17:12 quote-not-found',
    ],
    [
      'a commitment from outside the words of its work point',
      'content/work-points/gongjiao-xianlu.mdx',
      'quote: 年内建成松岚南站，新开',
      'quote: 新开',
      'content/work-points/gongjiao-xianlu.mdx:12:12 wording-not-printed',
    ],
    [
      'a misprint in the words of a statement',
      'content/statements/qinghe-zhili.mdx',
      'quote: 要把清河治理好',
      'quote: 要把清河治里好',
      'content/statements/qinghe-zhili.mdx:6:45 quote-not-found',
    ],
    [
      'a statement quoted from a report it does not stand in',
      'content/statements/qinghe-zhili.mdx',
      'hezuo-xieyi-2021#p11',
      'hezuo-xieyi-2021#p10',
      'content/statements/qinghe-zhili.mdx:6:45 quote-not-found',
    ],
    [
      'a figure quoted from a plan it does not stand in',
      'content/figures/kuaixian-touzi.mdx',
      'hezuo-xieyi-2021#p10',
      'hezuo-xieyi-2021#p9',
      'content/figures/kuaixian-touzi.mdx:9:50 quote-not-found',
    ],
    [
      'progress quoted from a speech it does not stand in',
      'content/projects/yunsong-kuaixian.mdx',
      'hezuo-xieyi-2021#p10',
      'hezuo-xieyi-2021#p11',
      'content/projects/yunsong-kuaixian.mdx:13:55 quote-not-found',
    ],
    [
      'a figure whose comparator is not printed',
      'content/figures/kuaixian-touzi.mdx',
      'comparator: 超过',
      'comparator: 约',
      'content/figures/kuaixian-touzi.mdx:4:13 wording-not-printed',
    ],
    [
      'a project file with a fault, alone in naming a place',
      'content/projects/yunsong-kuaixian.mdx',
      'kind: rail',
      'kind: train',
      'content/projects/yunsong-kuaixian.mdx:3:7 field-invalid',
    ],
    [
      'two bodies of one name, each said not to be the other',
      'content/organisations/shi-xietongban.mdx',
      'aliases: [市协同办]',
      'aliases: [松岚市协同办]\nnotSameAs: [songlan-xietongban]',
      'content/organisations/shi-xietongban.mdx:4:12 identity-merged',
    ],
    [
      'a work point of an agreement that is no plan',
      `content/agreements/gongzuo-yaodian-2021/index.mdx`,
      'kind: plan',
      'kind: policy',
      'content/work-points/gongjiao-xianlu.mdx:2:7 work-point-plan',
    ],
    [
      'a misprint in an excuse',
      `${source}/coverage.yaml`,
      '倍感振奋',
      '倍感震奋',
      `${source}/coverage.yaml:3:47 quote-not-found`,
    ],
    [
      'an excuse for a passage that does not exist',
      `${source}/coverage.yaml`,
      '#p11',
      '#p12',
      `${source}/coverage.yaml:3:16 passage-unknown`,
    ],
    [
      'an excuse without a reason',
      `${source}/coverage.yaml`,
      ', reason: framing',
      '',
      `${source}/coverage.yaml:3:5 field-missing`,
    ],
    [
      'a line taken out of the ledger outside a repository',
      'content/ids.ledger',
      '/regions/yunze/\n',
      '',
      'content/ids.ledger ledger-missing',
    ],
  ])('%s', (_, file, from, to, place) => {
    expect(placesAfter((root) => edit(root, file, from, to))).toEqual([place]);
  });

  it('a repairs.yaml that is not UTF-8', () => {
    const places = placesAfter((root) =>
      writeFileSync(join(root, source, 'repairs.yaml'), Uint8Array.of(0x73, 0xd4, 0xc6)),
    );
    expect(places).toEqual([`${source}/repairs.yaml file-unreadable`]);
  });

  it('a faulty repairs.yaml of a source that was never generated', () => {
    const places = placesAfter((root) => {
      rmSync(join(root, source, 'index.mdx'));
      edit(root, `${source}/repairs.yaml`, 'kind: news', 'kind: novel');
    });
    expect(places).toEqual([`${source}/repairs.yaml:6:9 field-invalid`]);
  });

  it('a source without repairs.yaml', () => {
    const places = placesAfter((root) => rmSync(join(root, source, 'repairs.yaml')));
    expect(places).toEqual([`${source}/raw.txt raw-missing`]);
  });

  it('a source that is only its generated file', () => {
    const places = placesAfter((root) => {
      rmSync(join(root, source, 'repairs.yaml'));
      rmSync(join(root, source, 'raw.txt'));
    });
    expect(places).toEqual([`${source}/index.mdx raw-missing`]);
  });

  it('a clause in the folder of an agreement that does not exist', () => {
    const places = placesAfter((root) => {
      const address = '/agreements/hezuo-xieyi-2020/';
      const clause = readFileSync(join(root, agreement, 'shengtai-1.mdx'));
      mkdirSync(join(root, 'content', address));
      writeFileSync(join(root, 'content', address, 'shengtai-1.mdx'), clause);
      const anchors = ['shengtai-1/', '#shengtai-1', 'shengtai-1/#c1', 'shengtai-1/#c2'];
      const lines = anchors.map((anchor) => `${address}${anchor}\n`).join('');
      appendFileSync(join(root, 'content/ids.ledger'), lines);
    });
    expect(places).toEqual(['content/agreements/hezuo-xieyi-2020/shengtai-1.mdx reference-dangling']);
  });

  it('a region cycle of three, reported at its first ID', () => {
    const places = placesAfter((root) => {
      edit(root, 'content/regions/songlan.mdx', 'kind: prefecture', 'kind: prefecture\nparent: yunze');
      edit(root, 'content/regions/yunze.mdx', 'kind: prefecture', 'kind: prefecture\nparent: qinghe');
    });
    expect(places).toEqual(['content/regions/qinghe.mdx:4:9 region-cycle']);
  });

  it('a line taken out of the ledger of a repository', () => {
    const places = placesAfter((root) => {
      commitTwice(root);
      edit(root, 'content/ids.ledger', '/regions/qinghe/\n', '');
    });
    expect(places).toEqual(['content/ids.ledger ledger-rewritten']);
  });
});

it('shows several faults at once, in the order of file, line and column', () => {
  const places = placesAfter((root) => {
    edit(root, 'content/themes/jiaotong.mdx', 'order: 1', 'order: 0');
    edit(root, 'content/regions/yunze.mdx', 'kind: prefecture', 'kind: city');
    edit(root, 'content/regions/yunze.mdx', 'title: 云泽市', 'title: 待定');
    copyFileSync(join(root, 'content/README.md'), join(root, 'content/notes.md'));
  });
  expect(places).toEqual([
    'content/notes.md file-misplaced',
    'content/regions/yunze.mdx:2:8 field-invalid',
    'content/regions/yunze.mdx:4:7 field-invalid',
    'content/themes/jiaotong.mdx:3:8 field-invalid',
  ]);
});
