import { setTimeout as pause } from 'node:timers/promises';
import type { PlaceList } from '@monitor/contract';
import { placeOf, searchOf } from '@monitor/findings';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** How many milliseconds a page waits to hear whether there is a settlement of a name. */
const longestWait = 500;

/** Whether a page is that of a place which there is not. Not where that cannot be known in time: the page then says it in words. */
export async function isOfUnknownPlace(app: FastifyInstance, { params, ip }: FastifyRequest): Promise<boolean> {
  const { place } = params as { readonly place?: string };
  if (place === undefined) return false;
  const search = searchOf({ place });
  if (search === undefined) return placeOf(place, []) === undefined;
  const { text, limit } = search.places;
  const url = `/api/v1/places?q=${encodeURIComponent(text)}&limit=${limit}`;
  const found = await Promise.race([app.inject({ url, remoteAddress: ip }), pause(longestWait, undefined, { ref: false })]);
  return found?.statusCode === 200 && placeOf(place, found.json<PlaceList>().places) === undefined;
}
