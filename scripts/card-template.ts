/** A mark of a lane, as the page shows it: its character, none for a gap, and how it is drawn. */
export interface CardMark {
  readonly character: string;
  readonly form: string;
  readonly date: string;
  readonly inferred: boolean;
}

/** What a card says; all of it is said on its page. */
export interface Card {
  readonly page: string;
  readonly siteName: string;
  /** In the fold strip: 协议, 线索 … */
  readonly kind: string;
  /** At the foot of the fold strip: 五篇文章. */
  readonly note: string;
  /** The title in phrases that do not break. */
  readonly title: readonly string[];
  readonly text: string;
  /** For a chain: what each lane holds. */
  readonly lanes: readonly { readonly name: string; readonly marks: readonly CardMark[] }[];
  /** For an agreement: its areas with the number of items. */
  readonly areas: readonly string[];
}

/** Width and height of a card, as networks show links. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The fishtail of the fold strip, the site's one ornament. */
const fishtail = '<svg viewBox="0 0 24 17"><path d="M0 0H24V16L12 7 0 16Z"/></svg>';

/** The page a card is photographed from: fold strip at left, what the press printed named in Song, our words in Hei. */
export function cardHtml({ page, kind, note, siteName, title, text, lanes, areas }: Card): string {
  const length = title.join('').length;
  const size = length <= 12 ? 'short' : length <= 26 ? 'middle' : 'long';
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>${page}</title><style>${style}</style></head>
<body>
<div class="fold"><span class="fish">${fishtail}</span><span>${escape(kind)}</span><i></i><span>${escape(note)}</span><span class="fish turned">${fishtail}</span></div>
<main${lanes.length + areas.length > 0 ? ' class="dense"' : ''}>
<p class="site">${title.join('') === siteName ? '' : escape(siteName)}</p>
<h1 class="${size}">${title.map((phrase) => `<span>${escape(phrase)}</span>`).join('')}</h1>
<p class="text">${unbroken(escape(text))}</p>
${lanes.length + areas.length === 0 ? '<div class="ruled"></div>' : ''}
${lanes.length === 0 ? '' : `<ol class="lanes">${lanes.map(laneHtml).join('')}</ol>`}
${areas.length === 0 ? '' : `<p class="areas">${areas.map((area) => `<span>${areaHtml(area)}</span>`).join('')}</p>`}
</main>
</body>
</html>
`;
}

/** How many marks of a lane there is room for; of the others the number is given. */
const marksShown = 2;

function moreHtml(count: number): string {
  return count > marksShown ? `<span>另${String(count - marksShown)}处</span>` : '';
}

function laneHtml({ name, marks }: Card['lanes'][number]): string {
  return `<li class="${marks.every(({ form }) => form === 'none') ? 'gap' : 'held'}"><b>${escape(name)}</b>${marks.slice(0, marksShown).map(markHtml).join('')}${moreHtml(marks.length)}</li>`;
}

function markHtml({ character, form, date, inferred }: CardMark): string {
  const note = inferred ? '<small>推断</small>' : '';
  return `<span><em class="mark ${form}">${escape(character)}</em>${escape(date)}${note}</span>`;
}

/** “创新4项”: the name in Song, the number small beside it. */
function areaHtml(area: string): string {
  const [, name = area, count = ''] = /^(.*?)\s*(\d+项)$/.exec(area) ?? [];
  return `${escape(name)}<small>${escape(count)}</small>`;
}

/** A number stays with what it counts. */
function unbroken(text: string): string {
  return text.replace(/\d+[\p{Script=Han}]/gu, '<span class="nb">$&</span>');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const style = `
* { box-sizing: border-box; margin: 0; padding: 0; font-weight: 400; font-style: normal; font-synthesis: none; }
body { background: #f7f8f5; color: #171c21; width: 1200px; height: 630px; display: flex; overflow: hidden; text-autospace: normal;
  font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
.fold { width: 84px; margin-left: 36px; border: solid #cbd5de; border-width: 0 1px; display: flex; flex-direction: column;
  align-items: center; padding: 40px 0; gap: 16px; color: #5f6973; font: 24px/1.2 var(--song); }
.fold span:not(.fish) { writing-mode: vertical-rl; letter-spacing: .1em; }
.fold i { flex: 1; }
.fish { width: 40px; } .fish svg { display: block; fill: #25303a; } .turned { transform: scaleY(-1); }
:root { --song: "Songti SC", "STSong", "Noto Serif CJK SC", "Source Han Serif SC", serif; }
main { flex: 1; min-width: 0; padding: 52px 72px 48px 64px; display: flex; flex-direction: column; }
.site { font: 28px/1.3 var(--song); color: #46505a; }
h1 { font-family: var(--song); line-height: 1.32; margin-top: 44px; text-wrap: balance; }
h1 span { display: inline-block; } h1 span:first-child { text-spacing-trim: trim-start; }
.short { font-size: 84px; } .middle { font-size: 66px; } .long { font-size: 52px; }
.text { font-size: 29px; line-height: 1.65; color: #46505a; margin-top: 28px; text-wrap: pretty; text-spacing-trim: trim-start; }
.dense h1 { margin-top: 28px; } .dense .short { font-size: 72px; } .dense .middle { font-size: 56px; } .dense .long { font-size: 46px; }
.dense .text { font-size: 26px; margin-top: 20px; }
.nb { white-space: nowrap; }
.ruled { flex: 1; margin-top: 28px; background: repeating-linear-gradient(#f7f8f5 0 50px, #cbd5de 50px 52px); }
.lanes small { font-size: 18px; margin-left: -3px; }
.lanes { list-style: none; display: flex; gap: 0; margin-top: auto; }
.lanes li { flex: 1; border-top: 2px solid #74879a; padding: 18px 12px 0 0; display: flex; flex-direction: column; gap: 9px; font-size: 22px;
  color: #5f6973; font-variant-numeric: tabular-nums; }
.lanes .gap { border-top-style: dotted; border-top-width: 3px; }
.lanes b { color: #46505a; font-size: 22px; }
.lanes li > span { display: flex; align-items: center; gap: 10px; white-space: nowrap; }
.mark { font: 21px/1 var(--song); width: 34px; height: 34px; display: grid; place-items: center; color: #171c21; border: 2px solid #25303a; flex: none; }
.none { border-style: dotted; border-color: #74879a; }
.near { border: 0; border-bottom: 2px dotted #74879a; } .named { border: 0; border-bottom: 2px solid #25303a; }
.yi { border-style: dotted; } .ni { border-style: dashed; } .yue { border: 5px double #25303a; }
.jin { background: linear-gradient(#f7f8f5 50%, #cbd5de 50%); } .cheng { background: #25303a; color: #f7f8f5; }
.areas { margin-top: auto; display: flex; flex-wrap: wrap; gap: 10px 34px; font: 30px/1.4 var(--song); border-top: 2px solid #74879a; padding-top: 22px; }
.areas small { font: 21px/1 "Noto Sans CJK SC", sans-serif; color: #5f6973; margin-left: 8px; }
`;
