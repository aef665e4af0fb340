import { shapes, type Shape } from '../normalize/lines.ts';

/** How a file is laid out, as editors know it; several go by one of the shapes that `normalize` reads. */
export const layouts = {
  columns: '报纸分栏，断行',
  page: '整个网页，有导航和脚本',
  portal: '门户网页的正文片段，有内联样式和实体',
  scrape: '抓取稿，有头部',
  markdown: 'Markdown',
  statute: '法规，第X条',
  notice: '公文，一、（一）1.',
  plain: '纯文本，一行一段',
} as const;
export type LayoutName = keyof typeof layouts;

export interface Layout {
  readonly name: LayoutName;
  readonly shape: Shape;
  /** What it was told by, for the report. */
  readonly why: string;
}

const inlineTag =
  /<(?:p|div|br|span|font|td|tr|table|a|img|h[1-6]|li|ul|ol|strong|b|section|article|body|html)\b[^<>]*>/gi;

/** Tells the layout of a text by its own signs; the ending of its name only where those are silent. */
export function layoutOf(text: string, extension: string): Layout {
  if (/^\ufeff?\s*(?:<!doctype html|<html|<\?xml)|<body[\s>]/i.test(text.slice(0, 100_000))) {
    return { name: 'page', shape: 'html', why: '有 <html> 或 <body>' };
  }
  const fence = /^\ufeff?---[ \t]*\r?\n(?:[\w-]+:[^\n]*\n)+---[ \t]*\r?\n/.exec(text.slice(0, 20_000));
  if (fence !== null) return { name: 'scrape', shape: 'scrape', why: '开头是 --- 之间的头部' };
  const tags = text.slice(0, 200_000).match(inlineTag)?.length ?? 0;
  if (tags >= 4 || (extension === 'html' && tags > 0)) {
    return { name: 'portal', shape: 'html', why: `没有 <html>，有标签 ${String(tags)} 处` };
  }
  const lines = text
    .slice(0, 400_000)
    .split(/\r\n?|\n/)
    .map((line) => line.trim());
  if (extension === 'md' || lines.filter((line) => /^#{1,6} \S/.test(line)).length >= 2) {
    const shape = tags > 0 ? 'scrape' : 'lines';
    return { name: 'markdown', shape, why: extension === 'md' ? '文件名以 .md 结尾' : '有 # 标题' };
  }
  const broken = brokenShare(lines);
  if (broken !== undefined && broken >= 0.5) {
    return { name: 'columns', shape: 'columns', why: `${percent(broken)}的行断在句子中间` };
  }
  const articles = lines.filter((line) => /^第[〇零一二三四五六七八九十百千\d]+条/.test(line)).length;
  if (articles >= 3) return { name: 'statute', shape: 'lines', why: `${String(articles)} 行以“第X条”开头` };
  const numbered = lines.filter((line) =>
    /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])/.test(line),
  );
  if (numbered.length >= 3) {
    return { name: 'notice', shape: 'lines', why: `${String(numbered.length)} 行以“一、”或“（一）”开头` };
  }
  return { name: 'plain', shape: 'lines', why: '没有标签、头部和断行' };
}

/** The share of lines that run on into the next; undefined where there are too few to tell. */
function brokenShare(lines: readonly string[]): number | undefined {
  const pairs = lines.slice(0, -1).flatMap((line, index) => {
    const next = lines[index + 1] ?? '';
    return line.length >= 8 && next !== '' ? [{ line, next }] : [];
  });
  if (pairs.length < 4) return undefined;
  const widths = pairs.map(({ line }) => line.length).sort((a, b) => a - b);
  const median = widths[Math.floor(widths.length / 2)] ?? 0;
  if (median > 60) return 0;
  const broken = pairs.filter(
    ({ line, next }) =>
      /[\p{L}\p{N}、，,“（《—-]$/u.test(line) &&
      line.length >= median * 0.7 &&
      !/^(?:第.{1,6}条|[一二三四五六七八九十]+、)/.test(next),
  );
  return broken.length / pairs.length;
}

function percent(share: number): string {
  return `每十行里约 ${String(Math.round(share * 10))} 行`.replace('每十行里约 10 行', '几乎所有');
}

/** The shapes an editor may ask for. */
export function isShape(word: string): word is Shape {
  return (shapes as readonly string[]).includes(word);
}
