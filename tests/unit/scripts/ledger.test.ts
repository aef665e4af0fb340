import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ledgerState, publishedAddresses } from '../../../scripts/ledger.ts';
import { readContent } from '../../../src/read/content.ts';
import { fixedAddresses } from '../../../src/routes.ts';
import { commitTwice, edit, withProject } from '../graph/fixture-project.ts';

describe('the addresses that content publishes', () => {
  it('are the fixed pages and, entry by entry, each page and its anchors', () => {
    const published = withProject((root) => publishedAddresses(readContent(root)));
    expect(published.slice(0, fixedAddresses.length)).toEqual(fixedAddresses);
    expect(published.slice(fixedAddresses.length)).toEqual([
      '/agreements/gongzuo-yaodian-2021/',
      '/agreements/gongzuo-yaodian-2021/#area-gongjiao',
      '/agreements/hezuo-xieyi-2021/duijie-jizhi/',
      '/agreements/hezuo-xieyi-2021/#duijie-jizhi',
      '/agreements/hezuo-xieyi-2021/duijie-jizhi/#c1',
      '/agreements/hezuo-xieyi-2021/',
      '/agreements/hezuo-xieyi-2021/#area-jiaotong',
      '/agreements/hezuo-xieyi-2021/#area-shengtai',
      '/agreements/hezuo-xieyi-2021/jiaotong-1/',
      '/agreements/hezuo-xieyi-2021/#jiaotong-1',
      '/agreements/hezuo-xieyi-2021/jiaotong-1/#c1',
      '/agreements/hezuo-xieyi-2021/jiaotong-1/#c2',
      '/agreements/hezuo-xieyi-2021/jiaotong-2/',
      '/agreements/hezuo-xieyi-2021/#jiaotong-2',
      '/agreements/hezuo-xieyi-2021/jiaotong-2/#c1',
      '/agreements/hezuo-xieyi-2021/jiaotong-2/#c2',
      '/agreements/hezuo-xieyi-2021/shengtai-1/',
      '/agreements/hezuo-xieyi-2021/#shengtai-1',
      '/agreements/hezuo-xieyi-2021/shengtai-1/#c1',
      '/agreements/hezuo-xieyi-2021/shengtai-1/#c2',
      '/events/qianyue-2021/',
      '/figures/#kuaixian-licheng',
      '/figures/#kuaixian-touzi',
      '/leaders/lin-zhiyuan/',
      '/leaders/zhou-wangshu/',
      '/organisations/shi-xietongban/',
      '/organisations/songlan-xietongban/',
      '/projects/yunsong-kuaixian/',
      '/regions/qinghe/',
      '/regions/songlan/',
      '/regions/yunze/',
      '/sources/hezuo-xieyi-2021/',
      '/sources/hezuo-xieyi-2021/coverage/',
      '/sources/hezuo-xieyi-2021/passages.json',
      '/verification/hezuo-xieyi-2021/',
      '/sources/hezuo-xieyi-2021/#p1',
      '/sources/hezuo-xieyi-2021/#p2',
      '/sources/hezuo-xieyi-2021/#p3',
      '/sources/hezuo-xieyi-2021/#p4',
      '/sources/hezuo-xieyi-2021/#p5',
      '/sources/hezuo-xieyi-2021/#p6',
      '/sources/hezuo-xieyi-2021/#p7',
      '/sources/hezuo-xieyi-2021/#p8',
      '/sources/hezuo-xieyi-2021/#p9',
      '/sources/hezuo-xieyi-2021/#p10',
      '/sources/hezuo-xieyi-2021/#p11',
      '/statements/qinghe-zhili/',
      '/themes/jiaotong/',
      '/themes/shengtai/',
      '/work-points/gongjiao-xianlu/',
      '/agreements/gongzuo-yaodian-2021/#gongjiao-xianlu',
      '/work-points/gongjiao-xianlu/#c1',
      '/work-points/gongjiao-xianlu/#c2',
    ]);
  });

  it('are each published once', () => {
    const published = withProject((root) => publishedAddresses(readContent(root)));
    expect(new Set(published).size).toBe(published.length);
  });
});

describe('the ledger of earlier revisions', () => {
  it('is none outside a repository', () => {
    expect(withProject((root) => ledgerState(readContent(root), root).earlier)).toEqual([]);
  });

  it('is that of HEAD and of its parent, whatever the working copy holds', () => {
    withProject((root) => {
      const before = readContent(root).ledger;
      commitTwice(root);
      edit(root, 'content/ids.ledger', '/regions/yunze/\n', '');
      expect(ledgerState(readContent(root), root).earlier).toEqual([
        { revision: 'HEAD', ledger: before },
        { revision: 'HEAD^', ledger: before },
      ]);
    });
  });

  it('is found where the project is a folder of a larger repository', () => {
    withProject((root) => {
      mkdirSync(join(root, 'nested'));
      renameSync(join(root, 'content'), join(root, 'nested/content'));
      commitTwice(root);
      const { earlier, ledger } = ledgerState(readContent(join(root, 'nested')), join(root, 'nested'));
      expect(earlier[0]).toEqual({ revision: 'HEAD', ledger });
    });
  });
});
