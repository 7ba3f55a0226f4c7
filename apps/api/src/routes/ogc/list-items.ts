import { LRUCache } from 'lru-cache';
import {
  type Expression,
  FilterExpressionError,
  incidentFeature,
  readExpression,
  readExpressionText,
  ringsIn,
} from '@monitor/contract';
import { incidentNames } from '@monitor/formats';
import { listIncidents, readDatasetVersion } from '@monitor/store';
import { readSameVersion } from '../../http/same-version.ts';
import { addressesOf, crs84, link, mediaTypes, ogcRoot } from '../../ogc/addresses.ts';
import { findDataset } from '../../ogc/find-dataset.ts';
import { sendResource } from '../../ogc/send-resource.ts';
import { findInKnown, knownRings } from '../../known-rings.ts';
import type { Api, Services } from '../../services.ts';
import type { FastifyRequest } from 'fastify';
import type { Filter } from '@monitor/domain';
import { ProblemError } from '@monitor/engine';
import { readQuery } from '../../http/query.ts';
import { equalsParameters, type FilterLanguage, itemsParameters, keptFilters } from '../../ogc/parameters.ts';

/** Selections whose totals are kept, so that they are not counted again for every page. */
const mostTotals = 1000;

/** The incidents of a dataset, a page at a time, oldest first. */
export function listItems(app: Api, { analytics, database }: Services): void {
  const totals = new LRUCache<string, number>({ max: mostTotals });
  app.get<{ Params: { dataset: string } }>(
    `${ogcRoot}/collections/:dataset/items`,
    { config: { asksDatabase: true }, schema: { hide: true } },
    async (request, reply) => {
      const { signal, params } = request;
      const { filter, expression, limit, cursor, canonical } = readItemsRequest(request, params.dataset);
      const newest = () => readDatasetVersion(database, { signal });
      return sendResource(request, reply, { canonical, type: mediaTypes.geojson, version: newest }, async (now) => {
        const selected = JSON.stringify([filter, expression]);
        const found = await readSameVersion(analytics, { filter, now, signal }, async (snapshot, memory) => {
          const findInRing = findInKnown(await knownRings([filter.within, ...ringsIn(expression)], memory));
          const totalAt = async (version: number) =>
            expression === true && version === memory?.version ? memory.count() : totals.get(`${version} ${selected}`);
          return listIncidents(
            database,
            filter,
            { sort: 'occurred_on', limit, start: cursor === undefined ? undefined : { cursor } },
            { signal, totalAt, snapshot, expression, findInRing },
          );
        });
        totals.set(`${found.datasetVersion} ${selected}`, found.total);
        const { slug, title } = findDataset(found.datasets, params.dataset);
        const addresses = addressesOf(request);
        const self = addresses.outside(request.url);
        const next = found.nextCursor === null ? undefined : withCursor(self, found.nextCursor);
        const names = incidentNames(found.datasets, addresses.outside(''));
        const json = {
          type: 'FeatureCollection',
          timeStamp: new Date().toISOString(),
          numberMatched: found.total,
          numberReturned: found.items.length,
          links: [
            link('self', self, mediaTypes.geojson, 'This page'),
            ...(next === undefined ? [] : [link('next', next, mediaTypes.geojson, 'Next page')]),
            link('collection', addresses.to(`/collections/${slug}`), mediaTypes.json, title),
          ],
          features: found.items.map((item) => incidentFeature(item, names)),
        };
        const headers = {
          'Content-Crs': `<${crs84}>`,
          ...(next !== undefined && { Link: `<${next}>; rel="next"; type="${mediaTypes.geojson}"` }),
        };
        return { datasetVersion: found.datasetVersion, json, headers };
      });
    },
  );
}

function withCursor(address: string, cursor: string): string {
  const url = new URL(address);
  url.searchParams.set('cursor', cursor);
  return url.href;
}

/** What a request for the items of a collection selects. */
interface ItemsRequest {
  readonly filter: Filter;
  /** What the incidents must meet beside the filter; true if there is nothing. */
  readonly expression: Expression;
  readonly limit: number;
  readonly cursor: string | undefined;
  readonly canonical: string;
}

/** Reads the query of the items of a dataset. Throws `bad_query` with everything that is wrong. */
function readItemsRequest(request: FastifyRequest, dataset: string): ItemsRequest {
  const { filter, values, canonical } = readQuery(request, { ...itemsParameters, ...equalsParameters }, keptFilters);
  const { limit, bbox, datetime, cursor } = values;
  const given = values.filter === undefined ? [] : [readFilter(values.filter, values['filter-lang'])];
  const equal = Object.keys(equalsParameters).flatMap(
    (name) => ((values as Readonly<Record<string, unknown>>)[name] as Expression | undefined) ?? [],
  );
  const all = [...given, ...equal];
  const selected: Filter = { ...filter, ...datetime, ...(bbox && { bbox }), dataset: [dataset] };
  // For the log.
  request.filter = selected;
  const [first = true] = all;
  return {
    filter: selected,
    expression: all.length > 1 ? { op: 'and', args: all } : first,
    limit,
    cursor,
    canonical,
  };
}

function readFilter(text: string, language: FilterLanguage): Expression {
  try {
    return language === 'cql2-json' ? readExpression(parseJson(text)) : readExpressionText(text);
  } catch (error) {
    if (!(error instanceof FilterExpressionError)) throw error;
    const problem = { parameter: 'filter', code: 'bad_value', value: text.slice(0, 100), message: error.message };
    throw new ProblemError('bad_query', error.message, { problems: [problem] });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FilterExpressionError('"filter" is not JSON. For CQL2 as text, leave out "filter-lang".');
  }
}
