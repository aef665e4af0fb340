import exam from './search-exam.json' with { type: 'json' };

/** What the method page says of the search's exam; every figure as the exam left it. */
export function searchExamView(): { summary: string; kinds: string[]; faults: string[]; costs: string[] } {
  const { exactness, measured } = exam;
  const { exact, sampled } = exactness;
  const { firstResult, furtherQuery, milliseconds } = measured;
  return {
    summary:
      `${String(exactness.questions)}题，答对${String(exactness.right)}题。` +
      `逐字的题，查全${ratio(exact.recall)}，查准${ratio(exact.precision)}；` +
      `另从${String(measured.sampled)}页各抽一个1至8字的词，查全${ratio(sampled.recall)}，查准${ratio(sampled.precision)}。`,
    kinds: exactness.kinds.map(
      ({ name, questions, right }) => `${name}：${String(questions)}题，答对${String(right)}题`,
    ),
    faults: (exactness.faults as readonly { q: string; verdict: string }[]).map(
      ({ q, verdict }) => `“${q}”${verdict}`,
    ),
    costs: [
      `从首页到第一次检索的结果：中位${kilobytes(firstResult.gzipMedian)}，最多${kilobytes(firstResult.gzipMost)}`,
      `再检索一次1至4字的词：中位${kilobytes(furtherQuery.upTo4.gzipMedian)}，p95 ${kilobytes(furtherQuery.upTo4.gzipP95)}`,
      `从按键到结果：中位${String(milliseconds.median)}毫秒，p95 ${String(milliseconds.p95)}毫秒（${measured.browser}，因机器而异）`,
    ],
  };
}

function ratio(value: number): string {
  return value.toFixed(3);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} KB`;
}
