import { expect, test } from 'vitest';
import { Check, Errors } from 'typebox/value';
import type { TSchema } from 'typebox';
import { Dataset, HomePage, sharedShapes, type Summary } from '@monitor/contract';
import { useRandomApp, useSqlApp } from './test-app.ts';

const used = useRandomApp();
const sql = useSqlApp(used);
const shapes: readonly (TSchema & { readonly $id?: string })[] = [...sharedShapes, Dataset];
const known = Object.fromEntries(shapes.map((shape) => [`${shape.$id}#`, shape]));

/** One request of each page. */
const pages = { '/api/v1/pages/home': HomePage } as const;

test.each(Object.entries(pages))('%s is as its description says, and the same from both engines', async (path, schema) => {
  const { statusCode, body } = await used.app.inject(path);
  expect(statusCode).toBe(200);
  const answer: unknown = JSON.parse(body);
  expect(Check(known, schema, answer) ? [] : Errors(known, schema, answer).slice(0, 3)).toEqual([]);
  expect((await sql.app.inject(path)).json()).toEqual(answer);
});

test('the figures of the front page are those of the summaries that its links select', async () => {
  const { data } = (await used.app.inject('/api/v1/pages/home')).json<HomePage>();
  expect(data?.groups.flatMap(({ figures }) => figures)).toHaveLength(5);
  for (const { figures, parts, query } of data?.groups ?? []) {
    for (const { measure, count, change } of figures) {
      const { totals, comparison } = await summaryOf(`${query}&facets=none&measures=${measure}`);
      expect([query, measure, count]).toEqual([query, measure, totals[measure]]);
      if (change.earlier !== undefined) expect(change.earlier).toBe(comparison?.totals[measure]);
    }
    for (const part of parts) expect((await summaryOf(`${part.query}&facets=none`)).totals.incidents).toBe(part.count);
  }
  for (const { code, incidents, killed, query, seizures, seizureQuery } of data?.places.rows ?? []) {
    const { totals } = await summaryOf(`${query}&facets=none`);
    expect([code, incidents, killed]).toEqual([code, totals.incidents, totals.killed]);
    expect((await summaryOf(`${seizureQuery}&facets=none`)).totals.incidents).toBe(seizures);
  }
  for (const { count, measure, query } of data?.changes.compared ?? [])
    expect((await summaryOf(`${query}&facets=none&measures=${measure}`)).totals[measure]).toBe(count);
});

test('a language that there is not is refused with those that there are', async () => {
  const { statusCode, body } = await used.app.inject('/api/v1/pages/home?lang=xx');
  expect(statusCode).toBe(400);
  expect(JSON.parse(body)).toMatchObject({ problems: [{ parameter: 'lang', allowed: ['en'] }] });
});

async function summaryOf(query: string): Promise<Summary> {
  return (await used.app.inject(`/api/v1/summary?${query}`)).json<Summary>();
}
