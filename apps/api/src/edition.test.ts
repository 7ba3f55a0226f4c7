import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programDigest } from './edition.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edition-'));
  await mkdir(join(folder, 'apps/api/src/http'), { recursive: true });
  await mkdir(join(folder, 'packages/contract/src'), { recursive: true });
  await writeFile(join(folder, 'apps/api/src/http/main.ts'), '1');
  await writeFile(join(folder, 'packages/contract/src/index.ts'), '1');
});
afterAll(() => rm(folder, { recursive: true }));

test('a program that changes anywhere has another digest, and the same one the same', async () => {
  const first = await programDigest(folder);
  expect(await programDigest(folder)).toBe(first);
  await writeFile(join(folder, 'packages/contract/src/index.ts'), '2');
  const second = await programDigest(folder);
  await writeFile(join(folder, 'apps/api/src/http/main.ts'), '2');
  expect(new Set([first, second, await programDigest(folder)]).size).toBe(3);
});
