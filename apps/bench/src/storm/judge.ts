/* Compares what is really there with the model. Whatever differs is thrown as a `Difference`. */
import { isDeepStrictEqual } from 'node:util';
import { filterQuery, type IncidentDetail, type IncidentList, type Summary } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import type { BenchContext } from '../setting/cleanup.ts';
import { connect } from '../setting/connect.ts';
import { contentOf, figuresOf, type Figures, nameOf, recorded, type RecordModel, type StormFilter } from './model.ts';

export class Difference extends Error {
  override readonly name = 'Difference';
}

export function expectSame(what: string, found: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(found, expected))
    throw new Difference(`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`);
}

/** The tables of the record, as text. */
export interface StoredRecord {
  /** By dataset and identifier of the source. */
  readonly incidents: ReadonlyMap<string, string>;
  /** Their public identifiers. */
  readonly ids: ReadonlyMap<string, string>;
  /** Imports into each dataset. */
  readonly imports: Readonly<Record<string, number>>;
}

export async function readStored(url: string, { cleanup }: BenchContext): Promise<StoredRecord> {
  const { sql, close } = connect(url, cleanup);
  try {
    const rows = await sql<{ name: string; id: string; text: string }[]>`
      select d.slug || '/' || i.source_key as name, i.public_id as id,
        concat_ws(' ', i.occurred_on, i.country, i.type, coalesce(i.killed::text, '-'), coalesce(i.injured::text, '-'),
          coalesce(i.suicides::text, '-'), i.status) as text
      from incidents i join datasets d on d.id = i.dataset_id`;
    const batches = await sql<{ slug: string; count: number }[]>`
      select d.slug, count(b.id) as count from datasets d left join import_batches b on b.dataset_id = d.id group by d.slug`;
    return {
      incidents: new Map(rows.map(({ name, text }) => [name, text])),
      ids: new Map(rows.map(({ name, id }) => [name, id])),
      imports: Object.fromEntries(batches.map(({ slug, count }) => [slug, count])),
    };
  } finally {
    await close();
  }
}

/** How the tables differ from the model, in a few words; undefined if they do not. */
export function differenceOf(stored: StoredRecord, record: RecordModel): string | undefined {
  const expected = new Map<string, string>();
  for (const { slug, key, occurred_on, country, type, killed, injured, suicides, published } of recorded(record)) {
    const status = published ? 'published' : 'retracted';
    expected.set(nameOf(slug, key), [occurred_on, country, type, killed ?? '-', injured ?? '-', suicides ?? '-', status].join(' '));
  }
  const names = [...new Set([...expected.keys(), ...stored.incidents.keys()])];
  const wrong = names.filter((name) => stored.incidents.get(name) !== expected.get(name));
  const imports = Object.fromEntries([...record.datasets].map(([slug, editions]) => [slug, editions.length]));
  if (wrong.length > 0) {
    const said = wrong.slice(0, 3).map((name) => `${name} is "${stored.incidents.get(name)}", not "${expected.get(name)}"`);
    return `${wrong.length} of ${names.length} incidents differ: ${said.join('; ')}`;
  }
  return isDeepStrictEqual(stored.imports, imports)
    ? undefined
    : `imports of datasets: ${JSON.stringify(stored.imports)}, not ${JSON.stringify(imports)}`;
}

/** Answers to paths of the API, wherever they come from. */
export type Ask = (path: string) => Promise<{ readonly status: number; readonly content: unknown }>;

/** Asks a server as a browser does: what has not changed since the last time is not sent again. */
export function browserOf(address: () => string): Ask {
  const kept = new Map<string, { readonly tag: string; readonly content: unknown }>();
  return async (path) => {
    const before = kept.get(path);
    const answer = await fetch(address() + path, { headers: before === undefined ? {} : { 'If-None-Match': before.tag } });
    if (answer.status === 304 && before !== undefined) return { status: 200, content: before.content };
    const content: unknown = await answer.json();
    const tag = answer.headers.get('etag');
    if (answer.status === 200 && tag !== null) kept.set(path, { tag, content });
    return { status: answer.status, content };
  };
}

export const summaryPath = (filter: StormFilter) => withFilter('/api/v1/summary?facets=country,type&interval=year', filter);

function withFilter(path: string, filter: StormFilter): string {
  return [path, filterQuery(filter as Filter)].filter((part) => part !== '').join('&');
}

/** What a summary says, in the form of the model. */
function figuresIn({ totals, series, facets }: Summary): Figures {
  const counts = (name: string) => Object.fromEntries((facets[name] ?? []).map(({ value, incidents }) => [value, incidents]));
  const years = series.points.filter(({ incidents }) => incidents > 0);
  return {
    incidents: totals.incidents,
    killed: totals.killed,
    injured: totals.injured,
    suicides: totals.suicides,
    years: Object.fromEntries(years.map(({ start, incidents, killed }) => [start.slice(0, 4), `${incidents}, ${killed} killed`])),
    country: counts('country'),
    type: counts('type'),
  };
}

/** Figures and the length of the list, under a filter. Gives the whole summary without the version of the data. */
export async function expectFigures(what: string, ask: Ask, record: RecordModel, filter: StormFilter): Promise<object> {
  const [summary, list] = await Promise.all([ask(summaryPath(filter)), ask(withFilter('/api/v1/incidents?limit=1', filter))]);
  expectSame(`${what}, status of ${summaryPath(filter)}`, [summary.status, list.status], [200, 200]);
  const expected = figuresOf(record, filter);
  const { datasetVersion: _, ...rest } = summary.content as Summary;
  expectSame(`${what}, ${summaryPath(filter)}`, figuresIn(summary.content as Summary), expected);
  expectSame(
    `${what}, length of the list under ${filterQuery(filter as Filter)}`,
    (list.content as IncidentList).total,
    expected.incidents,
  );
  return rest;
}

/** One incident by its address: as it is on record, or that it was removed. @param isServer a published site only has what is published */
export async function expectIncident(
  what: string,
  ask: Ask,
  record: RecordModel,
  { slug, key, id }: { readonly slug: string; readonly key: string; readonly id: string },
  isServer: boolean,
): Promise<void> {
  const { status, content } = await ask(`/api/v1/incidents/${id}`);
  const said = `${what}, ${nameOf(slug, key)} (${id})`;
  const one = contentOf(record, slug).get(key);
  if (one === undefined || !(one.published || isServer)) {
    const missing = record.gone.has(nameOf(slug, key)) ? [410, 404] : [404];
    if (!(isServer ? missing.slice(0, 1) : [404, 410]).includes(status)) throw new Difference(`${said}: answered with ${status}`);
    return;
  }
  expectSame(`${said}, status`, status, 200);
  const { occurred_on, country, type, killed, injured, suicides, status: published } = content as IncidentDetail;
  const found = { key, occurred_on, country, type, killed, injured, suicides, published: published === 'published' };
  expectSame(said, found, one);
}
