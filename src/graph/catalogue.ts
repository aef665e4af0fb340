import type { ProblemCode, ProblemDetails } from '../model/problem.ts';
import { collections } from '../model/collections.ts';

/** What is wrong, and what to write or do instead. */
export interface Wording {
  readonly what: string;
  readonly remedy: string;
}

const nearest = (value: string | undefined): string => (value === undefined ? '' : `最接近的是“${value}”。`);

/** The wording of every error code; nothing else spells an error message. Each has a heading in content/README.md. */
export const catalogue: { [Code in ProblemCode]: (details: ProblemDetails[Code]) => Wording } = {
  'file-misplaced': ({ expected }) => ({
    what: '这个文件不该在这里，没有哪个集合会读它',
    remedy: `移到该去的地方或删掉。可放的位置：${expected}`,
  }),
  'file-unreadable': ({ reason }) => ({
    what: `文件读不出来：${reason}`,
    remedy: '用编辑器另存为 UTF-8 编码',
  }),
  'front-matter-missing': ({ expected }) => ({
    what: '文件不是以头部开始',
    remedy: `第一行写“${expected}”，写完各字段后再写一行“${expected}”`,
  }),
  'yaml-invalid': ({ reason }) => ({
    what: `YAML 写法有误：${reason}`,
    remedy: '检查这一行的缩进、冒号后的空格和成对的引号；不用“&”“*”别名',
  }),
  'field-unknown': ({ field, nearest: near, allowed }) => ({
    what: `没有“${field}”这个字段`,
    remedy: `${nearest(near)}${allowed === '' ? '删掉它' : `可用的字段：${allowed}`}`,
  }),
  'field-missing': ({ field }) => ({ what: `缺少字段“${field}”`, remedy: `补上“${field}:”和它的值` }),
  'field-invalid': ({ field, value, expected }) => ({
    what: `字段“${field}”的值不合规定：“${value}”`,
    remedy: `应为${expected}`,
  }),
  'date-unquoted': ({ field, value }) => ({
    what: `日期没有加引号：${field}: ${value}`,
    remedy: `写成 ${field}: "${value}"`,
  }),
  'id-malformed': ({ id }) => ({
    what: `“${id}”不能用作 ID`,
    remedy: '文件名只用小写字母、数字和单个连字符，如 beijing-fuzhongxin',
  }),
  'id-duplicate': ({ id, where }) => ({
    what: `“${id}”已经用过，在${where}`,
    remedy: '换一个没有用过的编号；已发布的编号不改',
  }),
  'title-duplicate': ({ title, other }) => ({
    what: `标题“${title}”与 ${other} 相同`,
    remedy: '加上能区分二者的词，如年份、地点；若是同一事物，并成一条',
  }),
  'reference-dangling': ({ field, id, collection, nearest: near }) => ({
    what: `“${field}”指向的“${id}”在${collections[collection].name}里不存在`,
    remedy: `${nearest(near)}改成已有的 ID，或先新建这一条`,
  }),
  'reference-wrong-kind': ({ field, id, collection, actual }) => ({
    what: `“${field}”要的是${collections[collection].name}，“${id}”却是${collections[actual].name}`,
    remedy: `换成${collections[collection].name}的 ID`,
  }),
  'region-cycle': ({ cycle }) => ({
    what: `地区的上级绕成了圈：${cycle}`,
    remedy: '改正其中一个 parent，让上级一直通到顶',
  }),
  'passage-unknown': ({ passage, nearest: near }) => ({
    what: `没有段落“${passage}”`,
    remedy: `${nearest(near)}写成“来源ID#段落号”，段落号见该来源的 index.mdx`,
  }),
  'quote-not-found': ({ quote, passage, elsewhere, nearest: near }) => ({
    what: `引文在段落 ${passage} 里找不到：“${quote}”`,
    remedy:
      elsewhere !== undefined
        ? `同样的话在 ${elsewhere}，改段落号`
        : near !== undefined
          ? `最接近的原文是“${near}”，照原文改，一字一标点都要相同`
          : '从来源的 index.mdx 里原样复制',
  }),
  'quote-ambiguous': ({ quote, passage, count }) => ({
    what: `引文在段落 ${passage} 里出现${String(count)}次：“${quote}”`,
    remedy: '引长一点，或加 prefix（紧接在前的字）、suffix（紧接在后的字）定位',
  }),
  'quote-context-needless': ({ quote, passage }) => ({
    what: `引文在段落 ${passage} 里只出现一次，不需要 prefix 或 suffix：“${quote}”`,
    remedy: '删掉 prefix 和 suffix',
  }),
  'wording-not-printed': ({ field, wording, where }) => ({
    what: `“${field}”写的“${wording}”不在${where}里`,
    remedy: '只写那里印出的字；没有印就删掉这个字段',
  }),
  'role-not-printed': ({ title, name, quote }) => ({
    what: `引文没有给“${name}”印出“${title}”这个职务：“${quote}”`,
    remedy: '职务照那篇文章所印的字写；文章没有印职务，就不写 roles，改写 mentions',
  }),
  'region-not-printed': ({ region, names, passage }) => ({
    what: `段落 ${passage} 没有提到地区“${region}”（${names}）`,
    remedy: '地区只列这一段印出名字的；若印的是别称，把别称加进该地区的 aliases',
  }),
  'name-not-printed': ({ as, id, names }) => ({
    what: `“${as}”没有印出“${id}”（${names}）`,
    remedy: '只列这几个字印出名字的；印的是“双方”“本市”，只列这份协议或计划的各方（parties）',
  }),
  'clause-out-of-order': ({ area, expected, found }) => ({
    what: `“${area}”的第${String(expected)}项缺失或重复（现有：${found}）`,
    remedy: 'order 从 1 起连续编号，每号一条',
  }),
  'clause-area': ({ reason }) => ({
    what: `条款与方面不符：${reason}`,
    remedy: 'kind: clause 要写协议 areas 里有的 area；kind: mechanism 不写 area，要写 attribution',
  }),
  'clause-voice': ({ passage, voice }) => ({
    what: `条款所在的段落 ${passage} 不是协议的话（${voice}）`,
    remedy: '讲话、评论、报道不能当条款；若是归类有误，改该来源 repairs.yaml 里的 voice',
  }),
  'reference-former': ({ field, id, now }) => ({
    what: `“${field}”写的“${id}”是旧编号`,
    remedy: `改成现在的编号“${now}”`,
  }),
  'link-dangling': ({ to, nearest: near }) => ({
    what: `链接指向的“${to}”不存在`,
    remedy: `${nearest(near)}写成“集合/编号”，如 clauses/协议编号/jiaotong-2`,
  }),
  'link-words': ({ to, of }) => ({
    what: `链接的 of“${of}”不在 ${to} 的原话里，或在它的段落里不止一处`,
    remedy: '逐字抄前文那一条里所说的几个字，抄到只有一处；说的是整条，就不写 of',
  }),
  'identity-merged': ({ name, other }) => ({
    what: `名称“${name}”同时属于 ${other}，而这两条写明不是同一个`,
    remedy: '名称只留在它所属的那一条；两条确是同一个，就并成一条并删去 notSameAs',
  }),
  'entry-orphaned': ({ id }) => ({
    what: `没有任何内容提到“${id}”，它也没有提到任何别的内容`,
    remedy: '让相关的条款、要点、项目、言论指向它；确实用不上就删掉',
  }),
  'deadline-undated': ({ reason }) => ({
    what: `期限没有写清：${reason}`,
    remedy: 'deadline 照原文的日期用字，due.by 写它指的年、月或日；年份没有印，就在 due.reason 里写怎样推断',
  }),
  'progress-voice': ({ kind, passage, voice }) => ({
    what: `进展写作“${kind}”，所引的段落 ${passage} 却是“${voice}”`,
    remedy: `kind 改成 ${voice}；计划、讲话、评论都不能当作报道`,
  }),
  'progress-order': ({ earlier, later }) => ({
    what: `进展没有按时间排：${later} 排在 ${earlier} 之前`,
    remedy: '按文章日期从早到晚排列',
  }),
  'statement-voice': ({ kind, passage, voice }) => ({
    what: `言论写作“${kind}”，所引的段落 ${passage} 却是“${voice}”`,
    remedy: '评论写 opinion，讲话写 speech 或 next-step；只有报道的话才写 report',
  }),
  'statement-speaker': ({ reason }) => ({
    what: `言论没有写清是谁说的：${reason}`,
    remedy: 'speaker（人物编号）和 by（文章所称的说话者）写一个，只写一个',
  }),
  'figure-voice': ({ kind, passage, voice }) => ({
    what: `数字写作“${kind}”，所引的段落 ${passage} 却是“${voice}”`,
    remedy: `kind 改成 ${voice}；计划的数不是报道的数`,
  }),
  'figure-beside': ({ id, other }) => ({
    what: `并列只写了一边：“${other}”没有写“${id}”`,
    remedy: `在 figures/${other}.mdx 的 beside 里也写上 ${id}`,
  }),
  'figure-number': ({ number, count }) => ({
    what: count === 0 ? `引文里没有印着“${number}”` : `引文里有${String(count)}处“${number}”，分不清是哪一处`,
    remedy: '引短一点或换一段，让这个数在引文里恰好印一次',
  }),
  'work-point-plan': ({ reason }) => ({
    what: `工作要点与计划不符：${reason}`,
    remedy: 'plan 写 kind: plan 的协议编号，area 写它 areas 里的一个，所引段落的 voice 是 plan',
  }),
  'mention-needless': ({ name, reason }) => ({
    what: `对名称“${name}”的说明用不上：${reason}`,
    remedy: '从 mentions.yaml 里删掉这一项',
  }),
  'coverage-gap': ({ sentence, passage }) => ({
    what: `段落 ${passage} 有一句没有人引用，也没有说明：“${sentence}”`,
    remedy: '为它写一条内容；不必写的，在 coverage.yaml 里注明理由',
  }),
  'coverage-needless': ({ quote, reason }) => ({
    what: `这一句不需要说明（${reason}）：“${quote}”`,
    remedy: '从 coverage.yaml 里删掉这一项',
  }),
  'number-gap': ({ words, passage }) => ({
    what: `${passage} 的这个数既不在数字里，也没有说明：${words}`,
    remedy:
      '它数着什么：在 figures/ 里写一条；是已有的数字又印了一次：写进那一条的 repeats；不是数目：在 numbers.yaml 里写这个说法和理由',
  }),
  'number-needless': ({ words }) => ({
    what: `说法“${words}”不起作用：没有哪个数要靠它说明`,
    remedy: '从 numbers.yaml 里删掉这一项',
  }),
  'english-unknown': ({ id, nearest: near }) => ({
    what: `英文摘要写的“${id}”不是本站的协议、主题或线索`,
    remedy: `${nearest(near)}改成已有的 ID，或从 english.yaml 里删掉这一项`,
  }),
  'change-missing': ({ article }) => ({
    what: `文章“${article}”没有出现在任何一条更新里，订阅的读者不会知道它`,
    remedy: '在 content/changes.yaml 末尾加一条：id、date、title、summary、articles',
  }),
  'raw-missing': ({ expected }) => ({
    what: '来源不完整，缺原件或修订记录',
    remedy: `在同一文件夹里补上 ${expected}`,
  }),
  'raw-changed': ({ expected, found }) => ({
    what: `原件与登记的 sha256 不符：登记 ${expected.slice(0, 12)}…，实为 ${found.slice(0, 12)}…`,
    remedy: '恢复收到时的原件；若确是换了原件，把 repairs.yaml 的 raw.sha256 改成新值并写明缘由',
  }),
  'raw-undecodable': ({ encoding, byte }) => ({
    what: `原件不是有效的 ${encoding}：第 ${String(byte)} 字节（从 0 数起）起读不通`,
    remedy:
      '在 repairs.yaml 的 raw.encoding 写对编码（utf-8、gb18030、big5、utf-16le、utf-16be），或重新取得原件',
  }),
  'repair-unmatched': ({ act, place, reason }) => ({
    what: `修订 ${act} 用不上：${place}，${reason}`,
    remedy: '按原件核对行号与文字；这一条修订已不需要就删掉',
  }),
  'repair-passages': ({ listed, found }) => ({
    what: `段落表与实际不符：表里写 ${listed}，实际是第 ${found} 行`,
    remedy: '先看分段是否要用 splits、joins、moves 修订；若实际正确，改表里的 lines',
  }),
  'conservation-broken': ({ reason }) => ({
    what: `原件的字没有守恒：${reason}`,
    remedy: '这是程序的错，不是内容的错：请连同这份原件报告给维护者',
  }),
  'generated-stale': ({ reason }) => ({
    what: `生成的文件不是最新的：${reason}`,
    remedy: '运行 npm run normalize；不要手改生成的文件',
  }),
  'ledger-missing': ({ addresses, count }) => ({
    what: `有 ${String(count)} 个新地址还没有登记：${addresses}`,
    remedy: '核对无误后运行 npm run ids -- --accept',
  }),
  'ledger-lost': ({ address, towards, renamed }) => ({
    what: `已发布的地址 ${address} 不再存在${towards === undefined ? '' : `；照改名应在 ${towards}，那里也没有`}`,
    remedy: `改了名${renamed === undefined ? '' : `（新地址里最像的是 ${renamed}）`}：条目在头部写 formerIds: [旧编号]，不是条目的写进 content/addresses.yaml 的 moved；撤下了：写进那里的 retired；都不是：恢复原来的文件名、编号或段落号`,
  }),
  'ledger-rewritten': ({ address, revision }) => ({
    what: `登记簿里 ${revision} 已有的 ${address} 被删改了`,
    remedy: '登记簿只添不删：恢复这一行；改名、撤下另有写法，见 content/README.md',
  }),
  'address-unknown': ({ address, nearest: near }) => ({
    what: `旧地址 ${address} 从来没有发布过`,
    remedy: `${nearest(near)}照 content/ids.ledger 里的写；没有发布过的编号，改名不必写`,
  }),
  'address-duplicate': ({ address, where }) => ({
    what: `旧地址 ${address} 的去处写了两次，另一次在 ${where}`,
    remedy: '只留一处',
  }),
  'address-reused': ({ address, lands }) => ({
    what:
      lands === undefined
        ? `${address} 已经改名或撤下，现在又有了内容`
        : `旧地址 ${address} 会落到 ${lands}，那里是别的内容`,
    remedy: '给新内容换一个没有用过的编号；用过的编号永远属于原来的内容',
  }),
  'address-dangling': ({ address, nearest: near }) => ({
    what: `要转去的地址 ${address} 不存在`,
    remedy: `${nearest(near)}写现在能打开的地址；什么都没有接替的，写进 retired，不写 now`,
  }),
  'correction-unknown': ({ entry, nearest: near }) => ({
    what: `更正里的“${entry}”不是发布着或发布过的条目`,
    remedy: `${nearest(near)}写成“集合/编号”，如 projects/编号；还没有发布的，不必更正`,
  }),
  'correction-order': ({ earlier, later }) => ({
    what: `更正没有按时间排：${earlier} 排在 ${later} 之后`,
    remedy: '新的更正写在最后；写下的更正不改',
  }),
  'site-unregistered': ({ address }) => ({
    what: `建出的网站有 ${address}，登记簿的算法却不知道它`,
    remedy:
      '这是程序的错：在 src/graph/published-addresses.ts 的 fixedAddresses 或 addressesOf 里加上，再运行 npm run ids -- --accept',
  }),
  'site-missing': ({ address }) => ({
    what: `登记的地址 ${address} 在建出的网站里打不开`,
    remedy: '这是程序的错：页面或锚点没有建出来，查建它的页面和组件',
  }),
};
