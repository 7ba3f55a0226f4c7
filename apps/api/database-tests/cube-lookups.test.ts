import { expect, test } from 'vitest';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { countRunning, holdReaders } from './held-readers.ts';
import { eventually } from './listening.ts';
import { useTestApp } from './test-app.ts';

const used = useTestApp(randomDrafts(300));

test('the words of a filter are looked up once for its numbers, tiles and list, however many there are at once', async () => {
  const urls = ['/api/v1/summary', '/api/v1/tiles/0/0/0.mvt', '/api/v1/tiles/1/1/0.mvt', '/api/v1/incidents'];
  const answers: Promise<{ statusCode: number }>[] = [];
  await holdReaders(used.database, async () => {
    answers.push(...urls.map((url) => used.app.inject(`${url}?q=a`)));
    await eventually(async () => (await countRunning(used.database)) > 1);
    // A later request has its statement: those before it would have had theirs. The connection that holds the lock counts as one.
    const later = used.app.inject('/api/v1/incidents.csv');
    await eventually(async () => (await countRunning(used.database)) > 2);
    expect(await countRunning(used.database)).toBe(3);
    answers.push(later);
  });
  expect((await Promise.all(answers)).map(({ statusCode }) => statusCode)).toEqual([...urls, 'later'].map(() => 200));
});
