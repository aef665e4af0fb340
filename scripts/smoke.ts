import { readOptions } from './cli.ts';
import { smoke, type Finding } from './smoke-checks.ts';

const usage = `用法：npm run smoke -- 网址

像读者、浏览器和工具那样看一个已经发布的网站：首页、样式与脚本、条款的锚点、数据、检索、清单与引文文件、
没有的地址、旧地址、安全标头、压缩和缓存。“不好”的要改，退出码 1；“注意”的是主机还能做得更好。`;

const words: Readonly<Record<Finding['level'], string>> = { good: '好　', note: '注意', bad: '不好' };

const { positionals } = readOptions({ usage, options: {} });
const [address, ...others] = positionals;
const url = address === undefined ? undefined : URL.parse(address.replace(/\/*$/, '/'));
if (url === null || url === undefined || !/^https?:$/.test(url.protocol) || others.length > 0) {
  console.error(`写一个网址，如 https://example.org/record/。\n\n${usage}`);
  process.exit(1);
}
const findings = await smoke({
  url,
  ask: (path) => fetch(new URL(path, url), { redirect: 'manual', signal: AbortSignal.timeout(15_000) }),
});
for (const { level, text } of findings) console.log(`${words[level]}　${text}`);
const count = (level: Finding['level']): string =>
  String(findings.filter((each) => each.level === level).length);
console.log(`${url.href}：${count('good')} 项好，${count('note')} 项注意，${count('bad')} 项不好。`);
process.exitCode = count('bad') === '0' ? 0 : 1;
