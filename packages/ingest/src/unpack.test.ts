import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openFiles } from './read-incidents.ts';
import { readRows } from './read-rows.ts';
import { zipOf } from '../testing/archives.ts';
import { collect, columnsFormat, testFile } from '../testing/test-files.ts';

const format = columnsFormat(['id', 'text']);
const csv = 'id,text\n1,Niš\n';
const expected = [['1', 'Niš']];

async function cellsOf(path: string) {
  const [file] = await openFiles([path], format);
  return (await collect(readRows(file!, format))).map(({ cells }) => cells);
}

describe('a packed file', () => {
  it.each([
    ['gzip', async () => gzipSync(csv)],
    ['gzip of JSON', async () => gzipSync('[{"id": 1, "text": "Niš"}]')],
    ['a ZIP archive', async () => zipOf({ 'data/a.csv': csv })],
    [
      'a ZIP archive with other files beside the table',
      async () => zipOf({ 'readme.txt': 'x', '__MACOSX/._a.csv': 'x', 'a.csv': csv }),
    ],
    ['a ZIP archive of a file with any name', async () => zipOf({ export: csv })],
    ['gzip in a ZIP archive', async () => zipOf({ 'a.csv.gz': gzipSync(csv) })],
    ['a ZIP archive in gzip', async () => gzipSync(await zipOf({ 'a.csv': csv }))],
  ])('is unpacked from %s', async (_, pack) => {
    expect(await cellsOf(testFile(await pack(), 'test.packed'))).toEqual(expected);
  });

  it('is named if its archive has several', async () => {
    const path = testFile(await zipOf({ 'a/2023.csv': csv, 'a/2024.csv': 'id,text\n2,Bor\n' }), 'years.zip');
    await expect(cellsOf(path)).rejects.toThrow(
      'years.zip: this archive has several files: a/2023.csv, a/2024.csv. Add the name of the one to read, for example years.zip/a/2023.csv.',
    );
    expect(await cellsOf(`${path}/a/2024.csv`)).toEqual([['2', 'Bor']]);
    await expect(cellsOf(`${path}/2025.csv`)).rejects.toThrow(
      `${path}/2025.csv: file not found in the archive, which has a/2023.csv, a/2024.csv.`,
    );
    await expect(cellsOf(`${testFile(csv)}/a.csv`)).rejects.toThrow('file not found, since test.csv is not a ZIP archive');
  });

  it('is refused if nothing is in it', async () => {
    await expect(cellsOf(testFile(await zipOf({})))).rejects.toThrow('test.csv: this archive is empty.');
    await expect(cellsOf(testFile(gzipSync('')))).rejects.toThrow('test.csv: the file is empty.');
  });

  it('is refused if it is cut off or damaged', async () => {
    const message = 'this file is damaged or cut off, and cannot be unpacked. Get it again.';
    const rows = `id,text\n${Array.from({ length: 5000 }, (_, index) => `${index},${Math.sin(index)}\n`).join('')}`;
    const packed = gzipSync(rows);
    await expect(cellsOf(testFile(packed.subarray(0, packed.length - 100)))).rejects.toThrow(message);
    const ofArchive = message.replace('file', 'archive');
    const archive = await zipOf({ 'a.csv': rows });
    await expect(cellsOf(testFile(archive.subarray(0, archive.length - 30)))).rejects.toThrow(ofArchive);
    archive.fill(7, 1000, 1100);
    await expect(cellsOf(testFile(archive))).rejects.toThrow(ofArchive);
    const plain = await zipOf({ 'a.csv': csv }, { compress: false });
    plain[plain.indexOf('Niš')] = 'V'.charCodeAt(0);
    await expect(cellsOf(testFile(plain))).rejects.toThrow(ofArchive);
  });

  it('is refused if it is far longer unpacked, before it fills memory or disk', async () => {
    const long = Buffer.from(`id,text\n${'1,a\n'.repeat(9 * 1024 * 1024)}`);
    const message = 'unpacked, this file is more than 200 times longer. Unpack it yourself, check what is in it, and import that.';
    await expect(cellsOf(testFile(gzipSync(long, { level: 9 })))).rejects.toThrow(message);
    await expect(cellsOf(testFile(await zipOf({ 'a.csv': long })))).rejects.toThrow(message);
    let packed = await zipOf({ 'a.csv': csv });
    for (let times = 0; times < 3; times += 1) packed = gzipSync(packed);
    const path = testFile(packed);
    await expect(cellsOf(path)).rejects.toThrow(`${basename(path)}: this file is packed several times. Unpack it first.`);
  });
});
