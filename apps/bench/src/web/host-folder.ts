import { join } from 'node:path';
import compress from '@fastify/compress';
import files from '@fastify/static';
import fastify from 'fastify';
import type { BenchContext } from '../setting/cleanup.ts';

/** Gives out the files of a folder as a usual host does: text compressed, folders by their index.html, parts of files. @returns its address */
export async function hostFolder(folder: string, { cleanup }: BenchContext): Promise<string> {
  const host = fastify({ forceCloseConnections: true });
  // Apart from what is compressed here: its files are so already, and would be sent on with the name of another compression.
  await host.register(async (record) => {
    await record.register(files, { root: join(folder, 'record'), prefix: '/record/', immutable: true, maxAge: '1y' });
  });
  await host.register(async (pages) => {
    await pages.register(compress);
    await pages.register(files, {
      root: folder,
      redirect: true,
      setHeaders(response, path) {
        if (path.includes('/assets/')) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      },
    });
    pages.setNotFoundHandler((_request, reply) => reply.code(404).sendFile('404.html'));
  });
  const address = await host.listen({ host: '127.0.0.1', port: 0 });
  cleanup.add(() => host.close());
  return address;
}
