import type { TSchema } from 'typebox';
import { Collection, Collections, Conformance, FeatureCollection, Feature, LandingPage, OgcLink, Problem } from '@monitor/contract';
import { filterParameterSchemas } from '../http/filter-parameters.ts';
import { type Addresses, crs84, mediaTypes } from './addresses.ts';
import { equalsParameters, formatParameter, itemsParameters, keptFilters, landingFormat } from './parameters.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description?: string;
  readonly [more: string]: unknown;
}

/** A schema without null among its types, and whether it had that; OpenAPI 3.0 says it by a keyword of its own. */
export function withoutNull(schema: object): { readonly schema: object; readonly nullable: boolean } {
  const { anyOf, ...rest } = schema as { anyOf?: readonly (TSchema & { type?: string })[] };
  const types = anyOf?.filter(({ type }) => type !== 'null');
  if (anyOf === undefined || types?.length !== 1) return { schema, nullable: false };
  return { schema: { ...types[0], ...rest }, nullable: true };
}

/** A schema of JSON Schema 2020-12 in the words of OpenAPI 3.0. */
function inOpenapi30(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOpenapi30);
  if (typeof value !== 'object' || value === null) return value;
  const { schema, nullable } = withoutNull(value);
  const { const: only, $id: _id, ...rest } = schema as { const?: unknown; $id?: string };
  const written = Object.fromEntries(Object.entries(rest).map(([name, one]) => [name, inOpenapi30(one)]));
  return { ...written, ...(only !== undefined && { enum: [only] }), ...(nullable && { nullable: true }) };
}

function queryParameter(name: string, schema: object): Parameter {
  const { description, ...rest } = schema as { description?: string };
  return {
    name,
    in: 'query',
    required: false,
    ...(description !== undefined && { description }),
    style: 'form',
    explode: false,
    schema: inOpenapi30(rest),
  };
}

function pathParameter(name: string, description: string): Parameter {
  return { name, in: 'path', required: true, description, schema: { type: 'string' } };
}

const collectionId = pathParameter('collectionId', 'Short name of the dataset.');
const featureId = pathParameter('featureId', 'Identifier of the incident.');
const format = queryParameter('f', formatParameter.schema);
const shared = Object.entries(itemsParameters).map(([name, { schema }]) => queryParameter(name, schema));

/** Parameters that clients look for among the components. */
const components = Object.fromEntries(shared.map((parameter) => [parameter.name, parameter]));

const itemsParameterList = [
  collectionId,
  ...shared,
  ...keptFilters.map((name) => queryParameter(name, filterParameterSchemas[name])),
  ...Object.entries(equalsParameters).map(([name, { schema }]) => queryParameter(name, schema)),
];

const schemas = { OgcLink, LandingPage, Conformance, Collections, Collection, FeatureCollection, Feature, Problem };

function operation(
  operationId: string,
  summary: string,
  parameters: readonly Parameter[],
  [type, schema]: readonly [string, object],
  otherContent: object = {},
) {
  const problem = {
    description: 'What is wrong, and what to do.',
    content: { 'application/problem+json': { schema: refTo('Problem') } },
  };
  return {
    get: {
      operationId,
      summary,
      tags: ['OGC API – Features'],
      parameters,
      responses: {
        200: { description: summary, content: { [type]: { schema }, ...otherContent } },
        '4XX': problem,
        '5XX': problem,
      },
    },
  };
}

function refTo(name: keyof typeof schemas): object {
  return { $ref: `#/components/schemas/${name}` };
}

/** The description of OGC API – Features in OpenAPI 3.0, which the standard and its clients ask for. */
export function openapiDocument(addresses: Addresses) {
  const { json, geojson, schema, openapi } = mediaTypes;
  const anyObject = { type: 'object' };
  const paths = {
    '/': operation('getLandingPage', 'Landing page', [queryParameter('f', landingFormat.schema)], [json, refTo('LandingPage')], {
      [mediaTypes.html]: { schema: { type: 'string' } },
    }),
    '/conformance': operation('getConformance', 'Conformance classes that are met', [format], [json, refTo('Conformance')]),
    '/api': operation('getApi', 'This description', [format], [openapi, anyObject]),
    '/collections': operation('getCollections', 'Datasets, as collections', [format], [json, refTo('Collections')]),
    '/collections/{collectionId}': operation('getCollection', 'One dataset', [collectionId, format], [json, refTo('Collection')]),
    '/collections/{collectionId}/queryables': operation(
      'getQueryables',
      'What a filter can name',
      [collectionId, format],
      [schema, anyObject],
    ),
    '/collections/{collectionId}/schema': operation(
      'getSchema',
      'Properties of the incidents',
      [collectionId, format],
      [schema, anyObject],
    ),
    '/collections/{collectionId}/feature-schema': operation(
      'getFeatureSchema',
      'Incidents as Features of GeoJSON',
      [collectionId, format],
      [schema, anyObject],
    ),
    '/collections/{collectionId}/items': operation('getFeatures', 'Incidents, a page at a time', itemsParameterList, [
      geojson,
      refTo('FeatureCollection'),
    ]),
    '/collections/{collectionId}/items/{featureId}': operation(
      'getFeature',
      'One incident',
      [collectionId, featureId, format, components.crs!],
      [geojson, refTo('Feature')],
    ),
  };
  return {
    openapi: '3.0.3',
    info: {
      title: 'Open Armed Violence Monitor: OGC API – Features',
      version: '1.0.0',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      description: `Incidents of armed violence by OGC API – Features, Part 1 (Core) and Part 3 (Filtering). Coordinates are longitude and latitude (${crs84}).`,
    },
    servers: [{ url: addresses.to('') }],
    security: [],
    tags: [{ name: 'OGC API – Features', description: 'Each dataset is a collection, and each incident a feature.' }],
    paths,
    components: { parameters: components, schemas: inOpenapi30(schemas) },
  };
}
