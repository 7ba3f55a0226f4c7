import type { FastifyRequest } from 'fastify';

/** Longer addresses are not repeated in headers, since proxies refuse answers with long headers. The body has the cursor anyway. */
const longestLink = 1500;

/** The parameters of which one says where a page begins. */
const startNames = ['cursor', 'offset', 'around'] as const;

/** Links (RFC 8288) from a page of a list to the next and, unless it is that itself, to the first one. */
export function pageLinks(request: FastifyRequest, nextCursor: string | null): string[] {
  const at = (cursor: string | null) => {
    const [path, query] = request.url.split('?', 2);
    const parameters = new URLSearchParams(query);
    for (const name of startNames) parameters.delete(name);
    if (cursor !== null) parameters.set('cursor', cursor);
    return parameters.size === 0 ? path! : `${path}?${parameters.toString()}`;
  };
  const given = new URLSearchParams(request.url.split('?', 2)[1]);
  const isFirst = startNames.every((name) => !given.get(name));
  const links = [...(nextCursor === null ? [] : [[at(nextCursor), 'next']]), ...(isFirst ? [] : [[at(null), 'first']])] as const;
  return links.flatMap(([address, relation]) => (address!.length > longestLink ? [] : [`<${address}>; rel="${relation}"`]));
}
