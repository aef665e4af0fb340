import { collections, type CollectionName } from '../model/collections.ts';
import { factKinds, type FactChange, type FactKind } from './diff.ts';
import { statusNames, type Status } from './status.ts';

/** What each kind of difference is called, in the order in which they are told. */
const kindNames: Readonly<Record<FactKind, string>> = {
  'cut-off': '语料截至',
  added: '新增',
  retired: '撤下',
  removed: '没有了而未说明',
  renamed: '改了编号',
  status: '状态',
  event: '记载',
  silence: '最近提到（沉默从这里数起）',
  figure: '数字',
  quote: '引文',
  passage: '段落的文字',
  field: '其他说法',
  correction: '更正',
};

const quoteWords = { moved: '移到', changed: '改为', new: '新引', gone: '不再引' } as const;

/** Differences as they are printed when there are none. */
const nothing = '事实没有不同。';

interface Group {
  readonly label: string;
  readonly count: number;
  /** What it is about, with a line for each difference. */
  readonly items: readonly { readonly name: string; readonly lines: readonly string[] }[];
}

function groupsOf(changes: readonly FactChange[]): Group[] {
  return factKinds.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    if (own.length === 0) return [];
    return [
      {
        label: kindNames[kind],
        count: own.length,
        items: [...Map.groupBy(own, nameOf)].map(([name, about]) => ({
          name,
          lines: about.map(lineOf).filter((line) => line !== ''),
        })),
      },
    ];
  });
}

/** "项目 yunsong-kuaixian《云松快线》": what the difference is about. */
function nameOf({ kind, subject, title }: FactChange): string {
  if (kind === 'cut-off') return '';
  if (kind === 'retired') return `${title}（${subject}）`;
  if (kind === 'correction') return `${title}（${subject}）`;
  const slash = subject.indexOf('/');
  const collection = collections[subject.slice(0, slash) as CollectionName].name;
  return `${collection} ${subject.slice(slash + 1)}《${title}》`;
}

function lineOf({ kind, what = '', from, to }: FactChange): string {
  const say = (value: string): string => (kind === 'status' ? statusNames[value as Status] : value);
  const arrow = [from, to].flatMap((value) => (value === undefined ? [] : [say(value)])).join(' → ');
  const sign = from === undefined ? '增：' : to === undefined ? '去：' : '';
  switch (kind) {
    case 'added':
    case 'removed':
      return '';
    case 'retired':
      return what;
    case 'quote':
      return `${quoteWords[what as keyof typeof quoteWords]}：${arrow}`;
    case 'event':
    case 'field':
    case 'figure':
      return `${what}　${sign}${arrow}`;
    default:
      return sign + arrow;
  }
}

/** The differences as a reviewer reads them in a terminal. */
export function printDiff(changes: readonly FactChange[]): string {
  const groups = groupsOf(changes).map(({ label, count, items }) =>
    [
      `${label}（${String(count)}）`,
      ...items.map(({ name, lines }) => `  ${[name, ...lines].filter((text) => text !== '').join('\n    ')}`),
    ].join('\n'),
  );
  return groups.length === 0 ? `${nothing}\n` : `${groups.join('\n\n')}\n`;
}

/** The differences as Markdown, for the note of a release. */
export function printDiffMarkdown(changes: readonly FactChange[]): string {
  const groups = groupsOf(changes).map(({ label, count, items }) =>
    [
      `## ${label}（${String(count)}）`,
      '',
      ...items.map(({ name, lines }) => {
        const said = lines.map(plain).join('；');
        return `- ${[plain(name), said].filter((text) => text !== '').join('：')}`;
      }),
    ].join('\n'),
  );
  return groups.length === 0 ? `${nothing}\n` : `${groups.join('\n\n')}\n`;
}

/** Text that Markdown would take for markup, shown as it is; a line break is a space. */
function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>|~]/g, '\\$&').replaceAll(/\s*\n\s*/g, ' ');
}
