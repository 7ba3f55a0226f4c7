import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteFocus } from '@monitor/geography';
import { type Database, readDatabaseOrigin } from '@monitor/store';

/**
 * Part of every ETag. It differs where answers can differ although dataset version and request are the same: with another database,
 * another build of this program, or another focus. All servers of one database, build and focus have the same.
 */
export async function readEdition(database: Database): Promise<string> {
  return `${await programDigest(repository)} ${digest(JSON.stringify(siteFocus()))} ${await readDatabaseOrigin(database)}`;
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 8);

const here = fileURLToPath(import.meta.url);
const repository = join(dirname(here), '../../..');

/** SHA-256 over the files that the server and its packages run from, built or not, with their names. */
export async function programDigest(folder: string): Promise<string> {
  const [kind, extension] = [basename(dirname(here)), extname(here)];
  const packages = (await readdir(join(folder, 'packages'))).toSorted().map((name) => join('packages', name));
  const hash = createHash('sha256');
  for (const room of ['apps/api', ...packages]) {
    const found = await readdir(join(folder, room, kind), { recursive: true }).catch(() => []);
    for (const name of found.filter((one) => extname(one) === extension).toSorted())
      hash.update(`${room}/${name}\n`).update(await readFile(join(folder, room, kind, name)));
  }
  return hash.digest('base64url').slice(0, 16);
}
