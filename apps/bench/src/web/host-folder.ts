import compress from '@fastify/compress';
import files from '@fastify/static';
import fastify from 'fastify';
import type { BenchContext } from '../setting/cleanup.ts';

/** Gives out the files of a folder as a usual host does: text compressed, folders by their index.html, parts of files. @returns its address */
export async function hostFolder(folder: string, { cleanup }: BenchContext): Promise<string> {
  const host = fastify({ forceCloseConnections: true });
  // By itself, it calls files that are compressed already by the name of another compression.
  await host.register(compress, { customTypes: /^text\/|\/json|javascript|xml/u });
  await host.register(files, {
    root: folder,
    redirect: true,
    setHeaders(response, path) {
      if (/\/(?:assets|record)\//.test(path)) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    },
  });
  host.setNotFoundHandler((_request, reply) => reply.code(404).sendFile('404.html'));
  const address = await host.listen({ host: '127.0.0.1', port: 0 });
  cleanup.add(() => host.close());
  return address;
}
