import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const address = inject('address');
const kilobyte = 1000;

/** Bytes, gzipped, of the scripts that the page names, and the names of all of them. */
async function firstScripts(): Promise<{ bytes: number; names: string[] }> {
  const page = await (await fetch(address)).text();
  const names = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, name]) => String(name));
  const sizes = await Promise.all(
    names.map(async (name) => gzipSync(await (await fetch(new URL(name, address))).arrayBuffer()).byteLength),
  );
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), names };
}

test('the JavaScript before map, charts and rows is under 250 kB gzipped, and none of them is in it', async () => {
  const { bytes, names } = await firstScripts();
  expect(names.length).toBeGreaterThan(3);
  expect(bytes).toBeLessThan(250 * kilobyte);
  expect(names.filter((name) => /maplibre|map|chart|rows/.test(name))).toEqual([]);
});
