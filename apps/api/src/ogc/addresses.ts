import type { FastifyRequest } from 'fastify';
import type { OgcLink } from '@monitor/contract';
import { originOf } from '../http/origin.ts';

/** Path of the landing page; all others are below it. */
export const ogcRoot = '/ogc';

/** The one coordinate reference system of what is given and taken: longitude and latitude of WGS 84, in degrees. */
export const crs84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

export const mediaTypes = {
  json: 'application/json',
  geojson: 'application/geo+json',
  schema: 'application/schema+json',
  openapi: 'application/vnd.oai.openapi+json;version=3.0',
  html: 'text/html',
} as const;

/** Makes the absolute links of a resource. */
export interface Addresses {
  /** Of a path below the landing page. */
  readonly to: (path: string) => string;
  /** Of any path of this server. */
  readonly outside: (path: string) => string;
}

export function addressesOf(request: FastifyRequest): Addresses {
  const origin = originOf(request);
  return { to: (path) => `${origin}${ogcRoot}${path}`, outside: (path) => `${origin}${path}` };
}

export function link(rel: string, href: string, type: string, title: string): OgcLink {
  return { rel, href, type, title };
}
