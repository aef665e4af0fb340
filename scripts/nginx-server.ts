import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, Socket } from 'node:net';
import { join } from 'node:path';
import { Advice } from './explain.ts';
import { layOut } from './nginx-config.ts';
import { nginx, requireProgram } from './programs.ts';
import type { Running } from './server.ts';

/** Lays a built site out below `out` and serves it with a real nginx, on this machine only; `close` ends it. */
export async function serveWithNginx(dist: string, out: string): Promise<Running> {
  const port = await freePort();
  const { base } = layOut(dist, out, `127.0.0.1:${String(port)}`);
  const server = spawn(requireProgram(nginx), [
    '-p',
    `${out}/`,
    '-c',
    join(out, 'nginx.conf'),
    '-e',
    'stderr',
  ]);
  let said = '';
  server.stderr.on('data', (data) => (said += String(data)));
  const ended = once(server, 'close');
  const ready = await Promise.race([untilOpen(port), ended.then(() => false)]);
  if (!ready) throw new Advice(`nginx 没有起来：\n${said}`);
  return {
    port,
    url: `http://127.0.0.1:${String(port)}${base}`,
    close: async () => {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('没有空的端口');
  return address.port;
}

/** Tries until something answers on the port; false when nothing has within ten seconds. */
async function untilOpen(port: number): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await opens(port)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function opens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new Socket();
    const end = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => end(true)).once('error', () => end(false));
    socket.connect(port, '127.0.0.1');
  });
}
