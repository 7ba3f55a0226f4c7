import { beforeAll, expect, test } from 'vitest';
import { summarise } from '@monitor/cube';
import { randomDrafts } from '../../../packages/store/database-tests/random-drafts.ts';
import { importDrafts, testDataset, useTestDatabase } from '../../../packages/store/database-tests/test-database.ts';
import { compareNumbers } from '../src/commands/verify.ts';
import { fewPlaces } from './ready-database.ts';
import { runCommand } from './run-command.ts';

const used = useTestDatabase(fewPlaces);
const verify = (url = used.url) => runCommand('verify', { url, folder: '/nowhere' });

beforeAll(async () => {
  const drafts = randomDrafts(60, 95).map((draft) => ({ ...draft, country: 'RS', region: null, place: null, sources: [] }));
  await importDrafts(used.database, drafts);
  await importDrafts(used.database, drafts.slice(0, 10), { ...testDataset, slug: 'second' });
});

test('monitor verify says what it has looked at, and that all is in order', async () => {
  expect((await verify()).printed).toBe(
    `ok      Migrations: all applied
ok      Constraints: every row keeps them
ok      Record: every incident is as an import writes it, without details that could expose a person
ok      History: complete, without details that could expose a person
ok      Numbers: the same in memory and in the database for 4 filters`,
  );
});

test('monitor verify names what is wrong', async () => {
  const { connections } = used.database;
  const [one] = await connections<{ id: number; public_id: string }[]>`select id, public_id from incidents limit 1`;
  await connections`
    update incidents
    set victim_traits = (select max(id) from trait_sets where subject = 'victim' and id <> victim_traits), batch_id = null
    where id = ${one!.id}`;
  const { printed } = await verify();
  expect(printed).toContain(`PROBLEM Record: ${one!.public_id}: its traits or sensitivity are not those of its people`);
  expect(printed).toContain(`PROBLEM History: ${one!.public_id}: it does not belong to the import that last wrote it`);
  expect(printed).toMatch(/The command says that something is wrong\.$/);
});

test('numbers that are others in memory are told, with the filters', async () => {
  const { signal } = new AbortController();
  expect((await compareNumbers(used.database, signal)).good).toBe(true);
  const wrong: typeof summarise = (cube, filter, ...rest) => {
    const answer = summarise(cube, filter, ...rest);
    return filter.dataset ? { ...answer, totals: { ...answer.totals, incidents: answer.totals.incidents + 1 } } : answer;
  };
  expect(await compareNumbers(used.database, signal, wrong)).toEqual({
    name: 'Numbers',
    good: false,
    text: 'others in memory than in the database for made-up, second. Report this as a defect',
  });
});

test('monitor verify looks at nothing else while migrations are missing', async () => {
  expect((await verify(await used.another())).printed).toMatch(
    /^PROBLEM Migrations: .* not applied\. Run "npx pnpm@12\.4\.2 monitor migrate"\n/,
  );
});
