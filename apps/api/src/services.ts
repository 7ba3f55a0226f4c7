import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { KnownCodes } from '@monitor/contract';
import type { Database } from '@monitor/store';
import type { Analytics } from '@monitor/engine';
import type { Config } from './config.ts';
import type { CubeSource } from './cube/cube-source.ts';
import type { MakeFile } from './files/make-file.ts';
import type { Line } from './line.ts';

/** What the routes work with: the store for records, the analytics for numbers. */
export interface Services {
  readonly database: Database;
  /** The database that is written to, if `database` is a replica of it. */
  readonly newest?: Database | undefined;
  /** Connections of their own for health checks and metrics, so that no reader holds these up; those of everybody if left out. */
  readonly watch?: Database | undefined;
  readonly analytics: Analytics;
  /** Makes the files of downloads. */
  readonly makeFile: MakeFile;
  /** The snapshot in memory, where there is one; for the metrics. */
  readonly cube?: CubeSource | undefined;
  /** Why the database cannot be used now, where the process that looks after it knows. */
  readonly databaseTrouble?: (() => string | undefined) | undefined;
  /** Where questions to the snapshot wait for a thread, if there are any; for the metrics. */
  readonly answering?: Pick<Line, 'waiting' | 'refused'> | undefined;
  /** Milliseconds that a client alone may have to wait for all that it has asked of the database; two seconds if left out. */
  readonly patience?: number | undefined;
  /** Part of every ETag; see `readEdition`. */
  readonly edition: string;
  /** Locations and regions that a filter may name; all if they are left out. */
  readonly knownCodes?: KnownCodes | undefined;
  readonly settings: Pick<Config, 'rateLimit' | 'publisher' | 'trustProxy' | 'crossOrigin'> &
    Partial<Pick<Config, 'contact' | 'licence' | 'basemap' | 'host' | 'operator'>>;
}

/** The server with types taken from the routes' schemas. */
export type Api = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, TypeBoxTypeProvider>;
