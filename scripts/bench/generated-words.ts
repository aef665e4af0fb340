import { pick } from '../measure.ts';

/** Words without numbers and without names, so that what is made of them says nothing the checks would ask about. */
const verbs =
  '推进 改善 统筹 衔接 完善 优化 疏通 修复 保障 扩大 提升 巩固 简化 规范 公开 共享 移交 接续 整治 培育 引导 支持 协调 验收 养护 更新 补齐 延伸'.split(
    ' ',
  );
const qualities =
  '城乡 跨境 沿线 老旧 公共 绿色 便民 近郊 山区 平原 滨水 地下 夜间 季节 应急 基层 流动 特色 传统 新型 高效 安全 开放 共同 普惠 精细 长期 本地'.split(
    ' ',
  );
const matters =
  '供水 排涝 客运 货运 供热 通信 就业 养老 托育 教研 诊疗 采购 仓储 配送 绿化 造林 灌溉 监测 预警 审批 结算 登记 培训 招工 展销 旅游 演出 阅读 健身 防疫 消防 治安 回收 净化'.split(
    ' ',
  );
const works = '网络 设施 服务 机制 标准 平台 通道 队伍 目录 档案 场所 流程 台账 规则 布局 秩序'.split(' ');

const first =
  '青 岚 松 沧 溪 雁 澄 禾 霁 翠 皓 枫 竹 柳 梧 桐 榆 槐 樟 楠 荷 菱 芦 荻 藤 萍 菊 兰 薇 蔷'.split(' ');
const second =
  '屿 汀 渡 坪 坞 峪 岗 埠 湾 圩 堰 堤 桥 亭 台 阁 苑 庄 寨 堡 邑 关 驿 铺 营 屯 坡 梁 沟 洼'.split(' ');

/** Names of people, none of which is a word of the vocabulary. */
const surnames = '慕容 欧阳 司徒 上官 诸葛 东方 皇甫 尉迟 公孙 令狐'.split(' ');

/** Kinds of projects with the word that ends their name. */
export const projectTypes = [
  ['water', '水厂'],
  ['rail', '支线'],
  ['park', '产业园'],
  ['culture', '书屋'],
  ['ecology', '湿地'],
  ['market', '粮库'],
] as const;

/** A name of two characters, another for each number below 900. */
export function placeName(number: number): string {
  return `${at(first, number)}${at(second, Math.floor(number / first.length) + number)}`;
}

/** A person's name, another for each number below 9,000. */
export function personName(number: number): string {
  return `${at(surnames, number)}${placeName(Math.floor(number / surnames.length))}`;
}

/** A sentence of so many clauses, which begins with `opening`. */
export function sentence(opening: string, clauses: number, random: () => number): string {
  const clause = (): string =>
    `${pick(verbs, random)}${pick(qualities, random)}${pick(matters, random)}${pick(works, random)}`;
  return `${opening}${Array.from({ length: clauses }, clause).join('，')}。`;
}

function at(list: readonly string[], number: number): string {
  return list[number % list.length] ?? '';
}
