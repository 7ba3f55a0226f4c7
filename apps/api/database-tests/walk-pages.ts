import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { expect } from 'vitest';
import { FeatureCollection, filterQuery, type IncidentList, type OgcLink } from '@monitor/contract';
import { type Filter, without } from '@monitor/domain';
import type { Api } from '../src/services.ts';
import { ask } from './expect-agreement.ts';

export interface ItemsPage {
  readonly numberMatched: number;
  readonly numberReturned: number;
  readonly links: readonly OgcLink[];
  readonly features: readonly { id: string; geometry: { coordinates: number[] } | null; properties: Record<string, unknown> }[];
}

/** Of schemas that many answers are held to. */
const validators = new Map<TSchema, Validator>();

/** The body of an answer, which must be as its schema says. */
export async function answerAs<Body>(app: Api, url: string, schema: TSchema): Promise<Body> {
  const response = await app.inject(url);
  expect([url, response.statusCode, response.statusCode === 200 ? '' : response.body]).toEqual([url, 200, '']);
  const body: unknown = response.json();
  const validator = validators.get(schema) ?? Compile(schema);
  validators.set(schema, validator);
  expect(validator.Check(body) ? [] : validator.Errors(body)).toEqual([]);
  return body as Body;
}

/** Follows the links of a collection's items from page to page, to the end. */
export async function walkItems(app: Api, url: string): Promise<ItemsPage[]> {
  const pages: ItemsPage[] = [];
  const walked = new Set<string>();
  for (let next: string | undefined = url; next !== undefined;) {
    // A page that leads back would never end.
    expect(walked.has(next), next).toBe(false);
    walked.add(next);
    const page: ItemsPage = await answerAs<ItemsPage>(app, next, FeatureCollection);
    expect(page.numberReturned).toBe(page.features.length);
    pages.push(page);
    const link: OgcLink | undefined = page.links.find(({ rel, type }) => rel === 'next' && type === 'application/geo+json');
    next = link && link.href.replace('http://localhost:80', '').replace('http://localhost', '');
  }
  return pages;
}

/** The filter of the product in the parameters of OGC API – Features; its datasets are collections there. */
export function ogcQuery(filter: Filter): string {
  const { from, to, bbox } = filter;
  const period = from === undefined && to === undefined ? [] : [`datetime=${from ?? '..'}/${to ?? '..'}`];
  const box = bbox === undefined ? [] : [`bbox=${bbox.join(',')}`];
  return [filterQuery(without(filter, 'from', 'to', 'bbox', 'dataset')), ...period, ...box].filter((part) => part !== '').join('&');
}

/** Identifiers of the list, walked to its end, in alphabetical order. */
export async function listedIds(app: Api, filter: Filter): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = `limit=500&cursor=${encodeURIComponent(cursor)}`;
    const page: IncidentList = (await ask(app, '/api/v1/incidents', filter, more)).json<IncidentList>();
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids.toSorted();
}
