import type { FastifyRequest } from 'fastify';

/** Longer addresses are not repeated in headers, since proxies refuse answers with long headers. The body has the cursor anyway. */
const longestLink = 1500;

/** Links (RFC 8288) from a page of a list to the next and, unless it is that itself, to the first one. */
export function pageLinks(request: FastifyRequest, nextCursor: string | null): string[] {
  const at = (cursor: string | null) => {
    const [path, query] = request.url.split('?', 2);
    const parameters = new URLSearchParams(query);
    if (cursor === null) parameters.delete('cursor');
    else parameters.set('cursor', cursor);
    return parameters.size === 0 ? path! : `${path}?${parameters.toString()}`;
  };
  const isFirst = !new URLSearchParams(request.url.split('?', 2)[1]).get('cursor');
  const links = [...(nextCursor === null ? [] : [[at(nextCursor), 'next']]), ...(isFirst ? [] : [[at(null), 'first']])] as const;
  return links.flatMap(([address, relation]) => (address!.length > longestLink ? [] : [`<${address}>; rel="${relation}"`]));
}
