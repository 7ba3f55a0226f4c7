import { unknownPublication } from '@monitor/domain';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { readAll, testFile } from '../../testing/test-files.ts';
import { articlesWithoutHeadlines, publishersWithoutPeople } from './ucdp-articles.ts';
import { ucdpGed } from './ucdp-ged.ts';

const minimal = {
  id: '900001',
  type_of_violence: '1',
  dyad_name: 'One side - Other side',
  source_article: '"Some Agency,2014-05-03,Headline names Zzyzx Qwertyname";"Other, Paper,2014-05-04,Again, Zzyzx"',
  source_headline: 'Headline names Zzyzx Qwertyname',
  source_original: 'Zzyzx Qwertyname, spokesman',
  where_prec: '1',
  where_coordinates: 'Avdiivka town',
  adm_1: 'Donetsk oblast',
  latitude: '48.139722',
  longitude: '37.742500',
  country: 'Ukraine',
  iso3: 'UKR',
  date_prec: '1',
  date_start: '2014-05-02 00:00:00.000',
  date_end: '2014-05-02 00:00:00.000',
  best: '3',
  high: '5',
  low: '2',
};
type Event = Partial<typeof minimal> & Record<string, string>;

const tags = '#event+code,,,,,,,,,#adm1+name,#geo+lat,#geo+lon,#country+name,,,#date+start,,#affected+killed,,\n';

async function read(events: readonly Event[], tagged = false) {
  const text = stringify(
    events.map((event) => ({ ...minimal, ...event })),
    { header: true },
  );
  const [header = '', ...rest] = text.split('\n');
  return readAll(testFile(tagged ? [header, tags.trimEnd(), ...rest].join('\n') : text), ucdpGed);
}
const draftOf = async (event: Event) => (await read([event])).drafts[0]!.draft;

describe('the UCDP Georeferenced Event Dataset', () => {
  it('gives deaths with their range, place, type and sources', async () => {
    expect(await draftOf({})).toMatchObject({
      source_key: '900001',
      occurred_on: '2014-05-02',
      occurred_until: null,
      date_precision: 'day',
      killed: 3,
      killed_low: 2,
      killed_high: 5,
      injured: null,
      country: 'UA',
      region: 'UA-14',
      lon: 37.7425,
      place_precision: 'exact',
      type: 'armed_conflict',
      type_as_reported: 'State-based conflict',
      withheld_type: 'One side - Other side',
      sources: [
        { ...unknownPublication, kind: 'media', withheld_publisher: 'Some Agency', published_on: '2014-05-03' },
        { ...unknownPublication, kind: 'media', withheld_publisher: 'Other, Paper', published_on: '2014-05-04' },
      ],
    });
  });

  it('passes over the row of HXL tags', async () => {
    const { drafts, rejected } = await read([{}, { id: '900002' }], true);
    expect(drafts.map(({ line, draft }) => [line, draft.source_key])).toEqual([
      [3, '900001'],
      [4, '900002'],
    ]);
    expect(rejected).toEqual([]);
  });

  it('takes publishers and dates from their own columns where they are', async () => {
    const own = { source_office: 'OSCE;Crisis Watch;Twitter: Zzyzx Qwertyname', source_date: '2014-05-03;2014-05-04;2014-05-05' };
    expect(
      (await draftOf(own)).sources.map(({ kind, publisher, withheld_publisher }) => [kind, publisher ?? withheld_publisher]),
    ).toEqual([
      ['official', 'OSCE'],
      ['ngo', 'Crisis Watch'],
      ['media', 'Twitter'],
    ]);
  });

  it('lets no headline and no person past the reader', async () => {
    const { drafts, rejected } = await read([{}, { id: '900002', best: 'x' }]);
    expect(JSON.stringify([drafts, rejected])).not.toMatch(/Zzyzx|Qwertyname|Headline/);
    expect(articlesWithoutHeadlines(minimal.source_article)).toBe('"Some Agency,2014-05-03";"Other, Paper,2014-05-04"');
    expect(articlesWithoutHeadlines(articlesWithoutHeadlines(minimal.source_article))).toBe(
      articlesWithoutHeadlines(minimal.source_article),
    );
    expect(publishersWithoutPeople('Reuters News;@Someone Twitter')).toBe('Reuters News;Twitter');
  });

  it.each([
    ['1', 'day'],
    ['2', 'week'],
    ['3', 'week'],
    ['4', 'month'],
    ['5', 'year'],
  ])('date_prec %s is the precision %s', async (date_prec, date_precision) => {
    expect(await draftOf({ date_prec, date_end: '2014-05-06 00:00:00.000' })).toMatchObject({
      date_precision,
      occurred_until: '2014-05-06',
    });
  });

  it.each([
    ['1', 'Donetsk oblast', 'exact'],
    ['2', 'Donetsk oblast', 'settlement'],
    ['3', 'Donetsk oblast', 'settlement'],
    ['4', 'Donetsk oblast', 'region'],
    ['5', 'Donetsk oblast', 'region'],
    ['5', '', 'jurisdiction'],
    ['6', '', 'jurisdiction'],
    ['7', '', 'jurisdiction'],
  ])('where_prec %s in "%s" is the precision %s', async (where_prec, adm_1, place_precision) => {
    const draft = await draftOf({ where_prec, adm_1 });
    expect(draft.place_precision).toBe(place_precision);
    expect(draft.lon === null).toBe(place_precision === 'region' || place_precision === 'jurisdiction');
  });

  it('an event without deaths in its best estimate has killed nobody, which is not "not reported"', async () => {
    expect((await draftOf({ best: '0', low: '0' })).killed).toBe(0);
  });

  it('counts events in Crimea for Ukraine', async () => {
    expect(await draftOf({ country: 'Russia', iso3: 'RUS', adm_1: '', latitude: '44.9484', longitude: '34.1003' })).toMatchObject({
      country: 'UA',
      region: 'UA-43',
    });
  });

  it('reads newer files with plain dates', async () => {
    expect((await draftOf({ date_start: '2014-05-02', date_end: '2014-05-03' })).occurred_until).toBe('2014-05-03');
  });

  it('rejects an event whose date cannot be read', async () => {
    expect((await read([{ date_start: '2 May 2014' }])).rejected[0]?.reasons).toEqual([
      { kind: 'date_format', message: 'occurred_on: (not shown) is not a date written as YYYY-MM-DD.' },
    ]);
  });
});
