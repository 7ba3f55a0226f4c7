import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnownDocument, unlessKnown } from '../http/caching.ts';
import { originOf } from '../http/origin.ts';
import { mediaTypes } from './addresses.ts';
import { type Page, pageText } from './html.ts';

/** A resource in both formats. */
export interface Resource {
  readonly json: object;
  readonly page: () => Page;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Format = 'json' | 'html';

/** The format that was named, or else the one that the client likes best; JSON where it likes both or says nothing. */
function formatOf(request: FastifyRequest, reply: FastifyReply, named: Format | undefined, type: string): Format {
  void reply.header('Vary', 'Accept');
  return named ?? (request.accepts().type([type, mediaTypes.json, mediaTypes.html]) === mediaTypes.html ? 'html' : 'json');
}

interface Asked {
  readonly format: Format | undefined;
  readonly canonical: string;
  /** Media type of its JSON. */
  readonly type: string;
}

/** Sends a resource made of published data, or a 304. */
export async function sendResource(
  request: FastifyRequest,
  reply: FastifyReply,
  { format: named, canonical, type }: Asked,
  {
    version,
    make,
  }: {
    readonly version: () => Promise<number>;
    readonly make: (format: Format, version: number) => Promise<Resource & { readonly datasetVersion: number }>;
  },
): Promise<FastifyReply> {
  const format = formatOf(request, reply, named, type);
  // Links are made of the address by which the client reached the server.
  const found = await unlessKnown(request, reply, `${originOf(request)} ${format} ${canonical}`, {
    version,
    answer: (now) => make(format, now),
  });
  return found === undefined ? reply.send(undefined) : send(reply, format, type, found);
}

/** Sends a resource that depends on the program alone, or a 304. */
export async function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  { format: named, type }: Omit<Asked, 'canonical'>,
  make: (format: Format) => Resource,
): Promise<FastifyReply> {
  const format = formatOf(request, reply, named, type);
  const resource = make(format);
  const known = isKnownDocument(request, reply, `${format} ${JSON.stringify(resource.json)}`);
  return known ? reply.send(undefined) : send(reply, format, type, resource);
}

function send(reply: FastifyReply, format: Format, type: string, { json, page, headers = {} }: Resource): FastifyReply {
  const isHtml = format === 'html';
  return reply
    .headers(headers)
    .type(isHtml ? 'text/html; charset=utf-8' : type)
    .serializer(String)
    .send(isHtml ? pageText(page()) : JSON.stringify(json));
}
