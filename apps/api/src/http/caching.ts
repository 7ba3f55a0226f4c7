import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { behind } from './seen-version.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Part of every ETag: identifies database and release. */
    edition: string;
  }
}

/**
 * Browsers ask again each time and mostly hear 304; a shared cache in front may answer for a minute, which takes the load off.
 */
const cacheControl = 'public, max-age=0, s-maxage=60, must-revalidate';

interface OfVersion {
  readonly datasetVersion: number;
  /** True if something of it is missing that comes later. */
  readonly isPartial?: boolean;
}

interface Versioned<Answer extends OfVersion> {
  /** The dataset version of this moment; cheap. */
  readonly version: () => Promise<number>;
  /** The answer, which is of that version or, where the data changes meanwhile, of a later one. */
  readonly answer: (version: number) => Promise<Answer>;
  /** Whether the same version and request always have the same bytes, so that a part of them can be had. */
  readonly isExact?: boolean;
}

/**
 * An answer made of published data, or undefined if the client holds it already: the reply is then a 304, to be sent without a body.
 * Checked twice: before anything is calculated, and again with the version that the answer turns out to be of. Marks the reply with
 * that version and an ETag of version and request.
 * @param canonical text of the request, the same for all requests with the same meaning
 */
export async function unlessKnown<Answer extends OfVersion>(
  request: FastifyRequest,
  reply: FastifyReply,
  canonical: string,
  { version, answer, isExact = false }: Versioned<Answer>,
): Promise<Answer | undefined> {
  const before = await version();
  const isKnown = (ofVersion: number) => isKnownVersion(request, reply, ofVersion, { canonical, isExact });
  if (isKnown(before)) return undefined;
  const found = await answer(before);
  if (found.isPartial === true) {
    // Nobody may keep it, nor take it for the whole one.
    reply.removeHeader('ETag').header('Cache-Control', 'no-store').header('Dataset-Version', String(found.datasetVersion));
    return found;
  }
  return isKnown(found.datasetVersion) ? undefined : found;
}

function isKnownVersion(
  request: FastifyRequest,
  reply: FastifyReply,
  version: number,
  { canonical, isExact }: { readonly canonical: string; readonly isExact: boolean },
): boolean {
  if (version < (request.seen ?? 0)) throw behind();
  reply.header('Dataset-Version', String(version));
  const tag = `"${version}-${digest(`${request.server.edition} ${canonical}`)}"`;
  return isKnownTag(request, reply, isExact ? tag : `W/${tag}`);
}

/** True if the client holds this text, which depends on the program alone, already: the reply is then a 304. */
export function isKnownDocument(request: FastifyRequest, reply: FastifyReply, text: string | Buffer): boolean {
  return isKnownTag(request, reply, `W/"${typeof text === 'string' ? digest(text) : digestOf(text)}"`);
}

const digests = new WeakMap<Buffer, string>();

/** That of a text which is kept is worked out once. */
function digestOf(text: Buffer): string {
  const known = digests.get(text) ?? digest(text);
  digests.set(text, known);
  return known;
}

function isKnownTag(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('ETag', tag).header('Cache-Control', cacheControl);
  const known = matchesTag(request.headers['if-none-match'], tag);
  if (known) reply.code(304);
  return known;
}

/** Weak comparison of RFC 9110, section 8.8.3.2. Tags are weak where compression may change the bytes. */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((one) => opaque(one) === opaque(tag));
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}

function digest(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
