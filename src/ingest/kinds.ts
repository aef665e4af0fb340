import type { Passage } from '../model/passage.ts';
import { labelAt } from './labels.ts';

type Kind = Passage['kind'];

const fullDate =
  /(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})[年\-/.](?:\d{1,2}|[一二三四五六七八九十]{1,3})[月\-/.](?:\d{1,2}|[一二三四五六七八九十]{1,3})日?/;
const pressName =
  /^[\p{Script=Han}]{2,8}(?:[日晚晨早时時周][报報]|都市[报報]|新[闻聞]网|人民网|新华网|新华社|发布)$/u;
const metaKey =
  /^(?:来源|信息来源|稿件来源|文章来源|发布机构|发文机关|发布单位|成文日期|发布日期|发布时间|印发日期|日期|时间|主题分类|索引号|文号|发文字号|公开方式|标题|浏览次数|阅读|字号|编号)\s*[:：]/;

/** The number of a government document, as it is printed: 国发〔2015〕2号. */
export const documentNumber = /[\p{Script=Han}]{1,14}[〔［[（(【]\d{4}[〕］\])）】]第?\s?\d{1,5}\s?号/u;

/** True for a line that says who wrote, edited or checked. */
export function isByline(text: string): boolean {
  if (text.length > 60 || /[。！？](?!\s*[)）\]】]?$)/.test(text)) return false;
  return (
    /^[□■●◎\s]*(?:本报|本刊|新华社|通讯员|记者|文\/|文\\|作者\s*[:：]|记者\s*[:：]|[\p{Script=Han}]{2,8}记者\s)/u.test(
      text,
    ) ||
    /^[(（[【][^)）\]】]{2,30}[)）\]】]$/.test(text) ||
    /^[[【]?(?:责任编辑|责任校对|责编|编辑|校对|技术编辑|审核|编审)/.test(text) ||
    /^据《[^》]{2,12}》$/.test(text)
  );
}

/** True for what belongs to the page and not to the article: dates, numbers, the paper's name, a scraper's keys. */
export function isFurniture(text: string): boolean {
  return (
    /^\d{1,3}$|^第?\d{1,3}版$|^(?:要闻|专题|时评|综合|评论|头版|目\s*录)$/.test(text) ||
    pressName.test(text) ||
    metaKey.test(text) ||
    /^[（(]\s*\d{4}年\d{1,2}月\d{1,2}日.{0,80}(?:通过|公布|修订|修正|施行|发布)/u.test(text) ||
    /^[a-zA-Z_-]{2,20}:\s?\S/.test(text) ||
    (text.length <= 40 && new RegExp(`^(?:${fullDate.source})`).test(text) && !/[，。；]/.test(text)) ||
    (text.length <= 40 && documentNumber.test(text) && !/[，。；《]/.test(text)) ||
    /^\(上接第|^（上接第|^\(下转第|^（下转第/.test(text)
  );
}

/** True for a short line without a full stop: a title, a subtitle or a heading. */
function isShort(text: string): boolean {
  return text.length <= 60 && !/[。；，：,;:…！？]$/.test(text) && !text.includes('。');
}

/** Words that the name of a document ends with. */
const documentWords =
  /(?:通知|意见|规划|方案|条例|办法|规定|决定|公告|纲要|细则|要点|协议|函|法|报告|批复|命令|公报|章程|准则)(?:》)?(?:[（(][^)）]{2,12}[)）])?$/;

const issuerLine = /^[\p{Script=Han}\s]{2,40}(?:人民政府|办公厅|办公室|委员会|常务委员会|文件|部|局|厅)$/u;

/** Which of the passages is the title, by the printed signs alone; undefined where none looks like one. */
export function titleIndex(texts: readonly string[]): number | undefined {
  const candidates = texts
    .slice(0, 14)
    .flatMap((text, index) => (isTitleLike(text) ? [{ text, index }] : []));
  const firstProse = texts.findIndex((text) => text.length > 60 || text.includes('。'));
  const early = candidates.filter(({ index }) => firstProse === -1 || index < firstProse);
  const document = early.find(({ text }) => documentWords.test(text) && !issuerLine.test(text));
  return (document ?? early.find(({ text }) => !issuerLine.test(text)) ?? early[0])?.index;
}

function isTitleLike(text: string): boolean {
  return (
    text.length >= 4 &&
    isShort(text) &&
    !isFurniture(text) &&
    !isByline(text) &&
    labelAt(text) === undefined &&
    !/^(?:目\s*录|要闻|专题|【|\[)/.test(text) &&
    /\p{Script=Han}{3}/u.test(text)
  );
}

/** What each passage is on the page, as far as its own words tell; an editor judges. */
export function kindsOf(texts: readonly string[], title: number | undefined): Kind[] {
  const firstProse = texts.findIndex(
    (text, index) => index !== title && (text.length > 60 || text.includes('。')),
  );
  return texts.map((text, index): Kind => {
    if (index === title) return 'title';
    if (isFurniture(text)) return 'furniture';
    if (isByline(text) || (index >= texts.length - 6 && index > firstProse && issuerLine.test(text)))
      return 'byline';
    const label = labelAt(text);
    if (label !== undefined)
      return isShort(text) && text.length <= 40 && label.level !== '条' ? 'heading' : 'text';
    const isHead = firstProse === -1 || index < firstProse;
    if (isHead && title !== undefined && isShort(text) && Math.abs(index - title) <= 3) {
      return issuerLine.test(text) ? 'furniture' : 'subtitle';
    }
    return isShort(text) &&
      text.length <= 30 &&
      index < texts.length - 2 &&
      (text.length <= 24 || !/[,，]/.test(text))
      ? 'heading'
      : 'text';
  });
}
