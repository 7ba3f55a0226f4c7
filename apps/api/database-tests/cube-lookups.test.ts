import { expect, test } from 'vitest';
import { testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { answerHere } from '../src/cube/answer-here.ts';
import { cubeAnalytics } from '../src/cube/cube-analytics.ts';
import type { AskCube } from '@monitor/engine';
import { countRunning, holdReaders } from './held-readers.ts';
import { eventually } from './listening.ts';
import { appWith, useRandomApp } from './test-app.ts';

const used = useRandomApp();

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

const everywhere = '-170,-80,170,-80,170,80,-170,80';
const corners = '((-170 -80, 170 -80, 170 80, -170 80, -170 -80))';

/** Says of every polygon that nobody is in it, so that it shows who has asked it. */
const emptyRings: AskCube = async (cube, question, signal) =>
  question.name === 'ring' ? ({ bits: new Uint8Array(0), count: 0 } as never) : answerHere()(cube, question, signal);

test.each([
  ['settlements', `/api/v1/settlements?within=${everywhere}`],
  ['CSV', `/api/v1/incidents.csv?within=${everywhere}`],
  ['GeoJSON', `/api/v1/incidents.geojson?within=${everywhere}`],
  ['items', `/ogc/collections/${testDataset.slug}/items?filter=${encodeURIComponent(`S_INTERSECTS(geometry, POLYGON${corners})`)}`],
])('which incidents are in a polygon is found in memory, and never by PostgreSQL: %s', async (_, url) => {
  const app = await appWith(used, { analytics: cubeAnalytics(used.database, used.cube!, emptyRings) });
  const [found, without] = [await used.app.inject(url), await app.inject(url)];
  expect([found.statusCode, without.statusCode]).toEqual([200, 200]);
  expect(found.body).toMatch(/AV-\w{12}|"settlements":\[\{/);
  expect(without.body).not.toMatch(/AV-\w{12}|"settlements":\[\{/);
  await app.close();
});
