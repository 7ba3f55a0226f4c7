import type { DatePrecision, PlacePrecision } from '@monitor/domain';
import { type Findings, quoted } from '../findings.ts';
import { type Listed, type RawIncident, unknownIncident } from '../raw-incident.ts';
import { cell, type Row } from '../row.ts';
import { type SourceFormat, usualNullWords } from '../source-format.ts';
import { articlesWithoutHeadlines, publishersWithoutPeople, readArticles } from './ucdp-articles.ts';

/** Events of the UCDP Georeferenced Event Dataset, one row each, with or without the row of HXL tags of its copies on HDX. */
export const ucdpGed: SourceFormat = {
  name: 'ucdp-ged',
  dataset: {
    // The programme publishes them itself.
    public_identifiers: true,
    title: 'UCDP Georeferenced Event Dataset',
    description: 'Events of organised armed violence with at least one death, coded by the Uppsala Conflict Data Program.',
    licence: 'CC-BY-4.0',
    licence_url: 'https://creativecommons.org/licenses/by/4.0/',
    attribution: 'Uppsala Conflict Data Program (UCDP), Georeferenced Event Dataset; Sundberg and Melander 2013',
    url: 'https://ucdp.uu.se/downloads/',
  },
  required: ['id', 'date_start', 'date_end', 'date_prec', 'where_prec', 'latitude', 'longitude', 'country', 'best', 'high', 'low'],
  optional: [
    'iso3',
    'adm_1',
    'where_coordinates',
    'type_of_violence',
    'dyad_name',
    'source_article',
    'source_office',
    'source_date',
  ],
  reduced: { source_article: articlesWithoutHeadlines, source_office: publishersWithoutPeople },
  labels: { identifier: ['id'], date: ['date_start'] },
  nullWords: usualNullWords,
  read: ([row], findings) => readEvent(row, findings),
};

/** UCDP GED Codebook, variable `date_prec`: 1 the day is known, 2 within two to six days, 3 the week, 4 the month, 5 the year. */
const datePrecisions: Readonly<Record<string, DatePrecision>> = { 1: 'day', 2: 'week', 3: 'week', 4: 'month', 5: 'year' };

/**
 * UCDP GED Codebook, variable `where_prec`: 1 the place itself, 2 within about 25 km of it, 3 the district, 4 the first-level
 * region, 5 a line or an area without a centre, 6 the country, 7 international waters or airspace. An area (5) is as good as
 * its region where it names one, otherwise it is the jurisdiction only.
 */
function placePrecision(code: string | null, region: string | null): PlacePrecision | null {
  if (code === '5') return region === null ? 'jurisdiction' : 'region';
  return placePrecisions[code ?? ''] ?? null;
}

const placePrecisions: Readonly<Record<string, PlacePrecision>> = {
  1: 'exact',
  2: 'settlement',
  3: 'settlement',
  4: 'region',
  6: 'jurisdiction',
  7: 'jurisdiction',
};

const kinds: Readonly<Record<string, string>> = { 1: 'State-based conflict', 2: 'Non-state conflict', 3: 'One-sided violence' };

const listed: { readonly type_as_reported: Listed } = {
  type_as_reported: new Map(Object.values(kinds).map((text) => [text.toLowerCase(), text])),
};

function readEvent(row: Row, findings: Findings): RawIncident {
  const region = cell(row, 'adm_1');
  const precision = placePrecision(cell(row, 'where_prec'), region);
  const dates = cell(row, 'date_prec');
  if (precision === null)
    findings.warn('unknown_code', `where_prec ${quoted(cell(row, 'where_prec') ?? '')} is not a whole number from 1 to 7.`);
  if (!datePrecisions[dates ?? ''])
    findings.warn('unknown_code', `date_prec ${quoted(dates ?? '')} is not a whole number from 1 to 5.`);
  // Some sides are called after a person.
  const reported = [kinds[cell(row, 'type_of_violence') ?? ''], cell(row, 'dyad_name')].filter((text) => text != null);
  return {
    ...unknownIncident,
    source_key: cell(row, 'id'),
    occurred_on: day(cell(row, 'date_start')),
    occurred_until: day(cell(row, 'date_end')),
    date_precision: datePrecisions[dates ?? ''] ?? 'day',
    country: cell(row, 'iso3') ?? cell(row, 'country'),
    region,
    place: precision === 'exact' || cell(row, 'where_prec') === '2' ? settlementName(cell(row, 'where_coordinates')) : null,
    lon: cell(row, 'longitude'),
    lat: cell(row, 'latitude'),
    place_precision: precision ?? 'region',
    killed: cell(row, 'best'),
    killed_low: cell(row, 'low'),
    killed_high: cell(row, 'high'),
    type: 'armed_conflict',
    type_as_reported: reported.join('; ') || null,
    // The programme publishes its points itself.
    point_basis: 'published_point',
    listed,
    sources: readArticles(row),
  };
}

/** The date of `2014-01-22 00:00:00.000`; any other text as it is, for the check to report. */
function day(text: string | null): string | null {
  return text === null ? null : (/^(\d{4}-\d{2}-\d{2})(?:[ T].*)?$/.exec(text)?.[1] ?? text);
}

/** `Donetsk town` is the settlement Donetsk. */
function settlementName(text: string | null): string | null {
  return text?.replace(/\s+(?:town|village|city|settlement|municipality)$/i, '') ?? null;
}
