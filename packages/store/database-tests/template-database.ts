import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, loadReferenceData, migrate, openDatabase } from '../src/index.ts';
import { referenceData } from './reference-fixture.ts';

/** A database that is filled once in a run, by whoever needs it first, and copied for each test file. */
export interface Template {
  /** Lower case letters and underscores. */
  readonly name: string;
  /** What it is a copy of; empty where left out. */
  readonly from?: Template;
  readonly fill: (database: Database) => Promise<void>;
}

/** Tables and the reference fixture. */
export const migrated: Template = {
  name: 'migrated',
  async fill(database) {
    await migrate(database);
    await loadReferenceData(database, referenceData);
  },
};

/** Makes a database of a name that no other has; returns its address. @param options of CREATE DATABASE, as SQL */
export async function createDatabase(options = ''): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await inCluster(({ connections }) => connections.unsafe(`create database ${name} ${options}`));
  return urlOf(name);
}

/** Copies a template; returns the address of the copy. */
export async function copyTemplate(template: Template): Promise<string> {
  await inCluster((cluster) => ensureTemplate(cluster, template));
  return createDatabase(`template ${template.name}`);
}

/** Removes a database whatever is still connected to it. @param url its address */
export async function dropDatabase(url: string): Promise<void> {
  await inCluster(({ connections }) => connections.unsafe(`drop database ${databaseName(url)} with (force)`));
}

/** The name of the database at an address. */
export function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}

function urlOf(name: string): string {
  const url = new URL(inject('cluster'));
  url.pathname = name;
  return url.href;
}

async function inCluster<Result>(work: (cluster: Database) => Promise<Result>): Promise<Result> {
  const cluster = await openDatabase(inject('cluster'), { connections: 1, statementTimeout: 0 });
  try {
    return await work(cluster);
  } finally {
    await cluster.close();
  }
}

/** Makes a template where there is none yet. Test files run side by side, so that only one may do so at a time. */
async function ensureTemplate(cluster: Database, { name, from, fill }: Template): Promise<void> {
  if (from) await ensureTemplate(cluster, from);
  const { connections } = cluster;
  await connections`select pg_advisory_lock(hashtext(${name}))`;
  try {
    if ((await connections`select from pg_database where datname = ${name}`).length > 0) return;
    const unfinished = `unfinished_${name}`;
    await connections.unsafe(`drop database if exists ${unfinished} with (force)`);
    await connections.unsafe(`create database ${unfinished} ${from ? `template ${from.name}` : ''}`);
    const database = await openDatabase(urlOf(unfinished), { statementTimeout: 0 });
    try {
      await fill(database);
    } finally {
      await database.close();
    }
    await connections.unsafe(`alter database ${unfinished} rename to ${name}`);
  } finally {
    await connections`select pg_advisory_unlock(hashtext(${name}))`;
  }
}
