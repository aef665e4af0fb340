import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot, readOptions } from './cli.ts';
import { Advice } from './explain.ts';
import { describeLoad, errorsOf, readResult, trafficOf, wrkScript } from './load.ts';
import { serveWithNginx } from './nginx-server.ts';
import { requireProgram, wrk } from './programs.ts';

const usage = `用法：npm run bench:load [-- --seconds 60 --connections 64]

在本机用真的 nginx（npm run nginx 的配置）发布 dist/，用 wrk 压它一分钟：随机的网页连同它要的样式与脚本，
每五次来访有一次检索；都要压缩的。wrk 与 nginx 同在这台机器上，分着用它的核。有一次出错，退出码就是 1。`;

const { values } = readOptions({
  usage,
  options: {
    seconds: { type: 'string', default: '60' },
    connections: { type: 'string', default: '64' },
  },
});
const dist = join(projectRoot, 'dist');
if (!existsSync(join(dist, '_headers'))) throw new Advice('还没有建成的网站。先运行 npm run build。');
if (![values.seconds, values.connections].every((value) => /^[1-9]\d{0,3}$/.test(value))) {
  throw new Advice(`--seconds 与 --connections 都是 1 到 9999 的整数。\n\n${usage}`);
}

const folder = mkdtempSync(join(tmpdir(), 'load-'));
// An nginx started by root serves as somebody else, who has to be let in.
chmodSync(folder, 0o755);
const server = await serveWithNginx(dist, folder);
try {
  const traffic = trafficOf(dist, new URL(server.url).pathname, 2000);
  const script = join(folder, 'load.lua');
  writeFileSync(script, wrkScript(traffic.requests));
  const [before = 0] = loadavg();
  const { stdout } = await promisify(execFile)(requireProgram(wrk), [
    '--threads=1',
    `--connections=${values.connections}`,
    `--duration=${values.seconds}s`,
    '--timeout=10s',
    `--script=${script}`,
    server.url,
  ]);
  const result = readResult(stdout);
  console.log(
    `${String(availableParallelism())} 核，开始前的负载 ${before.toFixed(1)}；${values.connections} 条连接，${values.seconds} 秒。`,
  );
  console.log(describeLoad(result, traffic));
  process.exitCode = errorsOf(result) === 0 ? 0 : 1;
} finally {
  await server.close();
  rmSync(folder, { recursive: true });
}
