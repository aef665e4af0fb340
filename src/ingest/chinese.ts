/** The characters that most of any Chinese text is made of, simplified and traditional. */
const common = new Set(
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经' +
    '十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形' +
    '相全表间样与关各重新线内数正心反明看原又利比或但质气第向道命此变条只没结解问意建月公无系情者最立代想已通并提直题党程展五果' +
    '员革位入常文总次品式活设及管特件长求基资边流路级少图山统接知较将组见计别手期根论运农指几九区强放决西被干做必战先回则任取据' +
    '处南给色门即保治北造百规领七海口东导世金增争济思术极交受联认六共权收证改清再转更单风切打教速带安场身车例务具万每目至达走积' +
    '示议声报完类八离华名确科张信节话整空元况今集传步群广石记需段研界律究观织影算低持众书布复容须际商验连断深难近千周委技备半办' +
    '省列习响约支般便团往历市克何除消构府称准精值号率维划选标写存快效院查江型按格养易置派层片始专状育京识适属住调满县局照参引听' +
    '该铁价严津冀雄区城疏解承接服务落实推' +
    '這為個國時來們對會發動過說產種後學經進著電現實體從業應還無與關間樣數質氣變條沒結問題黨員總設長資邊較將組見計別運農幾決戰' +
    '則據處給門規領導東濟術極聯認權證轉單風帶場車務萬積議聲報類離華確張節話況傳廣記織眾書復際驗連斷難備辦習響團歷構稱準號維劃' +
    '選標寫專狀識適屬調滿縣參該鐵價嚴區續協',
);

const han = /\p{Script=Han}/gu;

/** How many Han characters a text holds. */
export function countHan(text: string): number {
  return text.match(han)?.length ?? 0;
}

/** The share of the Han characters of a text that are common ones: above 0.5 for prose, below 0.2 for mojibake. */
export function commonShare(text: string): number {
  const characters = text.match(han) ?? [];
  if (characters.length === 0) return 0;
  return characters.filter((char) => common.has(char)).length / characters.length;
}

/** True when a text reads as Chinese: it has Han characters, and common ones among them. */
export function readsAsChinese(text: string): boolean {
  return commonShare(text.slice(0, 100_000)) >= 0.3;
}

/** The common characters, for those who look for them written wrongly. */
export function commonCharacters(): string {
  return [...common].join('');
}
