/* What the product has written into folders: the published site and the backups. */
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { type Manifest, PublishedRecord, PublishedSite } from '@monitor/engine';
import { checkBackup } from '@monitor/store';
import { type Ask, Difference, expectSame } from './judge.ts';

/** The name of a file of the record among others. */
const recordFile = /"([\w.-]+-[\da-f]{16}\.\w+)"/g;

/** The site in a folder, as a browser that opens its first page has it; undefined if there is none yet. */
export async function openSite(folder: string): Promise<Ask | undefined> {
  const name = manifestIn(await readFile(join(folder, 'index.html'), 'utf8').catch(() => ''));
  if (name === undefined) return undefined;
  const manifest = JSON.parse(await readFile(join(folder, 'record', name), 'utf8')) as Manifest;
  const record = new PublishedRecord(manifest, async (file) => ({
    bytes: new Uint8Array(await readFile(join(folder, 'record', file))),
    isWhole: true,
  }));
  const site = new PublishedSite(record, 'https://storm.example.org');
  const { signal } = new AbortController();
  return async (url) => {
    const { status, body } = await site.answer({ url, method: 'GET' }, signal);
    if (typeof body !== 'string') throw new Difference(`site, ${url} is not answered with text`);
    return { status, content: JSON.parse(body) as unknown };
  };
}

function manifestIn(page: string): string | undefined {
  const [, data = '{}'] = /<script[^>]* id="site"[^>]*>([^<]*)</.exec(page) ?? [];
  return (JSON.parse(data) as { manifest?: string }).manifest;
}

/** Each page of a site finds all files of its edition. Once it is whole, its pages are of one edition, and the folder has no others. */
export async function expectWholeSite(folder: string, isWhole: boolean): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const pages = new Map<string, string[]>();
  for (const name of names.filter((one) => one.endsWith('.html'))) {
    const manifest = manifestIn(await readFile(join(folder, name), 'utf8'));
    if (manifest === undefined) throw new Difference(`site, ${name} does not say of which edition it is`);
    pages.set(manifest, [...(pages.get(manifest) ?? []), name]);
  }
  for (const [name, of] of pages) {
    const text = await readFile(join(folder, 'record', name), 'utf8').catch(() => undefined);
    if (text === undefined) throw new Difference(`site, ${of[0]} needs ${name}, which is not there`);
    for (const [, file = ''] of text.matchAll(recordFile))
      if (!names.includes(join('record', file))) throw new Difference(`site, ${name} needs ${file}, which is not there`);
  }
  if (!isWhole) return;
  const { editions } = JSON.parse(await readFile(join(folder, 'editions.json'), 'utf8')) as { editions: { files: string[] }[] };
  // Pages of locations without incidents stay for who has begun with the edition before.
  const newest = [...pages.values()]
    .map((of) => of.filter((name) => editions[0]?.files.includes(name)))
    .filter(({ length }) => length > 0);
  if (newest.length !== 1) throw new Difference(`site, not all pages are of one edition: ${newest.map(([one]) => one).join(', ')}`);
  const known = new Set(editions.flatMap(({ files }) => files));
  const left = names.filter(
    (name) => /^(?:record|downloads|places)\/.*\.|\.unfinished$|^\.publishing$/.test(name) && !known.has(name),
  );
  expectSame('site, files that belong to no edition', left, []);
}

/** How many incidents a backup has, read back whole; undefined if there is none. */
export async function incidentsInBackup(path: string): Promise<number | undefined> {
  if ((await stat(path).catch(() => undefined)) === undefined) return undefined;
  const { tables } = await checkBackup(createReadStream(path).pipe(createGunzip()) as AsyncIterable<Buffer>);
  return tables.find(({ name }) => name === 'incidents')?.rows;
}
