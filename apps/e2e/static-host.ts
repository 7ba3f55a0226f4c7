import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

/* A host of files as plain as hosts are: folders by their index.html, a 404.html, and parts of files where it is told to give them. What
 * it has may be in a folder of its address. */

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

export interface StaticHost {
  /** With the base. */
  readonly address: string;
  /** Paths that were asked for and were not there. */
  readonly missing: string[];
  readonly close: () => Promise<void>;
}

/** @param base path that the folder is at, such as `/monitor` */
export async function hostFolder(folder: string, { givesParts = true, base = '' } = {}): Promise<StaticHost> {
  const missing: string[] = [];
  const server: Server = createServer((request, response) => {
    void (async () => {
      const { pathname, search } = new URL(request.url ?? '/', 'http://host');
      const path = join(folder, normalize(decodeURIComponent(pathname.slice(base.length))));
      const found = pathname.startsWith(base) ? await stat(path).catch(() => undefined) : undefined;
      if (found?.isDirectory() === true && !pathname.endsWith('/')) {
        response.writeHead(301, { location: `${pathname}/${search}` }).end();
        return;
      }
      const file = found?.isDirectory() === true ? join(path, 'index.html') : path;
      const size = found && (await stat(file).catch(() => undefined))?.size;
      if (size === undefined) {
        missing.push(pathname);
        response.writeHead(404, { 'content-type': types['.html'] });
        createReadStream(join(folder, '404.html')).pipe(response);
        return;
      }
      const [, start, end] = (givesParts && /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '')) || [];
      const headers = { 'content-type': types[extname(file)] ?? 'application/octet-stream' };
      if (start === undefined || end === undefined) {
        response.writeHead(200, { ...headers, 'content-length': size });
        createReadStream(file).pipe(response);
      } else {
        response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${end}/${size}` });
        createReadStream(file, { start: Number(start), end: Number(end) }).pipe(response);
      }
    })();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    missing,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
