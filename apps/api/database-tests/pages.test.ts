import { expect, test } from 'vitest';
import type { TSchema } from 'typebox';
import { Check, Errors } from 'typebox/value';
import {
  BriefPage,
  Dataset,
  ExplorePage,
  HomePage,
  IndicatorsPage,
  type IndicatorTable,
  PlaceDetailsPage,
  PlacePage,
  PlacesPage,
  sharedShapes,
  Summary,
  TrendsPage,
  TrendsPlaces,
  TrendsSubjects,
  TrendsTables,
} from '@monitor/contract';
import { useRandomApp, useSqlApp } from './test-app.ts';

const used = useRandomApp();
const sql = useSqlApp(used);
const known = {
  ...Object.fromEntries(sharedShapes.map((shape) => [`${shape.$id}#`, strict(shape)])),
  'Dataset#': strict(Dataset),
  'Summary#': strict(Summary),
};

/** The same shape, of objects that have nothing but what is described. */
function strict<Schema>(schema: Schema): Schema {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(strict) as Schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([name, one]) => [name, strict(one)]));
  return (copy.properties === undefined ? copy : { additionalProperties: false, ...copy }) as Schema;
}

/** One request of each page, but for the signals, which take long to find: signals.test.ts has those. */
const pages = {
  '/api/v1/pages/home': HomePage,
  '/api/v1/pages/explore?country=RS,XK&from=2023-01-01&measure=killed&rates=country,region': ExplorePage,
  '/api/v1/pages/explore?from=2023-01-01&to=2023-06-30&against=country%3DRS': ExplorePage,
  '/api/v1/pages/explore?chart=map&dataset=none': ExplorePage,
  '/api/v1/pages/trends?country=RS,XK&split=country': TrendsPage,
  '/api/v1/pages/trends?from=2023-01-01&unit=rate&part=places': TrendsPlaces,
  '/api/v1/pages/trends?measure=weapons&part=subjects': TrendsSubjects,
  '/api/v1/pages/trends?country=RS&part=tables': TrendsTables,
  '/api/v1/pages/brief?country=RS&from=2024-01-01&to=2024-03-31': BriefPage,
  '/api/v1/pages/indicators?country=RS,XK&indicators=each': IndicatorsPage,
  '/api/v1/pages/places': PlacesPage,
  '/api/v1/pages/place?place=RS&from=2023-01-01&to=2024-06-30': PlacePage,
  '/api/v1/pages/place?place=RS-20': PlacePage,
  '/api/v1/pages/place?place=RS&from=2023-01-01&to=2024-06-30&part=details': PlaceDetailsPage,
} as const;

test.each(Object.entries(pages))('%s is as its description says, and the same from both engines', async (path, shape) => {
  const schema = strict<TSchema>(shape);
  const { statusCode, body } = await used.app.inject(path);
  expect(statusCode).toBe(200);
  const answer: unknown = JSON.parse(body);
  expect(Check(known, schema, answer) ? [] : Errors(known, schema, answer).slice(0, 3)).toEqual([]);
  expect(withoutSignals((await sql.app.inject(path)).body)).toEqual(withoutSignals(body));
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

test('the figures of Explore are those of the summaries of its sides, and a chart alone has the same', async () => {
  const query = 'from=2023-01-01&to=2024-06-30&type=suicide&measure=injured';
  const asked = `/api/v1/pages/explore?${query}&against=${encodeURIComponent('from=2021-07-01&to=2022-12-31&weapon=handgun')}`;
  const { data } = (await used.app.inject(asked)).json<ExplorePage>();
  expect(data?.sides.map((side) => side.query)).toEqual([
    'from=2023-01-01&to=2024-06-30&type=suicide',
    'from=2021-07-01&to=2022-12-31&type=suicide&weapon=handgun',
  ]);
  const [a, b] = await Promise.all(data!.sides.map((side) => summaryOf(`${side.query}&facets=none&measures=weapons`)));
  const figures = data!.figures.filter((one) => one.of !== 'rate');
  expect(figures.map((one) => one.of)).toEqual(['injured', 'incidents', 'killed']);
  for (const { of, amounts } of figures) expect([of, amounts]).toEqual([of, [a, b].map((side) => side?.totals[of as 'killed'])]);
  const months = await summaryOf('type=suicide&facets=none&interval=month');
  expect(data?.months).toEqual({
    from: months.series.points[0]?.start,
    counts: months.series.points.map(({ injured }) => injured),
  });
  const alone = (await used.app.inject(`/api/v1/pages/explore?${query}&chart=week`)).json<ExplorePage>().data;
  const whole = (await used.app.inject(`/api/v1/pages/explore?${query}`)).json<ExplorePage>().data;
  expect([alone?.finding, alone?.figures]).toEqual([whole?.finding, whole?.figures]);
  expect(alone?.sides[0]?.summary.hours).toEqual(whole?.sides[0]?.summary.hours);
  expect(Object.keys(alone?.sides[0]?.summary.facets ?? {}).toSorted()).toEqual(['country', 'dataset']);
});

test('the figures of places are those of the summaries that their links select', async () => {
  const places = (await used.app.inject('/api/v1/pages/places?from=2023-01-01&to=2024-12-31')).json<PlacesPage>();
  const rows = [...(places.data?.locations.rows ?? []), ...(places.data?.regions.rows ?? [])];
  expect(rows.length).toBeGreaterThan(0);
  for (const { code, incidents, killed, query } of rows.slice(0, 20)) {
    const { totals } = await summaryOf(`${query}&facets=none`);
    expect([code, incidents, killed]).toEqual([code, totals.incidents, totals.killed]);
  }
  const code = places.data?.locations.rows[0]?.code;
  const place = (await used.app.inject(`/api/v1/pages/place?place=${code}&from=2023-01-01&to=2024-12-31`)).json<PlacePage>();
  const { findings = [] } = place.data?.figures ?? {};
  expect(findings).toHaveLength(5);
  for (const { measure, count, query } of findings) {
    const { totals } = await summaryOf(`${query}&facets=none&measures=${measure}`);
    expect([measure, count ?? 0]).toEqual([measure, totals[measure]]);
  }
});

test('the rate of violent incidents of a place is the same on every page', async () => {
  const days = 'from=2019-01-01&to=2019-12-31';
  const { data: places } = (await used.app.inject(`/api/v1/pages/places?${days}`)).json<PlacesPage>();
  const rated = (places?.locations.rows ?? []).filter(({ rate }) => rate !== undefined && rate.rate > 0);
  const { data: everywhere } = (await used.app.inject(`/api/v1/pages/brief?${days}`)).json<BriefPage>();
  expect(rated.length).toBeGreaterThan(1);
  let shown = 0;
  for (const { code, rate } of rated) {
    const { data: place } = (await used.app.inject(`/api/v1/pages/place?place=${code}&${days}`)).json<PlacePage>();
    const { data: explore } = (await used.app.inject(`/api/v1/pages/explore?country=${code}&${days}`)).json<ExplorePage>();
    const own = place?.figures?.findings.find(({ name }) => name === 'violence')?.average.rate?.rate;
    const figure = explore?.figures.find(({ of }) => of === 'rate');
    const ofMap = everywhere?.map.rates?.of[code ?? ''];
    const others = [own, figure?.amounts[0], ofMap?.kind === 'rate' ? ofMap.rate : undefined].filter((one) => one != null);
    for (const one of others) expect([code, one]).toEqual([code, expect.closeTo(rate!.rate, 9)]);
    expect(figure?.label).toBe('violent incidents per 100,000 people per year');
    shown += others.length;
  }
  expect(shown).toBeGreaterThan(3);
});

test.each([
  ['', '2022-01-01', '2022-12-31'],
  ['RS', '2023-07-01', '2023-09-30'],
  ['RS-00', '2021-01-01', '2021-12-31'],
])('a brief counts violence as SQL and the page of its place do: %s from %s to %s', async (place, from, to) => {
  const days = `from=${from}&to=${to}`;
  const where = place === '' ? '' : `${place.includes('-') ? 'region' : 'country'}=${place}&`;
  const { data } = (await used.app.inject(`/api/v1/pages/brief?${where}${days}`)).json<BriefPage>();
  const figures = Object.fromEntries((data?.figures ?? []).map(({ measure, count }) => [measure, count ?? 0]));
  const [recorded] = await used.database.connections`
    select count(*) filter (where violent)::integer as incidents, coalesce(sum(killed) filter (where violent), 0)::integer as killed,
      coalesce(sum(injured) filter (where violent), 0)::integer as injured,
      coalesce(sum((select sum(count) from weapons where incident_id = i.id and class not in ('ammunition', 'bladed')))
        filter (where type = 'weapon_seizure'), 0)::integer as weapons,
      count(*) filter (where type = 'weapon_seizure')::integer as seizures
    from (select *, type not in ('weapon_seizure', 'weapon_theft') as violent from incidents) as i
    where published and occurred_on between ${from} and ${to} and (${place} in ('', country) or region = ${place})`;
  const { seizures, ...own } = recorded as Record<string, number>;
  expect(own.incidents).toBeGreaterThan(0);
  expect(figures).toEqual(own);
  const { all, seizures: apart } = data!.types;
  expect([all.now, all.killed, all.injured, apart!.now]).toEqual([own.incidents, own.killed, own.injured, seizures]);
  // Of seizures none of which gives a number, nothing is known.
  expect(data!.weapons.all.now ?? 0).toBe(own.weapons);
  // Random incidents describe people whom they do not count.
  expect(data!.people.all.all).toBeGreaterThanOrEqual(own.killed! + own.injured!);
  if (place === '') return;
  const { data: page } = (await used.app.inject(`/api/v1/pages/place?place=${place}&${days}`)).json<PlacePage>();
  const found = Object.fromEntries(page!.figures!.findings.map(({ name, count }) => [name, count ?? 0]));
  expect(found).toMatchObject({ violence: own.incidents, killed: own.killed, injured: own.injured, weapon_seizure: seizures });
});

test('each number that is on several pages is the same on all', async () => {
  const data = async <Of>(page: string) => (await used.app.inject(`/api/v1/pages/${page}`)).json<{ data: Of }>().data;
  const home = (await data<HomePage['data']>('home'))!;
  const [lastYear, year] = [home.period, { from: '2019-01-01', to: '2019-12-31' }];
  const { indicators } = (
    await used.app.inject('/api/v1/indicators?country=RS,XK&from_year=2019&to_year=2019')
  ).json<IndicatorTable>();
  let compared = 0;
  for (const code of ['RS', 'XK'])
    for (const { from, to } of [lastYear, year]) {
      const days = `from=${from}&to=${to}`;
      const row = (await data<PlacesPage['data']>(`places?${days}`))!.locations.rows.find((one) => one.code === code)!;
      const findings = (await data<PlacePage['data']>(`place?place=${code}&${days}`))!.figures!.findings;
      const { figures } = (await data<ExplorePage['data']>(`explore?country=${code}&${days}&type=violence`))!;
      const explored = (of: string) => figures.find((one) => one.of === of)?.amounts[0];
      const found = (name: string) => findings.find((one) => one.name === name)?.count;
      const onHome = from === lastYear.from ? home.places.rows.find((one) => one.code === code) : undefined;
      const brief = from === year.from ? (await data<BriefPage['data']>(`brief?country=${code}&${days}`))! : undefined;
      const inBrief = (measure: string) => brief?.figures.find((one) => one.measure === measure)?.count;
      const indicated = (id: string) =>
        from === year.from ? indicators.find((one) => one.id === id)?.cells.find(({ place }) => place === code)?.value : undefined;
      const numbers: Record<string, readonly (number | null | undefined)[]> = {
        'violent incidents': [
          row.incidents,
          found('violence'),
          explored('incidents'),
          onHome?.incidents,
          inBrief('incidents'),
          brief?.types.all.now,
          indicated('incidents'),
        ],
        'people killed': [
          row.killed,
          found('killed'),
          explored('killed'),
          onHome?.killed,
          inBrief('killed'),
          brief?.types.all.killed,
          indicated('killed'),
        ],
        'people injured': [
          found('injured'),
          explored('injured'),
          inBrief('injured'),
          brief?.types.all.injured,
          indicated('injured'),
        ],
        'weapon seizures': [
          row.seizures,
          found('weapon_seizure'),
          onHome?.seizures,
          brief?.types.seizures!.now,
          indicated('seizures'),
        ],
        'weapons seized': [found('weapons'), inBrief('weapons'), brief?.weapons.all.now],
        'rate of violent incidents': [
          row.rate?.rate,
          findings.find((one) => one.name === 'violence')?.average.rate?.rate,
          explored('rate'),
          onHome?.rate?.rate,
        ],
      };
      for (const [name, given] of Object.entries(numbers)) {
        const shown = given.filter((one) => one != null);
        compared += shown.length;
        for (const one of shown) expect([code, from, name, one]).toEqual([code, from, name, expect.closeTo(shown[0]!, 9)]);
      }
    }
  expect(compared).toBeGreaterThan(50);
});

test('of a chosen location, people by place are of no other', async () => {
  const places = async (query: string) => {
    const { data } = (await used.app.inject(`/api/v1/pages/trends?${query}part=subjects`)).json<{ data: TrendsSubjects['data'] }>();
    return [data!.partners, data!.children, data!.suicides].flatMap((shown) => shown?.places?.map(({ code }) => code) ?? []);
  };
  expect(new Set(await places('')).size).toBeGreaterThan(1);
  expect(new Set(await places('country=RS&'))).toEqual(new Set(['RS']));
});

test('a settlement has a page under the address of its name, and one that there is not has none', async () => {
  const details = (await used.app.inject('/api/v1/pages/place?place=RS&part=details&from=2014-01-01')).json<PlaceDetailsPage>();
  const found = details.data?.settlements?.rows.find(({ address }) => address !== undefined);
  const { data } = (await used.app.inject(`/api/v1/pages/place?place=${found?.address}&from=2014-01-01`)).json<PlacePage>();
  expect(data?.place).toMatchObject({ kind: 'settlement', address: found?.address, name: found?.label, country: 'RS' });
  const unknown = await used.app.inject('/api/v1/pages/place?place=RS-20-nowhere');
  expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { code: 'not_found' }]);
  const invalid = await used.app.inject('/api/v1/pages/place?place=ZZ');
  expect([invalid.statusCode, invalid.json()]).toMatchObject([400, { problems: [{ parameter: 'place' }] }]);
});

test('a language that there is not is refused with those that there are', async () => {
  const { statusCode, body } = await used.app.inject('/api/v1/pages/home?lang=xx');
  expect(statusCode).toBe(400);
  expect(JSON.parse(body)).toMatchObject({ problems: [{ parameter: 'lang', allowed: ['en'] }] });
});

/** One engine may have found them already. */
function withoutSignals(body: string): unknown {
  return JSON.parse(body, (name, value: unknown) => (name === 'unusual' || name === 'isPartial' ? undefined : value));
}

async function summaryOf(query: string): Promise<Summary> {
  return (await used.app.inject(`/api/v1/summary?${query}`)).json<Summary>();
}
