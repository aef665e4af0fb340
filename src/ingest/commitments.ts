import { sentencesOf } from '../graph/sentences.ts';
import { datesIn } from '../lib/number-scan.ts';
import { modalityWords } from '../model/modality-words.ts';
import type { NumberedText } from './quoting.ts';

type Level = keyof typeof modalityWords | 'plain';

/** A sentence that looks like a commitment: an editor reads it and judges. */
export interface LikelyCommitment {
  readonly passage: string;
  readonly sentence: string;
  /** The words of modality in it, in reading order; `plain` where only a future says so. */
  readonly modality: readonly { readonly level: Level; readonly wording: string }[];
  /** Words that look like a deadline. */
  readonly deadlines: readonly string[];
}

const words = Object.entries(modalityWords).flatMap(([level, list]) =>
  list.map((wording) => ({ level: level as Level, wording })),
);
const levelOf = new Map(words.map(({ level, wording }) => [wording, level]));

/** 拟 only before a verb, 研究 and 完成 not within names of institutes and of what is past. */
const wording = new RegExp(
  words
    .map(({ wording: word }) => word)
    .map((word) =>
      word === '拟'
        ? '(?<!模|虚|草|比)拟(?!定的|人)'
        : word === '研究'
          ? '研究(?!院|所|生|会|中心|员|室)'
          : word,
    )
    .join('|'),
  'g',
);
/** Words without which a sentence only tells what is: a will, a duty, or a time to come. */
const future =
  /将(?!军|来|近|于今)|应当|必须|要(?!求|闻|点|素|是)|拟(?!定的)|力争|争取|确保|计划(?=建|于|到|在|开|完|投|新)|到\d{4}年|年底前|月底前|之前|下一步|接下来/;

/** The sentences that look like commitments, with what their modality may be. */
export function likelyCommitments(passages: readonly NumberedText[]): LikelyCommitment[] {
  return passages.flatMap(({ id, text }) =>
    sentencesOf(text).flatMap(({ text: sentence }): LikelyCommitment[] => {
      const found = [...sentence.matchAll(wording)].map(([word]) => ({
        level: levelOf.get(word) ?? ('plain' as const),
        wording: word,
      }));
      const unique = [...new Map(found.map((each) => [each.wording, each])).values()];
      const said = future.exec(sentence)?.[0];
      if (said === undefined && !startsWithAct(sentence)) return [];
      const modality = unique.length > 0 ? unique : [{ level: 'plain' as const, wording: said ?? '' }];
      return [{ passage: id, sentence: sentence.trim(), modality, deadlines: deadlinesIn(sentence) }];
    }),
  );
}

/** 加快建设……, 支持……: a sentence without a subject that begins with the act is one of a plan or an agreement. */
function startsWithAct(sentence: string): boolean {
  return /^(?:[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.．、]|[一二三四五六七八九十]+、|[一二三四五六七八九十]+是)?(?:加快|推进|推动|促进|加强|深化|完善|提速|研究|探索|支持|鼓励|引导|配合|建立|健全|建设|落实|统筹|打造|实施|强化|完成|开展|继续|积极|全面|大力|共同)/.test(
    sentence.trim(),
  );
}

function deadlinesIn(sentence: string): string[] {
  const dates = datesIn(sentence).flatMap(({ start, end, text }) => {
    const after = /^(?:底?之?前|底|末|以前|内)/.exec(sentence.slice(end))?.[0];
    const before = /(?:到|至|在|于)$/.test(sentence.slice(0, start));
    return after !== undefined || before ? [`${text}${after ?? ''}`] : [];
  });
  const terms = [
    ...sentence.matchAll(/(?:年内|年底前|月底前|“?[一二三四五六七八九十]+五”?(?:期间|末)|近期|\d+年内)/g),
  ];
  const all = [...new Set([...dates, ...terms.map(([term]) => term)])].slice(0, 20);
  return all.filter((each) => !all.some((other) => other !== each && other.includes(each)));
}
