import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file a browser asked for. */
export interface Sent {
  readonly path: string;
  readonly type: string;
  /** Bytes of the body as it was sent. */
  readonly bytes: number;
}

/** A static host that compresses, the same for every site that is measured, and remembers what it sent. */
export interface Host {
  readonly url: string;
  /** Everything sent since it was last asked, in order; what could not be found is not among it. */
  readonly take: () => readonly Sent[];
  /** Milliseconds since anything was asked for or sent. */
  readonly quietFor: () => number;
  readonly close: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Names that hold a hash of their content may be kept for ever; all else is asked for again. */
const isHashed = (path: string): boolean =>
  path.startsWith('/_astro/') || /^\/search\/index\/\w{12}\//.test(path);

export async function host(folder: string): Promise<Host> {
  const packed = new Map<string, { type: string; body: Buffer; isPacked: boolean }>();
  const read = (path: string): { type: string; body: Buffer; isPacked: boolean } => {
    const known = packed.get(path);
    if (known !== undefined) return known;
    const file = join(folder, path);
    const raw = readFileSync(statSync(file).isDirectory() ? join(file, 'index.html') : file);
    const zipped = gzipSync(raw);
    const isPacked = zipped.length < raw.length;
    const type =
      types[extname(path) === '' || path.endsWith('/') ? '.html' : extname(path)] ??
      'application/octet-stream';
    const made = { type, body: isPacked ? zipped : raw, isPacked };
    packed.set(path, made);
    return made;
  };
  let sent: Sent[] = [];
  let last = performance.now();
  const server = createServer((request, response) => {
    last = performance.now();
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
    try {
      const { type, body, isPacked } = read(path);
      response.writeHead(200, {
        'content-type': type,
        'content-length': body.length,
        'cache-control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
      });
      response.end(body);
      sent.push({ path, type, bytes: body.length });
    } catch {
      response.writeHead(404).end();
    }
    response.on('close', () => (last = performance.now()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    take: () => {
      const taken = sent;
      sent = [];
      return taken;
    },
    quietFor: () => performance.now() - last,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
