/** Why a file is not taken in, by code, with what its message needs. */
export interface RefusalDetails {
  empty: Readonly<Record<string, never>>;
  'too-large': { bytes: number; limit: number };
  'kind-unknown': { extension: string };
  'not-a-file': { what: string };
  symlink: { target: string };
  unreadable: { reason: string };
  'not-text': { what: string; remedy: string };
  truncated: { encoding: string; line: number };
  undecodable: { encoding: string; line: number };
  'encoding-mixed': { line: number; encoding: string; otherLine: number; other: string };
  'encoding-declared': { declared: string; found: string };
  'encoding-unknown': { guesses: string };
  mojibake: { how: string; line: number; sample: string };
  'no-chinese': { han: number };
  'html-depth': { line: number; limit: number };
  'html-attributes': { line: number; limit: number };
  'html-entities': { line: number };
  'already-held': { id: string; how: string };
  'same-as': { name: string };
  'id-malformed': { id: string };
  'id-taken': { id: string };
  'option-wrong': { option: string; reason: string };
  unsound: { reason: string };
}

export type RefusalCode = keyof RefusalDetails;

/** One reason a file is not taken in. */
export type Refusal = {
  [Code in RefusalCode]: {
    readonly kind: 'refused';
    readonly code: Code;
    readonly details: RefusalDetails[Code];
  };
}[RefusalCode];

export function refusal<Code extends RefusalCode>(code: Code, details: RefusalDetails[Code]): Refusal {
  return { kind: 'refused', code, details } as Refusal;
}

const line = (number: number): string => `第${String(number)}行`;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What editors read of each refusal: what is wrong, then what to do instead. */
const wordings: { [Code in RefusalCode]: (details: RefusalDetails[Code]) => string } = {
  empty: () => '文件是空的。重新取得原件。',
  'too-large': ({ bytes, limit }) =>
    `文件有 ${megabytes(bytes)}，超过上限 ${megabytes(limit)}。一篇文章不会这么长：另存正文，或分成几个文件。`,
  'kind-unknown': ({ extension }) =>
    `不收“${extension}”文件。收 .txt、.html（.htm）、.md；别的先另存为文本或网页。`,
  'not-a-file': ({ what }) => `这是${what}，不是文件。给出文件，或放着文件的文件夹。`,
  symlink: ({ target }) => `这是符号链接，指向 ${target}。不跟随链接：直接给出那个文件。`,
  unreadable: ({ reason }) => `读不出：${reason}。`,
  'not-text': ({ what, remedy }) => `这不是文本，是${what}。${remedy}`,
  truncated: ({ encoding, line: at }) =>
    `文件在${line(at)}末尾断在半个字上（${encoding}），后面的不见了。重新取得完整的原件。`,
  undecodable: ({ encoding, line: at }) =>
    `${line(at)}有不成字的字节（其余是 ${encoding}）。原件已损坏，重新取得。`,
  'encoding-mixed': ({ line: at, encoding, otherLine, other }) =>
    `一个文件里混了两种编码：${line(at)}是 ${encoding}，${line(otherLine)}是 ${other}。多半是几个文件拼成的：分开，各自给出。`,
  'encoding-declared': ({ declared, found }) =>
    `网页自称 ${declared}，字节却是 ${found}。核对读出来的字；确是 ${found} 的，加 --encoding ${found} 再来。`,
  'encoding-unknown': ({ guesses }) =>
    `认不出编码（最像的是：${guesses}）。知道的用 --encoding 给出，否则重新取得原件。`,
  mojibake: ({ how, line: at, sample }) =>
    `${line(at)}起是乱码（${how}）：“${sample}”。字在别处存盘时已经坏了，这里改不回来：重新取得原件。`,
  'no-chinese': ({ han }) =>
    han === 0 ? '里面没有汉字，不是中文文章。' : `里面只有 ${String(han)} 个汉字，不成一篇文章。`,
  'html-depth': ({ line: at, limit }) =>
    `网页的标签到${line(at)}嵌套超过 ${String(limit)} 层，不解析。正常的网页不会这样：另存正文再来。`,
  'html-attributes': ({ line: at, limit }) =>
    `${line(at)}有一个标签的属性超过 ${String(limit)} 个，不解析。正常的网页不会这样：另存正文再来。`,
  'html-entities': ({ line: at }) =>
    `${line(at)}自定义了实体（<!ENTITY>），不展开也不收。网页用不着它：另存正文再来。`,
  'already-held': ({ id, how }) =>
    `这一篇已经收了：content/sources/${id}/（${how}）。要改它，改那里的 repairs.yaml；不另收一份。`,
  'same-as': ({ name }) => `与这一次给出的 ${name} 是同一篇。只给一份。`,
  'id-malformed': ({ id }) => `“${id}”不能用作编号：只用小写字母、数字和单个连字符。`,
  'id-taken': ({ id }) => `编号“${id}”已经用过，不覆盖。用 --id 换一个。`,
  'option-wrong': ({ option, reason }) => `${option} ${reason}。`,
  unsound: ({ reason }) => `整理前后的字对不上（${reason}），这是程序的错。请把原件交给维护者。`,
};

/** The message of a refusal. */
export function refusalText({ code, details }: Refusal): string {
  const word = wordings[code] as (details: RefusalDetails[RefusalCode]) => string;
  return word(details);
}
