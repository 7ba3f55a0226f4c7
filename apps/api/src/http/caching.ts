import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Part of every ETag: tells database and release. */
    edition: string;
  }
}

/**
 * Browsers ask again each time and mostly hear 304; a shared cache in front may answer for a minute, which takes the load off.
 */
const cacheControl = 'public, max-age=0, s-maxage=60, must-revalidate';

/**
 * Marks the answer with the dataset version it is made of and an ETag of version and question. True where the client holds
 * this very answer already: the reply is then a 304 and nothing needs to be computed.
 */
export function isKnownToClient(request: FastifyRequest, reply: FastifyReply, version: number, canonical: string): boolean {
  reply.header('Dataset-Version', String(version));
  return isKnownTag(request, reply, `W/"${version}-${digest(`${request.server.edition} ${canonical}`)}"`);
}

/** The same for an answer that depends on the program alone. */
export function isKnownDocument(request: FastifyRequest, reply: FastifyReply, text: string): boolean {
  return isKnownTag(request, reply, `W/"${digest(text)}"`);
}

function isKnownTag(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('ETag', tag).header('Cache-Control', cacheControl);
  const known = matchesTag(request.headers['if-none-match'], tag);
  if (known) reply.code(304);
  return known;
}

/** Weak comparison of RFC 9110, section 8.8.3.2. Tags are weak since compression changes the bytes. */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((one) => opaque(one) === opaque(tag));
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
