import { coverageOf, type CoveredSentence } from '../src/graph/coverage.ts';
import { buildGraph, entriesOf, keyOf } from '../src/graph/graph.ts';
import { excuseReasons } from '../src/model/coverage.ts';
import { excuseNames } from '../src/model/names.ts';
import { readContent } from '../src/read/content.ts';
import { projectRoot, readOptions, reportProblems } from './cli.ts';

const usage = `用法：npm run coverage [-- --source 来源编号]

每篇文章每一句的去向：被哪些内容引用，或为什么没有引用。
  --source  逐句列出一篇`;

/** One line a figure: sentences, quoted, excused by reason, left over. */
function summary(title: string, covered: readonly CoveredSentence[]): string {
  const quoted = covered.filter(({ quotedBy }) => quotedBy.length > 0).length;
  const reasons = excuseReasons.flatMap((reason) => {
    const count = covered.filter(({ excuse }) => excuse === reason).length;
    return count === 0 ? [] : [`${excuseNames[reason]} ${String(count)}`];
  });
  const gaps = covered.filter(({ quotedBy, excuse }) => quotedBy.length === 0 && excuse === undefined).length;
  return `${title}：${String(covered.length)}句，引用 ${String(quoted)}，${reasons.join('，')}，没有着落 ${String(gaps)}`;
}

function line({ ref, sentence, quotedBy, excuse }: CoveredSentence): string {
  const by = quotedBy.map(keyOf).join('、');
  const fate = by !== '' ? by : excuse === undefined ? '！没有着落' : `（${excuseNames[excuse]}）`;
  return `${ref}\t${sentence.text}\n\t→ ${fate}`;
}

function main(): void {
  const { values } = readOptions({ usage, options: { source: { type: 'string' } } });
  const content = readContent(projectRoot);
  if (reportProblems(content.problems, content.locate)) process.exit(1);
  const graph = buildGraph(content);
  const sources = entriesOf(graph, 'sources').filter(
    ({ id }) => values.source === undefined || id === values.source,
  );
  if (sources.length === 0) {
    console.error(`没有来源“${values.source ?? ''}”。`);
    process.exit(1);
  }
  for (const { id, data } of sources) {
    const covered = coverageOf(graph, id, content.coverage.get(id)?.excuses ?? []);
    if (values.source !== undefined) console.log(covered.map(line).join('\n'));
    console.log(summary(data.title, covered));
  }
}

main();
