import { appendFile, mkdir, readdir, readFile, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { createReadStream, createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { runningProcess } from '@monitor/built-in-server';
import { UsageError } from '../command-context.ts';

/** In the folder of a site: which files belong to its editions, the newest first. */
const listName = 'editions.json';
/** What hosts want in a folder. */
const ofHosts: readonly string[] = ['CNAME'];
/** Has the process that is publishing, and below it the files that it has written. */
const lockName = '.publishing';

interface Editions {
  readonly editions: readonly { readonly files: readonly string[] }[];
}

/** What has been done to the folder. */
export interface FolderChanges {
  readonly files: number;
  readonly written: number;
  /** Bytes of all files of the edition. */
  readonly bytes: number;
  readonly removed: number;
}

/**
 * The folder of a published site. A file that is there already with the same bytes is not touched; another is replaced in one step, so that
 * no reader ever gets half of one. Files that it has not written itself stay as they are.
 */
export class SiteFolder {
  readonly path: string;
  /** The files of this edition, as far as they are written. */
  readonly files = new Set<string>();
  readonly #before: Editions;
  /** What was written by this publication, and by those before it that have not come to their end. */
  readonly #unlisted: Set<string>;
  #written = 0;
  #bytes = 0;
  #isFinished = false;

  private constructor(path: string, before: Editions, unlisted: readonly string[]) {
    this.path = path;
    this.#before = before;
    this.#unlisted = new Set(unlisted);
  }

  /** Throws `UsageError` where the folder has something else in it. */
  static async open(path: string): Promise<SiteFolder> {
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && !found.isDirectory()) throw new UsageError(`${path} is a file. Give the name of a folder.`);
    // Not the folders above it: an address that is mistyped makes no site where nobody looks for it.
    if (found === undefined)
      await mkdir(path).catch((error: Error) => {
        throw new UsageError(`Cannot make the folder ${path}: ${error.message}. The folder above it must exist.`);
      });
    const list = await readFile(join(path, listName), 'utf8').catch(() => undefined);
    if (list === undefined && (await readdir(path)).some((name) => !name.startsWith('.') && !ofHosts.includes(name)))
      throw new UsageError(
        `${path} has files in it that are not of a published site. Nothing was written. Choose an empty folder.`,
      );
    const unlisted = await lock(path);
    const before: Editions = list === undefined ? { editions: [] } : (JSON.parse(list) as Editions);
    // From now on the folder is known for that of a site, also where this publication is interrupted.
    if (list === undefined) await writeFile(join(path, listName), JSON.stringify(before));
    return new SiteFolder(path, before, unlisted);
  }

  /** Whether a file whose name holds a hash of what is in it is there already. */
  async has(name: string): Promise<boolean> {
    const found = await stat(join(this.path, name)).catch(() => undefined);
    if (found?.isFile() !== true) return false;
    this.files.add(name);
    this.#bytes += found.size;
    return true;
  }

  /** Writes a file of the edition, if it is not there with the same bytes. @param name with `/` between folders */
  async write(name: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    this.files.add(name);
    this.#bytes += bytes.byteLength;
    const path = join(this.path, name);
    const before = await readFile(path).catch(() => undefined);
    if (before?.equals(bytes) === true) return;
    await this.#note(name);
    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.unfinished`;
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
    this.#written++;
  }

  /** Writes a file of any size as it comes; the same bytes as before are not a change. */
  async stream(name: string, content: Readable): Promise<void> {
    const path = join(this.path, name);
    const unfinished = `${path}.unfinished`;
    await mkdir(dirname(path), { recursive: true });
    await pipeline(content, createWriteStream(unfinished));
    this.files.add(name);
    this.#bytes += (await stat(unfinished)).size;
    if (await areEqual(path, unfinished)) return unlink(unfinished);
    await this.#note(name);
    await rename(unfinished, path);
    this.#written++;
  }

  /** Remembers a file that no edition lists yet, so that it goes where this publication does not come to its end. */
  async #note(name: string): Promise<void> {
    if (this.#unlisted.has(name)) return;
    this.#unlisted.add(name);
    await appendFile(join(this.path, lockName), `\n${name}`);
  }

  /** What is in a JSON file of the edition, which is made if it is not there. */
  async once<Content>(name: string, make: () => Content): Promise<Content> {
    if (await this.has(name)) return JSON.parse(await readFile(join(this.path, name), 'utf8')) as Content;
    const content = make();
    await this.write(name, JSON.stringify(content));
    return content;
  }

  /**
   * Removes what belongs to older editions or interrupted ones only, and notes this one. To be called when all files are written.
   * @param editionsKept how many editions stay. Readers may have begun with the one before the newest
   */
  async finish(editionsKept: 1 | 2 = 2): Promise<FolderChanges> {
    const [newest] = this.#before.editions;
    const files = [...this.files].toSorted();
    // The same edition again is not another.
    const isSame = newest !== undefined && newest.files.join() === files.join();
    const editions = [{ files }, ...this.#before.editions.slice(isSame ? 1 : 0)];
    const kept = new Set(editions.slice(0, editionsKept).flatMap((edition) => edition.files));
    const old = new Set([...this.#unlisted, ...editions.slice(editionsKept).flatMap((edition) => edition.files)]);
    let removed = 0;
    for (const name of old) {
      if (kept.has(name)) continue;
      await unlink(join(this.path, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      });
      removed++;
    }
    const list = join(this.path, listName);
    await writeFile(`${list}.unfinished`, JSON.stringify({ editions: editions.slice(0, editionsKept) } satisfies Editions));
    await rename(`${list}.unfinished`, list);
    this.#isFinished = true;
    return { files: files.length, written: this.#written, bytes: this.#bytes, removed };
  }

  /** Lets others publish into the folder, and removes what a publication that ended early has left unfinished. To be called in any case. */
  async close(): Promise<void> {
    for (const entry of await readdir(this.path, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name.endsWith('.unfinished')) await rm(join(entry.parentPath, entry.name), { force: true });
    const held = join(this.path, lockName);
    if (this.#isFinished) await rm(held, { force: true });
    else await writeFile(held, [0, ...this.#unlisted].join('\n'));
  }
}

/** Two at a time would replace each other's files. One that was killed is not in the way. Gives the files that it had written. */
async function lock(path: string): Promise<string[]> {
  const file = join(path, lockName);
  const [first, ...unlisted] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const holder = Number(first);
  if (holder > 0 && (await runningProcess(holder)) !== undefined)
    throw new UsageError(`Process ${holder} is publishing into ${path}. Nothing was written. Try again when it has ended.`);
  await rm(file, { force: true });
  await writeFile(file, [process.pid, ...unlisted].join('\n'), { flag: 'wx' }).catch(() => {
    throw new UsageError(`Cannot write into ${path}, or another process is publishing into it. Nothing was written.`);
  });
  return unlisted;
}

/** Whether two files have the same bytes; false if the first is not there. */
async function areEqual(one: string, other: string): Promise<boolean> {
  const sizes = await Promise.all([one, other].map(async (path) => (await stat(path).catch(() => undefined))?.size));
  if (sizes[0] === undefined || sizes[0] !== sizes[1]) return false;
  const [mine, theirs] = [one, other].map((path) => createReadStream(path, { highWaterMark: 2 ** 20 })[Symbol.asyncIterator]());
  for (;;) {
    const [a, b] = await Promise.all([mine!.next(), theirs!.next()]);
    if (a.done === true || b.done === true) return a.done === b.done;
    if (!(a.value as Buffer).equals(b.value as Buffer)) return false;
  }
}
