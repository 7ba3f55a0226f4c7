import { closeSync, openSync, readSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Focus } from '@monitor/geography';
import { readFocusOf } from '@monitor/geography/read-focus';
import type { Listening } from './port.ts';

/** A setting that cannot be used. The message is one line that names the variable, its value and what it takes. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** PostgreSQL to use; undefined starts the built-in server in the data folder. */
  readonly databaseUrl: string | undefined;
  /** A replica of that database, from which everything is read that is answered; undefined reads the database itself. */
  readonly replicaUrl: string | undefined;
  /** Absolute path. */
  readonly dataFolder: string;
  /** Requests a minute and client, or no limit. */
  readonly rateLimit: number | 'off';
  readonly logLevel: LogLevel;
  /** Who runs this instance, for the codebook and the footers of exports. */
  readonly publisher: string;
  /** How to reach the publisher: an email address, a web address or a few words. */
  readonly contact: string | undefined;
  /** What may be done with the figures and charts of this instance: the name of a licence or its address. Datasets have their own. */
  readonly licence: string | undefined;
  /** What answers summary and tiles. */
  readonly analytics: 'cube' | 'sql';
  /** What this instance is about. */
  readonly focus: Focus;
  /** True loads made-up incidents into an empty database. */
  readonly demo: boolean;
  /** Proxies that are trusted to give the client's address: none, a number of the nearest, or addresses and networks. */
  readonly trustProxy: false | number | readonly string[];
  /** True lets pages of other sites read the API. */
  readonly crossOrigin: boolean;
  /** Where the operator is answered; undefined for the same address as everything. */
  readonly operator: OperatorAddress | undefined;
  /** Absolute path of a PMTiles file that the map shows under our own lines and names; undefined for the built-in base map. */
  readonly basemap: string | undefined;
}

/** Where the operator's tools ask how the server is. */
export type OperatorAddress = Required<Listening>;

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Reads the settings from environment variables; an empty one counts as absent.
 * Relative folders are taken from where the person called the package manager. Throws `ConfigError`, or `FocusError`.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const folder = environment.INIT_CWD ?? process.cwd();
  // If they were ignored, the operator would wonder why the map looks different.
  for (const name of ['MAP_STYLE_URL', 'MAP_ORIGINS'])
    if (text(name) !== undefined)
      throw new ConfigError(
        `${name} was removed. Delete it and, for your own base map, set MAP_PMTILES to the path of a PMTiles file.`,
      );
  const focus = readFocusOf(environment, folder);
  return {
    host: text('HOST') ?? '127.0.0.1',
    port: wholeNumber('PORT', text('PORT') ?? '8080', 0, 65_535),
    databaseUrl: databaseUrl('DATABASE_URL', text('DATABASE_URL')),
    replicaUrl: replicaUrl(text),
    dataFolder: resolve(folder, text('DATA_FOLDER') ?? resolve(repository, '.data')),
    rateLimit:
      text('RATE_LIMIT') === 'off' ? 'off' : wholeNumber('RATE_LIMIT', text('RATE_LIMIT') ?? '3000', 1, 1_000_000, ' or "off"'),
    logLevel: choice('LOG_LEVEL', text('LOG_LEVEL') ?? 'warn', logLevels),
    publisher: text('PUBLISHER_NAME') ?? focus.title,
    contact: text('CONTACT'),
    licence: text('LICENCE'),
    analytics: choice('ANALYTICS', text('ANALYTICS') ?? 'cube', ['cube', 'sql']),
    focus,
    demo: choice('DEMO', text('DEMO') ?? (focus.demonstration ? 'on' : 'off'), ['on', 'off']) === 'on',
    crossOrigin:
      choice('CROSS_ORIGIN', text('CROSS_ORIGIN') ?? (isOwnMachine(text('HOST')) ? 'off' : 'on'), ['on', 'off']) === 'on',
    trustProxy: trustedProxies(text('TRUST_PROXY') ?? 'off'),
    operator: operatorAddress(text('OPERATOR_ADDRESS')),
    basemap: pmtilesFile(text('MAP_PMTILES'), folder),
  };
}

/** What only this machine can reach is not meant for the pages of others, which its browser may open. */
export function isOwnMachine(host = '127.0.0.1'): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function wholeNumber(name: string, text: string, least: number, most: number, otherwise = ''): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new ConfigError(`${name} must be a whole number from ${least} to ${most}${otherwise}, not "${text}".`);
}

function choice<const Value extends string>(name: string, text: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === text);
  if (found !== undefined) return found;
  const listed = new Intl.ListFormat('en', { type: 'disjunction' }).format(values.map((value) => `"${value}"`));
  throw new ConfigError(`${name} must be ${listed}, not "${text}".`);
}

function operatorAddress(text: string | undefined): OperatorAddress | undefined {
  if (text === undefined) return undefined;
  const setting = 'OPERATOR_ADDRESS';
  const [, host = '', port = ''] = /^\[?([^[\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  if (host !== '' && Number(port) <= 65_535) return { setting, host, port: Number(port) };
  throw new ConfigError(`${setting} must be an address and a port such as 127.0.0.1:9090, not "${text}".`);
}

/** The value is not repeated in the message, since it may hold a password. */
function databaseUrl(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') return text;
  throw new ConfigError(`${name} must be an address like postgres://user:password@host:5432/database.`);
}

function replicaUrl(text: (name: string) => string | undefined): string | undefined {
  const url = databaseUrl('REPLICA_URL', text('REPLICA_URL'));
  if (url === undefined || text('DATABASE_URL') !== undefined) return url;
  throw new ConfigError('REPLICA_URL needs DATABASE_URL, the address of the database that it is a replica of.');
}

/** What a PMTiles file of version 3 begins with. */
const pmtilesMark = 'PMTiles\u0003';

function pmtilesFile(text: string | undefined, folder: string): string | undefined {
  if (text === undefined) return undefined;
  const path = resolve(folder, text);
  const start = Buffer.alloc(pmtilesMark.length);
  try {
    const file = openSync(path, 'r');
    readSync(file, start);
    closeSync(file);
  } catch {
    throw new ConfigError(`MAP_PMTILES must be the path of a file that can be read, not "${text}".`);
  }
  if (start.toString('latin1') === pmtilesMark) return path;
  throw new ConfigError(`MAP_PMTILES must be a PMTiles file of version 3; "${text}" is not.`);
}

const networkNames = ['loopback', 'linklocal', 'uniquelocal'];

function trustedProxies(text: string): Config['trustProxy'] {
  if (text === 'off') return false;
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const networks = text.split(',').map((part) => part.trim());
  if (networks.every(isNetwork)) return networks;
  throw new ConfigError(
    `TRUST_PROXY must be "off", the number of proxies in front of this server, or their addresses and networks separated by commas, not "${text}".`,
  );
}

/** An address, an address with the length of its prefix, or a name of a group of networks. */
function isNetwork(text: string): boolean {
  const [address = '', length] = text.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  const possible = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
  return networkNames.includes(text) || (isIP(address) !== 0 && possible);
}
