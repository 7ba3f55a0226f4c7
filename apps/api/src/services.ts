import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { Database } from '@monitor/store';
import type { Analytics } from './analytics.ts';
import type { Config } from './config.ts';

/** What the routes work with: the store for records, the analytics for numbers. */
export interface Services {
  readonly database: Database;
  readonly analytics: Analytics;
  /** Part of every ETag; see `readEdition`. */
  readonly edition: string;
  readonly settings: Pick<Config, 'rateLimit' | 'publisher' | 'trustProxy'>;
}

/** The server with types taken from the routes' schemas. */
export type Api = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, TypeBoxTypeProvider>;
