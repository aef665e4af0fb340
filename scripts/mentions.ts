import { buildGraph, entriesOf, keyOf } from '../src/graph/graph.ts';
import { foundNames, namesOf, type FoundName, type Ground } from '../src/graph/mentions.ts';
import { readContent } from '../src/read/content.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';

const usage = `用法：npm run mentions [-- --source 来源编号]

文中的名称链接到哪里：几条共用的名称在每一处怎样判定，哪些名称没有加链接。
  --source  逐处列出一篇`;

const groundWords: Record<Ground, string> = {
  declared: 'mentions.yaml 写明',
  quoted: '它引用了这几个字',
  related: '引这几个字的条目指向它',
  article: '这一篇里的这个人',
  title: '书名号里的全名',
};

interface Place extends FoundName {
  readonly ref: string;
  readonly text: string;
}

/** "…来到〈雄安新区〉核心区…": a name with what stands beside it. */
function inContext({ text, start, end, name }: Place): string {
  return `${text.slice(Math.max(0, start - 6), start)}〈${name}〉${text.slice(end, end + 6)}`;
}

function line(place: Place): string {
  const { ref, means } = place;
  const fate = means === undefined ? '不加链接' : `${keyOf(means.entry)}（${groundWords[means.ground]}）`;
  return `${ref}\t${inContext(place)}\n\t→ ${fate}`;
}

function main(): void {
  const { values } = readOptions({ usage, options: { source: { type: 'string' } } });
  const content = readContent(projectRoot);
  if (reportProblems(content.problems, content.locate)) process.exit(1);
  const graph = buildGraph(content);
  const places = [...foundNames(graph)].flatMap(([ref, found]): Place[] =>
    found.map((each) => ({ ...each, ref, text: graph.passages.get(ref)?.passage.text ?? '' })),
  );
  if (values.source !== undefined) {
    if (!entriesOf(graph, 'sources').some(({ id }) => id === values.source)) {
      console.error(`没有来源“${values.source}”。`);
      process.exit(1);
    }
    console.log(
      places
        .filter(({ ref }) => ref.startsWith(`${values.source ?? ''}#`))
        .map(line)
        .join('\n'),
    );
    return;
  }
  for (const [name, entries] of namesOf(graph)) {
    if (entries.length < 2) continue;
    console.log(`“${name}”：${entries.map(keyOf).join('、')}`);
    const found = places.filter((place) => place.name === name);
    console.log(found.length === 0 ? '\t文中没有单独印出' : found.map(line).join('\n'));
  }
  const linked = places.filter(({ means }) => means !== undefined);
  console.log(
    `共找到名称 ${String(places.length)} 处，${String(linked.length)} 处说得清指哪一条，其余不加链接。`,
  );
}

main();
