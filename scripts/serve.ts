import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, readOptions, readPort } from './cli.ts';
import { serveFolder } from './server.ts';
import { recover } from './swap-in.ts';

const usage = `用法：npm run serve [-- --port 4321]

在本机打开已建成的 dist/。端口被占用时用下一个空的，并说明是哪一个。`;

const defaultPort = 4321;

/** Serves `dist/` until interrupted and says where. */
export async function serve(port = defaultPort): Promise<void> {
  const running = await serveFolder(join(projectRoot, 'dist'), port, process.env['BASE_PATH'] ?? '/');
  if (running.port !== port) console.log(`端口 ${String(port)} 被占用，改用 ${String(running.port)}。`);
  console.log(`网站已在 ${running.url} 打开，按 Ctrl-C 结束。`);
}

if (import.meta.main) {
  const { values } = readOptions({ usage, options: { port: { type: 'string' } } });
  const port = readPort(values.port, defaultPort);
  recover(join(projectRoot, 'dist'));
  if (!existsSync(join(projectRoot, 'dist/404.html'))) {
    console.error('还没有建成的网站。先运行 npm run build，或直接 npm start。');
    process.exit(1);
  }
  await serve(port);
}
