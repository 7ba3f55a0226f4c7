import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnownDocument, unlessKnown } from '../http/caching.ts';
import { originOf } from '../http/origin.ts';

interface Resource {
  readonly datasetVersion: number;
  readonly json: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a resource made of published data as JSON, or a 304. */
export async function sendResource(
  request: FastifyRequest,
  reply: FastifyReply,
  { canonical, type, version }: { readonly canonical: string; readonly type: string; readonly version: () => Promise<number> },
  make: (version: number) => Promise<Resource>,
): Promise<FastifyReply> {
  // Links are made of the address by which the client reached the server.
  const found = await unlessKnown(request, reply, `${originOf(request)} ${canonical}`, {
    version,
    answer: make,
  });
  if (found === undefined) return reply.send(undefined);
  return reply
    .headers(found.headers ?? {})
    .type(type)
    .serializer(String)
    .send(JSON.stringify(found.json));
}

/** Sends a text that depends on the program alone, or a 304. */
export function sendDocument(request: FastifyRequest, reply: FastifyReply, type: string, text: string): FastifyReply {
  return isKnownDocument(request, reply, text) ? reply.send(undefined) : reply.type(type).serializer(String).send(text);
}
