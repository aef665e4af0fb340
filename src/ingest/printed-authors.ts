import { isByline } from './kinds.ts';
import type { NumberedText, Printed, Quote } from './quoting.ts';

/** Family names, so that （试行） or （完） is nobody. */
export const surnames =
  '張劉陳楊黃趙吳孫馬羅鄭謝許鄧馮蕭葉蘇盧鍾譚陸賈鄒閆龍賀顧錢嚴湯溫' +
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹' +
  '熊白孟秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符' +
  '舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫' +
  '米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满' +
  '闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜阿羊乌裘亓母阎涿詹范';

const name = `[${surnames}]\\p{Script=Han}{1,2}`;
const list = `(?<words>${name}(?:[\\s　、，]+${name}){0,5})`;

/** Bylines as they are printed; who edits, checks or scrapes is no author. */
const bylines: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(`^[□■●◎\\s]*(?:本报|本刊|本网|新华社)?(?:首席)?(?:记者|通讯员)\\s*[:：]?\\s*${list}`, 'u'),
    '“记者”一行',
  ],
  [new RegExp(`^[□■●◎\\s]*\\p{Script=Han}{2,8}记者\\s+${list}`, 'u'), '“记者”一行'],
  [new RegExp(`^(?:作者|文|撰文)\\s*[:：/／]\\s*${list}`, 'u'), '“作者：”'],
  [new RegExp(`(?:作者|记者)\\s*[:：]\\s*${list}`, 'u'), '“作者：”'],
];
const closing = new RegExp(`[（(](?:本报|新华社)?(?:记者|通讯员|作者)?[\\s:：]*${list}[)）]\\s*$`, 'u');

/** Those the file names as having written it, each where it does. */
export function authorsIn(
  all: readonly NumberedText[],
  outer: readonly NumberedText[],
  quote: Quote,
): Printed[] {
  const found = [
    ...outer
      .filter(({ text }) => isByline(text) || (text.length <= 80 && !text.includes('。')))
      .filter(({ text }) => !/编辑|校对|审核|责编/.test(text))
      .flatMap((passage) =>
        bylines.map(([pattern, how]) => ({ passage, match: pattern.exec(passage.text), how })),
      ),
    ...all.map((passage) => ({ passage, match: closing.exec(passage.text.slice(-40)), how: '文末括号' })),
  ];
  const names = found.flatMap(({ passage, match, how }): Printed[] => {
    const words = match?.groups?.['words'];
    if (words === undefined || /编辑|校对/.test(match?.[0] ?? '')) return [];
    const from = passage.text.lastIndexOf(words);
    return words.split(/[\s　、，]+/).map((each) => ({
      value: each,
      evidence: quote(passage, each, passage.text.indexOf(each, from)),
      how,
    }));
  });
  return [...new Map(names.map((each) => [each.value, each])).values()];
}
