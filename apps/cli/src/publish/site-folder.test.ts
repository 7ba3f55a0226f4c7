import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UsageError } from '../command-context.ts';
import { SiteFolder } from './site-folder.ts';

let path: string;
beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'site-folder-'));
});
afterEach(() => rm(path, { recursive: true, force: true }));

/** Publishes some files. */
async function publish(files: Readonly<Record<string, string>>, editionsKept?: 1) {
  const folder = await SiteFolder.open(path);
  for (const [name, text] of Object.entries(files)) await folder.write(name, text);
  const changes = await folder.finish(editionsKept);
  await folder.close();
  return changes;
}
const names = async () => (await readdir(path, { recursive: true })).filter((name) => name.includes('.')).toSorted();

test('a file with the same bytes is not touched', async () => {
  await publish({ 'a.txt': 'one', 'sub/b.txt': 'two' });
  const past = new Date('2020-01-01');
  await utimes(join(path, 'a.txt'), past, past);
  expect(await publish({ 'a.txt': 'one', 'sub/b.txt': 'three' })).toMatchObject({ files: 2, written: 1, removed: 0 });
  expect((await stat(join(path, 'a.txt'))).mtime).toEqual(past);
  expect(await readFile(join(path, 'sub/b.txt'), 'utf8')).toBe('three');
});

test('the files of the edition before stay for who has begun with it, those of older ones go', async () => {
  await publish({ 'record/1.bin': '1' });
  await publish({ 'record/2.bin': '2' });
  expect(await names()).toEqual(['editions.json', 'record/1.bin', 'record/2.bin']);
  // The same again is no edition of its own.
  await publish({ 'record/2.bin': '2' });
  expect(await names()).toEqual(['editions.json', 'record/1.bin', 'record/2.bin']);
  expect(await publish({ 'record/3.bin': '3' })).toMatchObject({ removed: 1 });
  expect(await names()).toEqual(['editions.json', 'record/2.bin', 'record/3.bin']);
});

test('where only the newest edition is wanted, nothing of those before stays, also if this one is the same again', async () => {
  await publish({ 'record/1.bin': 'exposes somebody', 'a.txt': 'one' });
  expect(await publish({ 'record/2.bin': '2', 'a.txt': 'one' }, 1)).toMatchObject({ removed: 1 });
  expect(await names()).toEqual(['a.txt', 'editions.json', 'record/2.bin']);
  await publish({ 'record/3.bin': '3' });
  expect(await publish({ 'record/3.bin': '3' }, 1)).toMatchObject({ removed: 2 });
  expect(await names()).toEqual(['editions.json', 'record/3.bin']);
});

test('files of somebody else stay, and a folder of something else is refused', async () => {
  await writeFile(join(path, 'CNAME'), 'example.org');
  await publish({ 'a.txt': 'one' });
  await publish({ 'b.txt': 'two' });
  await publish({ 'c.txt': 'three' });
  expect(await readFile(join(path, 'CNAME'), 'utf8')).toBe('example.org');
  await rm(join(path, 'editions.json'));
  await expect(SiteFolder.open(path)).rejects.toThrow(UsageError);
  await expect(SiteFolder.open(join(path, 'b.txt'))).rejects.toThrow(/is a file/);
});

test('what an interrupted publication has left is taken on by the next, which leaves nothing unfinished', async () => {
  const interrupted = await SiteFolder.open(path);
  await interrupted.write('a.txt', 'one');
  await writeFile(join(path, 'b.txt.unfinished'), 'tw');
  // Two at a time would replace each other's files.
  await expect(SiteFolder.open(path)).rejects.toThrow(`Process ${process.pid} is publishing`);
  // No process has this number.
  await writeFile(join(path, '.publishing'), '4194305');
  const next = await SiteFolder.open(path);
  await next.write('a.txt', 'one');
  await next.finish();
  await next.close();
  expect(await names()).toEqual(['a.txt', 'editions.json']);
});

test.each([
  [
    'was killed',
    async () =>
      writeFile(join(path, '.publishing'), (await readFile(join(path, '.publishing'), 'utf8')).replace(/^\d+/, '4194305')),
  ],
  ['has failed', (folder: SiteFolder) => folder.close()],
])('what only a publication had that %s is removed by the next that is finished', async (_, end) => {
  await publish({ 'record/1.bin': '1' });
  for (const name of ['record/2.bin', 'record/3.bin']) {
    const interrupted = await SiteFolder.open(path);
    await interrupted.write(name, 'exposes somebody');
    await end(interrupted);
  }
  expect(await publish({ 'record/4.bin': '4' })).toMatchObject({ removed: 2 });
  expect(await names()).toEqual(['editions.json', 'record/1.bin', 'record/4.bin']);
});

test('a file that comes as a stream replaces one with other bytes only', async () => {
  const write = async (text: string) => {
    const folder = await SiteFolder.open(path);
    await folder.stream('downloads/a.csv', Readable.from([text]));
    const changes = await folder.finish();
    await folder.close();
    return changes;
  };
  expect(await write('one')).toMatchObject({ written: 1 });
  expect(await write('one')).toMatchObject({ written: 0 });
  expect(await write('two')).toMatchObject({ written: 1 });
  expect(await names()).toEqual(['downloads/a.csv', 'editions.json']);
});
