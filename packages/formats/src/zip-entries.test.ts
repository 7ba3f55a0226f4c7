import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { readZip } from './read-zip.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

const settings = { large: false, modified: new Date('2026-11-27') };

it('writes files one after the other, and begins each when the one before it is read', async () => {
  const began: string[] = [];
  const file = (name: string): ZipEntry => ({
    name,
    async *content() {
      began.push(name);
      for (let piece = 0; piece < 3; piece += 1) yield `${name} ${piece}\n`;
    },
  });
  const files = await readZip(await buffer(zipEntries([{ name: 'a.txt', content: 'a' }, file('b'), file('c')], settings)));
  expect([...files].map(([name, content]) => [name, new TextDecoder().decode(content)])).toEqual([
    ['a.txt', 'a'],
    ['b', 'b 0\nb 1\nb 2\n'],
    ['c', 'c 0\nc 1\nc 2\n'],
  ]);
  expect(began).toEqual(['b', 'c']);
});

it('lets go of what it reads when nobody wants more, and fails where that fails', async () => {
  let left = false;
  const endless: ZipEntry = {
    name: 'endless',
    async *content() {
      try {
        for (;;) yield Buffer.from(crypto.getRandomValues(new Uint8Array(60_000)));
      } finally {
        left = true;
      }
    },
  };
  for await (const piece of zipEntries([endless], settings)) if (piece.length > 1000) break;
  expect(left).toBe(true);

  const broken: ZipEntry = {
    name: 'broken',
    async *content() {
      yield 'begun';
      throw new Error('The database is away');
    },
  };
  await expect(buffer(zipEntries([broken], settings))).rejects.toThrow('The database is away');
});
