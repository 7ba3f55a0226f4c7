import { randomBytes } from 'node:crypto';
import { type Database, loadReferenceData, migrate, openDatabase } from '../src/index.ts';
import { referenceData } from './reference-fixture.ts';

/** A database that is filled once in a run, by whoever needs it first, and copied for each test file. */
export interface Template {
  /** Lower case letters and underscores. */
  readonly name: string;
  /** What it is a copy of; empty if left out. */
  readonly from?: Template;
  /** @param url address of the same database, for a process of its own */
  readonly fill: (database: Database, url: string) => Promise<void>;
}

/** Tables and the reference fixture. */
export const migrated: Template = {
  name: 'migrated',
  async fill(database) {
    await migrate(database);
    await loadReferenceData(database, referenceData);
  },
};

/** An address that no database has yet. @param cluster address of the server */
export function freshUrl(cluster: string): string {
  return urlOf(cluster, `test_${randomBytes(6).toString('hex')}`);
}

/** Makes a database; returns its address. @param cluster address of the server @param options as SQL */
export async function createDatabase(cluster: string, options = '', url = freshUrl(cluster)): Promise<string> {
  // Copying files takes half as long as writing each page to the log.
  await onServer(cluster, ({ connections }) =>
    connections.unsafe(`create database ${databaseName(url)} strategy file_copy ${options}`),
  );
  return url;
}

/** Copies a template; returns the address of the copy. @param cluster address of the server @param url address of the copy */
export async function copyTemplate(cluster: string, template: Template, url?: string): Promise<string> {
  await onServer(cluster, (server) => ensureTemplate(server, cluster, template));
  return createDatabase(cluster, `template ${template.name}`, url);
}

/** Removes a database whatever is still connected to it. @param url its address */
export async function dropDatabase(url: string): Promise<void> {
  await onServer(urlOf(url, 'postgres'), ({ connections }) =>
    connections.unsafe(`drop database ${databaseName(url)} with (force)`),
  );
}

/** The name of the database at an address. */
export function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

/** The address of another database of the same server. */
function urlOf(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: name }).href;
}

async function onServer<Result>(url: string, work: (server: Database) => Promise<Result>): Promise<Result> {
  const server = await openDatabase(url, { connections: 1, statementTimeout: 0 });
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

/** Makes a template if there is none yet. Test files run side by side, so that only one may do so at a time. */
async function ensureTemplate(server: Database, cluster: string, { name, from, fill }: Template): Promise<void> {
  if (from) await ensureTemplate(server, cluster, from);
  const { connections } = server;
  await connections`select pg_advisory_lock(hashtext(${name}))`;
  try {
    if ((await connections`select from pg_database where datname = ${name}`).length > 0) return;
    const unfinished = `unfinished_${name}`;
    await connections.unsafe(`drop database if exists ${unfinished} with (force)`);
    await connections.unsafe(`create database ${unfinished} strategy file_copy ${from ? `template ${from.name}` : ''}`);
    const url = urlOf(cluster, unfinished);
    const database = await openDatabase(url, { statementTimeout: 0 });
    try {
      await fill(database, url);
    } finally {
      await database.close();
    }
    await connections.unsafe(`alter database ${unfinished} rename to ${name}`);
  } finally {
    await connections`select pg_advisory_unlock(hashtext(${name}))`;
  }
}
