import type { FastifyServerOptions } from 'fastify';
import type { Config } from '../config.ts';

/** The setting in the framework's words: a number counts the proxies in front, from the nearest. */
export function trustedProxy(setting: Config['trustProxy']): NonNullable<FastifyServerOptions['trustProxy']> {
  if (typeof setting === 'number') return (_address, hop) => hop < setting;
  return setting === false ? false : [...setting];
}
