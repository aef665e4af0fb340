import { statuses } from '../graph/status.ts';
import { excuseReasons } from '../model/coverage.ts';
import { excuseNames, groundNames, unknownNames } from '../model/names.ts';
import { unknownKinds } from '../model/unknown.ts';
import type { MarkView } from '../model/views.ts';
import { routes } from '../routes.ts';
import { statusViews } from './items.ts';
import { unknownMeanings } from './unknown.ts';
import { href } from './views.ts';
import { statusRules } from './why.ts';
import { xrayViews } from './xray.ts';

const groundRules: Record<keyof typeof groundNames, string> = {
  explicit: '后面的文章点了前面文件的名',
  'same-subject': '前后说的是同一个有名字的事物',
  topical: '本站判断说的是一回事，理由写在旁边',
};

/** Everything the method page shows. */
export async function methodView(): Promise<{
  statuses: { mark: MarkView; rule: string }[];
  grounds: { label: string; rule: string }[];
  unknowns: { label: string; rule: string }[];
  excuses: string[];
  coverage: { label: string; href: string; line: string }[];
  codebook: string;
  verification: string;
  addresses: string;
  overdue: string;
  modality: string;
}> {
  const views = await xrayViews();
  return {
    statuses: statuses.map((status) => ({ mark: statusViews[status], rule: statusRules[status] })),
    grounds: Object.entries(groundRules).map(([ground, rule]) => ({
      label: groundNames[ground as keyof typeof groundNames],
      rule,
    })),
    unknowns: unknownKinds.map((kind) => ({ label: unknownNames[kind], rule: unknownMeanings[kind] })),
    excuses: excuseReasons.map((reason) => excuseNames[reason]),
    coverage: views.map(({ id, source, sentenceCount, usedSentences }) => ({
      label: source.label,
      href: href(routes.coverage(id)),
      line: `${String(sentenceCount)}句，${String(usedSentences)}句被引用`,
    })),
    codebook: href(routes.codebook),
    verification: href(routes.verification),
    addresses: href(routes.addresses),
    overdue: href(routes.overdue),
    modality: href(routes.modality),
  };
}
