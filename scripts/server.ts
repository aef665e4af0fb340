import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { securityHeaders } from '../src/lib/host-headers.ts';
import { Advice } from './explain.ts';

/** A running static server. */
export interface Running {
  readonly port: number;
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves a built folder below `base` on 127.0.0.1 and ::1 alike, with the security headers of a real host, 404.html for
 * what is not there, and a file that has its compressed copy beside it (`index.html.gz`) in that form. Takes `port` or
 * the next free one after it.
 */
export async function serveFolder(folder: string, port: number, base = '/'): Promise<Running> {
  const files = sirv(folder, { dev: true, dotfiles: false, gzip: true });
  const missing = readFileSync(join(folder, '404.html'));
  const prefix = base.replace(/\/$/, '');
  const server = createServer((request, response) => {
    for (const [name, value] of securityHeaders) response.setHeader(name, value);
    const respondMissing = (): void => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(request.method === 'HEAD' ? undefined : missing);
    };
    const url = request.url ?? '/';
    if (url.startsWith(`${prefix}/`)) {
      request.url = url.slice(prefix.length);
      files(request, response, respondMissing);
    } else respondMissing();
  });
  const taken = await listen(server, port);
  return {
    port: taken,
    url: `http://localhost:${String(taken)}${prefix}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; port < first + 100; port += 1) {
    if (await tryListen(server, port)) {
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    }
  }
  throw new Advice(
    `端口 ${String(first)} 到 ${String(first + 99)} 都被占用。用 --port 另指一段，或结束占用它们的程序。`,
  );
}

function tryListen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const onListening = (): void => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port);
  });
}
