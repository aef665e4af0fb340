import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot, readOptions } from './cli.ts';
import { explainRefusal } from './explain.ts';
import { layOut } from './nginx-config.ts';

const usage = `用法：npm run nginx -- --out 目录 [--listen 80]

把已建成的 dist/ 摆成 nginx 能直接发布的样子：
  目录/site/       网站，每个文本文件旁边有一份压缩好的
  目录/site.conf   一个 server：压缩、缓存、安全标头、404、旧地址转向；放进 nginx 的 http 里
  目录/nginx.conf  只发布这一个网站的整份配置：nginx -p 目录 -c nginx.conf
子路径从 dist/ 里读出。--listen 是端口，或地址加端口（127.0.0.1:8080）。每次建好网站都重来一遍。`;

const { values } = readOptions({
  usage,
  options: { out: { type: 'string' }, listen: { type: 'string', default: '80' } },
});
const dist = join(projectRoot, 'dist');
const faults = [
  ...(values.out === undefined ? ['没有说放在哪里：写上 --out 目录。'] : []),
  ...(/^[\w.:[\]]+$/.test(values.listen)
    ? []
    : [`“${values.listen}”不是端口或地址，如 8080、127.0.0.1:8080。`]),
  ...(existsSync(join(dist, '_headers')) ? [] : ['还没有建成的网站。先运行 npm run build。']),
];
if (faults.length > 0 || values.out === undefined) {
  console.error(`${faults.join('\n')}\n\n${usage}`);
  process.exit(1);
}
try {
  const { root, base } = layOut(dist, resolve(values.out), values.listen);
  console.log(`已摆好 ${root}（网站在 ${base}）。\n试运行：nginx -p ${resolve(values.out)} -c nginx.conf`);
} catch (error) {
  const refusal = explainRefusal(error);
  if (refusal === undefined) throw error;
  console.error(`${refusal}\n没有摆好，原来的网站未动。`);
  process.exitCode = 1;
}
