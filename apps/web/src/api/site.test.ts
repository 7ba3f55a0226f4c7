import { beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => vi.resetModules());

/** Numbers of a version of the server's, kept by a thread. */
async function keep(version: number) {
  const site = await import('./site.ts');
  const onOutdated = vi.fn<() => void>();
  const thread = { channel: 'test', ask: () => Promise.reject(new Error('not asked')) };
  site.answerByNumbers({ version, thread, onOutdated });
  return { ...site, thread, onOutdated };
}

const explore = '/api/v1/pages/explore';

test('kept numbers answer what Explore asks, unless texts or identifiers decide it', async () => {
  const { threadOf, thread } = await keep(3);
  for (const query of ['', '?country=RS', '?country=RS&against=country%3DAL'])
    expect(threadOf(explore + query), query).toBe(thread);
  for (const query of [
    '?q=nis',
    '?country=RS&id=AV-000000000000',
    '?country=RS&against=q%3Dnis',
    '?against=country%3DRS%26q%3Dnis',
  ])
    expect(threadOf(explore + query), query).toBeUndefined();
  for (const address of ['/api/v1/pages/trends', '/api/v1/incidents', '/assets/x.js']) expect(threadOf(address)).toBeUndefined();
});

test('they answer no more when the server has shown another version', async () => {
  const { threadOf, noteVersion, onOutdated } = await keep(3);
  noteVersion('3');
  noteVersion(null);
  expect(threadOf(explore)).toBeDefined();
  noteVersion('4');
  expect(threadOf(explore)).toBeUndefined();
  expect(onOutdated).toHaveBeenCalledOnce();
});

test('nor do they begin to, if it has shown another one meanwhile', async () => {
  const { noteVersion } = await import('./site.ts');
  noteVersion('4');
  const { threadOf, onOutdated } = await keep(3);
  expect(threadOf(explore)).toBeUndefined();
  expect(onOutdated).toHaveBeenCalledOnce();
});
