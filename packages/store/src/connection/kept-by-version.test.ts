import { expect, test, vi } from 'vitest';
import type { Connections } from './database.ts';
import { KeptByVersion } from './kept-by-version.ts';

const pool = {} as Connections;

/** Readings that are answered one by one, in the order in which they began. */
function readings() {
  const begun: { resolve: (value: string) => void; reject: (error: Error) => void }[] = [];
  const read = vi.fn<() => Promise<string>>(() => new Promise((resolve, reject) => begun.push({ resolve, reject })));
  return { begun, read };
}

test('what many want at once is read once, and kept for that version and pool alone', async () => {
  const kept = new KeptByVersion<string>();
  const { begun, read } = readings();
  const all = [kept.find(pool, 7, read), kept.find(pool, 7, read), kept.find(pool, 7, read)];
  expect(kept.known(pool, 7)).toBeUndefined();
  begun[0]!.resolve('seven');
  expect(await Promise.all(all)).toEqual(['seven', 'seven', 'seven']);
  expect(await kept.find(pool, 7, read)).toBe('seven');
  expect(read).toHaveBeenCalledTimes(1);
  expect([kept.known(pool, 7), kept.known(pool, 8), kept.known({} as Connections, 7)]).toEqual(['seven', undefined, undefined]);
});

test('where the reader leaves, one of those who waited reads, and the others wait for him', async () => {
  const kept = new KeptByVersion<string>();
  const { begun, read } = readings();
  const left = kept.find(pool, 7, read);
  const others = [kept.find(pool, 7, read), kept.find(pool, 7, read)];
  begun[0]!.reject(new Error('The client left.'));
  await expect(left).rejects.toThrow('The client left.');
  await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  begun[1]!.resolve('seven');
  expect(await Promise.all(others)).toEqual(['seven', 'seven']);
  expect(read).toHaveBeenCalledTimes(2);
});

test('whoever still reads an older version does not take the place of a newer one', async () => {
  const kept = new KeptByVersion<string>();
  kept.keep(pool, 8, 'eight');
  expect(await kept.find(pool, 7, async () => 'seven')).toBe('seven');
  expect(kept.known(pool, 8)).toBe('eight');
});
