import { expect, it } from 'vitest';
import { readAll, testFile } from '../../testing/test-files.ts';
import { builtInFormat } from './built-in.ts';

it('reads victims of Philadelphia, and brings them together into incidents, wherever their rows stand', async () => {
  const text = `dc_key,date_,time,race,sex,age,wound,officer_involved,location,fatal,lat,lng
100.0,2021-08-01 00:00:00+00,02:40:00,W,M,25,Leg,N,1 Some St,0,39.98,-75.12
200.0,2021-08-02 00:00:00+00,,,F,19,,N,2 Some St,1,,
100.0,2021-08-01 00:00:00+00,02:40:00,B,F,41,Head,N,1 Some St,1.0,39.98,-75.12
300.0,2021-08-03 00:00:00+00,03:00:00,,M,,,Y,3 Some St,,39.98,-75.12
`;
  const { drafts, rejected } = await readAll(testFile(text), (await builtInFormat('philadelphia'))!);
  expect(rejected).toEqual([]);
  expect(drafts.map(({ line, draft }) => [line, draft.source_key, draft.killed, draft.injured, draft.people.length])).toEqual([
    [3, '200', 1, 0, 1],
    [2, '100', 1, 1, 2],
    [5, '300', null, null, 1],
  ]);
  expect(drafts[1]?.draft).toMatchObject({
    occurred_on: '2021-08-01',
    local_time: '02:40',
    country: 'US',
    region: 'US-PA',
    place: 'Philadelphia',
    type: 'undetermined_shooting',
    suicides: null,
    threatened: null,
    people: [
      { role: 'victim', sex: 'man', age: 25, outcome: 'injured' },
      { role: 'victim', sex: 'woman', age: 41, outcome: 'killed' },
    ],
  });
  expect(drafts[2]?.draft).toMatchObject({ type: 'police_encounter', people: [{ outcome: 'not_reported' }] });
  expect(JSON.stringify(drafts)).not.toContain('Some St');
});
