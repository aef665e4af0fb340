import { surnames } from './printed-authors.ts';
import type { NumberedText } from './quoting.ts';

/** What a name that has no entry yet may be. */
export type CandidateKind = 'agreements' | 'leaders' | 'organisations' | 'projects' | 'regions';

export interface Candidate {
  readonly kind: CandidateKind;
  readonly name: string;
  readonly passages: readonly string[];
}

/** Where a name cannot begin or run on: particles, verbs of reports, punctuation. */
const stop = '的和与及或在对由将向从以为是把被了着到并等各该本其此说至按据经使让据有不也都又就可后前';

const isStop = new Set(stop);

/** Names that are told by how they end: the words before are looked through backwards, as far as a name may reach. */
const endings: readonly (readonly [CandidateKind, RegExp])[] = [
  [
    'organisations',
    /人民政府|委员会|办公室|管委会|发改委|集团|公司|大学|学院|医院|研究院|研究所|协会|联盟|银行|中学|小学/g,
  ],
  [
    'projects',
    /铁路|高速公路|高速|城际|高铁|地铁|机场|工程|项目|园区|产业园|科技园|基地|示范区|试验区|开发区/g,
  ],
];
const reach = 14;

const patterns: readonly (readonly [CandidateKind, RegExp])[] = [
  [
    'agreements',
    /《(?<name>[^《》]{4,60}(?:协议|规划|计划|方案|意见|通知|条例|办法|规定|纲要|要点|决定|法|目录|政策|细则)(?:[（(][^）)]{2,16}[）)])?)》/gu,
  ],
  [
    'leaders',
    new RegExp(
      `(?:书记|市长|省长|区长|县长|主任|局长|部长|处长|厅长|院长|校长|董事长|总经理|主席|秘书长|负责人|经理)(?<name>[${surnames}]\\p{Script=Han}{1,2}?)(?=[说、，。；]|表示|介绍|出席|主持|参加|指出|强调|告诉|认为)`,
      'gu',
    ),
  ],
  ['regions', /(?<=^|[，。；、（“])(?<name>\p{Script=Han}{2,4}(?:新区|市|县|区))(?=[、，。；])/gu],
];

/** Verbs that stand before a name where no mark parts them. */
const leading =
  /^(?:要|规划建设|规划|推进|推动|打造|建设|加快|支持|完成|实施|建立|开展|加强|深化|落实|共建|新建|扩建|启动|依托|成立|设立|形成)+/;

/** Names that no entry has yet, by their form alone: many are none, and an editor picks. */
export function candidatesIn(passages: readonly NumberedText[], known: ReadonlySet<string>): Candidate[] {
  const found = new Map<string, { kind: CandidateKind; name: string; passages: Set<string> }>();
  for (const { id, text } of passages) {
    for (const { kind, name: printed } of namesIn(text)) {
      const name = printed.replace(leading, '');
      const isKnown = Array.from(name, (_, at) => name.slice(at)).some((tail) => known.has(tail));
      if (name.length < (kind === 'leaders' ? 2 : 3) || isKnown) continue;
      const key = `${kind} ${name}`;
      const candidate = found.get(key) ?? { kind, name, passages: new Set<string>() };
      candidate.passages.add(id);
      found.set(key, candidate);
    }
  }
  return [...found.values()].map((each) => ({ ...each, passages: [...each.passages] }));
}

function namesIn(text: string): { kind: CandidateKind; name: string }[] {
  const whole = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, name: match.groups?.['name'] ?? '' })),
  );
  const ended = endings.flatMap(([kind, pattern]) => {
    let last = 0;
    return [...text.matchAll(pattern)].map(({ 0: ending, index }) => {
      const end = index + ending.length;
      let start = index;
      while (start > last && index - start < reach && isWithinName(text.charAt(start - 1))) start -= 1;
      last = end;
      return { kind, name: index - start < 2 ? '' : text.slice(start, end) };
    });
  });
  return [...whole, ...ended];
}

function isWithinName(char: string): boolean {
  return char >= '\u4e00' && char <= '\u9fff' && !isStop.has(char);
}
