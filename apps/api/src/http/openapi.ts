import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import {
  BriefPage,
  Codebook,
  Dataset,
  DatasetList,
  ExplorePage,
  HexagonCounts,
  IncidentDetail,
  IncidentList,
  HomePage,
  IndicatorsPage,
  IndicatorTable,
  PlaceDetailsPage,
  PlaceList,
  PlacePage,
  PlacesPage,
  Problem,
  PackedYears,
  PointList,
  SettlementRanking,
  sharedShapes,
  SignalList,
  SignalsPage,
  Summary,
  TileJson,
  TrendsPage,
  TrendsPlaces,
  TrendsSubjects,
  TrendsTables,
} from '@monitor/contract';
import { codeSamples } from '../examples/example-code.ts';
import { examples } from '../examples/examples.ts';

/** Version of the contract, not of the program: paths start with its first number. */
const contractVersion = '1.0.0';

const components = [
  IncidentList,
  IncidentDetail,
  Summary,
  Codebook,
  Dataset,
  DatasetList,
  PlaceList,
  HexagonCounts,
  PackedYears,
  PointList,
  SettlementRanking,
  ...sharedShapes,
  HomePage,
  ExplorePage,
  PlacesPage,
  PlacePage,
  PlaceDetailsPage,
  BriefPage,
  TrendsPage,
  TrendsPlaces,
  TrendsSubjects,
  TrendsTables,
  IndicatorsPage,
  IndicatorTable,
  SignalList,
  SignalsPage,
  TileJson,
  Problem,
];

/** Collects the routes registered after it into an OpenAPI 3.1 document, which `app.swagger()` gives. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Open Armed Violence Monitor',
        version: contractVersion,
        description:
          'Incidents of armed violence, as records and as statistics. Every address that takes a filter takes the same filter ' +
          'parameters. You do not need to log in. Programs that read OGC API – Features, such as QGIS, find the same incidents at `/ogc`. ' +
          'Errors are problem details (RFC 9457) with a stable `code`.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      security: [],
      tags: [
        { name: 'Records', description: 'Individual incidents.' },
        {
          name: 'Pages',
          description:
            'All that a page of the web app says, as one answer: figures, how they changed, and the sentences that say it.',
        },
        { name: 'Numbers', description: 'Totals, series, facets and map tiles.' },
        { name: 'Meaning', description: 'What the codes mean and where the data comes from.' },
        { name: 'Operation', description: 'For people who run the server.' },
      ],
    },
    transformObject: addExamples,
    refResolver: {
      buildLocalReference: (json, _baseUri, _fragment, index) => (typeof json.$id === 'string' ? json.$id : `schema-${index}`),
    },
  });
  for (const component of components) app.addSchema(component);
}

/** Puts the examples of an operation beside it, under the name by which programs that show descriptions know them. */
const addExamples: FastifyDynamicSwaggerOptions['transformObject'] = (document) => {
  if (!('openapiObject' in document)) return document.swaggerObject;
  for (const methods of Object.values(document.openapiObject.paths ?? {}))
    for (const operation of Object.values(methods ?? {})) {
      const { operationId } = operation as { operationId?: string };
      const example = operationId === undefined ? undefined : examples[operationId];
      if (example) Object.assign(operation as object, { 'x-codeSamples': codeSamples(example) });
    }
  return document.openapiObject;
};
