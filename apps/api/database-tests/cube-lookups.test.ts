import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { countRunning, holdReaders } from './held-readers.ts';
import { eventually } from './listening.ts';
import { useTestApp } from './test-app.ts';

const used = useTestApp(randomDrafts(300));

test('the words of a filter are looked up once for its numbers, tiles and list, however many there are at once', async () => {
  const urls = ['/api/v1/summary', '/api/v1/tiles/0/0/0.mvt', '/api/v1/tiles/1/1/0.mvt', '/api/v1/incidents'];
  let answers: Promise<{ statusCode: number }[]> | undefined;
  await holdReaders(used.database, async () => {
    answers = Promise.all(urls.map((url) => used.app.inject(`${url}?q=a`)));
    await eventually(async () => (await countRunning(used.database)) > 1);
    // Time enough for statements of their own. The connection that holds the lock counts as one.
    await wait(300);
    expect(await countRunning(used.database)).toBe(2);
  });
  expect((await answers)?.map(({ statusCode }) => statusCode)).toEqual(urls.map(() => 200));
});
