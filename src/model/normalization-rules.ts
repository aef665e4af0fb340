/** Every mechanical rule by name, with what it takes out; shown to readers beside its count. */
export const ruleDescriptions = {
  'byte-order-mark': '文件开头的字节序标记',
  'html-tag': 'HTML 标签、注释与不可见部分',
  'html-comment': 'HTML 注释',
  'html-entity': 'HTML 字符引用，换成所指的字符',
  'line-break': '换行符（断行接回，段落另起）',
  'edge-space': '行首、行尾的空白（含全角缩进）',
  'cjk-space': '汉字与中文标点之间、之旁的空格',
  'doubled-glyph': '整行每个字印了两遍，去掉重复的一遍',
  'front-matter-fence': '抓取程序所加头部的分隔线与空字段',
  'repeated-line': '与前文完全相同的整行（门户网站重复的标题）',
  'truncated-repeat': '与后文开头相同、中途截断的整行',
} as const;

export type RuleName = keyof typeof ruleDescriptions;
