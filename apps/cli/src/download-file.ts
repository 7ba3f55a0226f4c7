import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { FileError } from '@monitor/ingest';
import { UsageError } from './command-context.ts';

export interface Download {
  /** The file on this machine. It is kept, so that it is only fetched again after it has changed. */
  readonly path: string;
  /** The file in an archive that the address names after a `#`. */
  readonly inside: string;
  /** The time of the earlier download, if the file has not changed since then. */
  readonly unchangedSince: string | undefined;
}

export interface DownloadOptions {
  readonly signal: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
  /** In bytes, unpacked if the server packs what it sends. */
  readonly longest?: number;
}

/** What is kept about a download, beside its file. */
interface Kept {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly fetchedAt: string;
}

const gigabyte = 1024 ** 3;
const mostMinutes = 10;
const mostRedirects = 5;
const ownerOnly = { mode: 0o600 };

/** True for what is an address and not the name of a file. */
export function isAddress(name: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(name);
}

/**
 * Downloads a file over HTTPS, unless the one that was downloaded before is still the same.
 * @param folder where downloads are kept, readable by their owner alone
 * @throws UsageError for another address; FileError if the file cannot be downloaded. Both say what to do.
 */
export async function downloadFile(address: string, folder: string, options: DownloadOptions): Promise<Download> {
  const url = addressOf(address);
  const inside = decoded(url.hash.slice(1));
  url.hash = '';
  const own = join(folder, createHash('sha256').update(url.href).digest('hex').slice(0, 16));
  const path = join(own, fileName(url));
  const about = join(own, 'download.json');
  await mkdir(own, { recursive: true, mode: 0o700 });
  const kept = await readKept(about, path);
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(mostMinutes * 60_000)]);
  const part = `${path}.part`;
  try {
    const response = await request(url, kept, { ...options, signal });
    if (response.status === 304 && kept) return { path, inside, unchangedSince: kept.fetchedAt };
    if (!response.ok || response.body === null) throw refused(url, `answered with the status ${response.status}`);
    const length = limited(url, options.longest ?? gigabyte);
    await pipeline(Readable.fromWeb(response.body as ReadableStream), length, createWriteStream(part, ownerOnly), { signal });
    await rm(about, { force: true });
    await rename(part, path);
    const { headers } = response;
    const now: Kept = {
      etag: headers.get('etag'),
      lastModified: headers.get('last-modified'),
      fetchedAt: `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    };
    await writeFile(about, JSON.stringify(now), ownerOnly);
    return { path, inside, unchangedSince: undefined };
  } catch (error) {
    await rm(part, { force: true });
    options.signal.throwIfAborted();
    if (signal.aborted) throw refused(url, `needed more than ${mostMinutes} minutes`);
    if (error instanceof FileError || (error as NodeJS.ErrnoException).path !== undefined) throw error;
    throw refused(url, 'could not be reached, or stopped before the end');
  }
}

function addressOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol === 'https:' && url.username === '' && url.password === '') return url;
  throw new UsageError(
    url?.protocol === 'https:'
      ? 'Leave out the user name and password in the address. Download a file that needs them yourself, and import that.'
      : 'Only addresses that begin with https:// are downloaded. Download other files yourself, and import them.',
  );
}

/** A part of an address as a person writes it, or as it is if that does not work. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The last part of an address, as far as it can be the name of a file. */
function fileName({ pathname, hostname }: URL): string {
  const name = basename(pathname)
    .replaceAll(/%[\dA-F]{2}|[^\w.-]/gi, '_')
    .slice(-100);
  return /^[.]*$/.test(name) ? hostname : name;
}

/** What is known of the file that was downloaded before; undefined if there is none. */
async function readKept(about: string, path: string): Promise<Kept | undefined> {
  try {
    await access(path);
    return JSON.parse(await readFile(about, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

async function request(url: URL, kept: Kept | undefined, { signal, fetch = globalThis.fetch }: DownloadOptions): Promise<Response> {
  const headers = {
    'user-agent': 'open-armed-violence-monitor',
    ...(kept?.etag && { 'if-none-match': kept.etag }),
    ...(kept?.lastModified && { 'if-modified-since': kept.lastModified }),
  };
  let next = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await fetch(next.href, { headers, signal, redirect: 'manual' });
    const location = response.headers.get('location');
    if (![301, 302, 303, 307, 308].includes(response.status) || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, next.href)) throw refused(url, 'leads to an address that is not valid');
    next = new URL(location, next);
    if (next.protocol !== 'https:') throw refused(url, 'leads to an address that does not begin with https://');
  }
  throw refused(url, `leads to more than ${mostRedirects} other addresses`);
}

function limited({ hostname }: URL, longest: number) {
  return async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let length = 0;
    for await (const chunk of chunks) {
      length += chunk.length;
      if (length > longest)
        throw new FileError(
          `The file from ${hostname} is longer than ${longest / gigabyte} GB. Download it yourself, and import that.`,
        );
      yield chunk;
    }
  };
}

/** An address may have a key to the data after its name, so messages only have the server. */
function refused({ hostname }: URL, happened: string): FileError {
  return new FileError(
    `${hostname} ${happened}. Check the address and your connection, then try again. Or download the file in a browser, and import that.`,
  );
}
