import { unknownPublication } from '@monitor/domain';
import { expect, test } from 'vitest';
import type { IncidentList, PlaceList, Problem } from '@monitor/contract';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { useTestApp } from './test-app.ts';

const at = (source_key: string, place: string, lon: number, lat: number, region = 'RS-20') => ({
  ...minimalDraft,
  source_key,
  place,
  lon,
  lat,
  region,
});

const used = useTestApp([
  at('1', 'Ниш', 21.9033, 43.3247),
  at('2', 'Ниш', 21.91, 43.33),
  at('3', 'Нишка Бања', 22.0061, 43.2933),
  at('4', 'Алексинац', 21.7078, 43.5417),
  {
    ...at('5', 'Šabac', 19.69, 44.7467, 'RS-08'),
    sources: [{ ...unknownPublication, kind: 'media', publisher: 'Niške novine' }],
  },
  at('6', 'Beograd', 20.4651, 44.804, 'RS-00'),
  { ...at('7', 'Prishtinë / Priština', 21.1669, 42.6727, 'XK-01'), country: 'XK' },
  { ...at('8', 'Київ', 30.5238, 50.4547, 'UA-30'), country: 'UA' },
]);

const found = async (query: string) => (await used.app.inject(`/api/v1/places?${query}`)).json<PlaceList>().places;

test('settlements are found by the beginning of their names, in either script, and by nothing else of an incident', async () => {
  const names = ['Ниш', 'Нишка Бања'];
  expect((await found('q=Nis')).map(({ name }) => name)).toEqual(names);
  expect((await found(`q=${encodeURIComponent('ниш')}`)).map(({ name }) => name)).toEqual(names);
  expect((await found('q=nis%20banja')).map(({ name }) => name)).toEqual(['Нишка Бања']);
  expect(await found('q=nis&limit=1')).toMatchObject([{ name: 'Ниш', region: 'RS-20', country: 'RS', incidents: 2 }]);
  expect(await found('q=nowhere')).toEqual([]);
});

test.each([
  ['Belgrade', 'Beograd'],
  ['belgr', 'Beograd'],
  ['Београд', 'Beograd'],
  ['Белград', 'Beograd'],
  ['Pristina', 'Prishtinë / Priština'],
  ['Prishtina', 'Prishtinë / Priština'],
  ['Приштина', 'Prishtinë / Priština'],
  ['Kyiv', 'Київ'],
  ['Kiev', 'Київ'],
  ['Киев', 'Київ'],
])('%s finds %s, whose incidents have another name of it', async (text, name) => {
  expect((await found(`q=${encodeURIComponent(text)}`)).map((place) => place.name)).toEqual([name]);
});

test('the box of a settlement selects its incidents', async () => {
  const [place] = await found('q=nis&limit=1');
  const list = (await used.app.inject(`/api/v1/incidents?bbox=${place?.bbox.join(',')}`)).json<IncidentList>();
  expect(list.items.map((item) => item.place)).toEqual(['Ниш', 'Ниш']);
});

test('a search without words is refused', async () => {
  for (const query of ['', 'q=', 'q=%25', `q=${'a'.repeat(101)}`, 'q=a-b-c-d-e-f', 'q=a&limit=0', 'q=a&country=RS']) {
    const response = await used.app.inject(`/api/v1/places?${query}`);
    expect([query, response.statusCode, response.json<Problem>().code]).toEqual([query, 400, 'bad_query']);
  }
});
