import { Type } from 'typebox';
import type { DatasetList } from '@monitor/contract';
import { siteFocus, isHome } from '@monitor/geography';
import { atlasWith } from '@monitor/geography/atlas';
import { baseLayers, baseLayerWith } from '@monitor/geography/base-layers';
import { knownDatasets, readDatasetsAtVersion, readDatasetVersion } from '@monitor/store';
import { isKnownDocument } from '../http/caching.ts';
import { ProblemError } from '@monitor/engine';
import { readParameters } from '../http/query.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import type { Api, Services } from '../services.ts';

/** Locations elsewhere that the map draws finely: those with most incidents. */
const mostLocations = 20;

/** The layers of the map that moves, and the boundaries of the pictures. */
const layers = [...baseLayers, 'atlas'] as const;
type Layer = (typeof layers)[number];

/** A layer of the base map with what it lacks of the locations with incidents. */
export function getBaseLayer(app: Api, { database }: Services): void {
  /** One answer for each layer, since all that it depends on is where there are incidents. */
  const kept = new Map<Layer, { readonly codes: string; readonly text: Buffer }>();
  app.get(
    '/api/v1/basemap/:layer',
    {
      config: { asksDatabase: true },
      schema: {
        operationId: 'getBaseLayer',
        tags: ['Meaning'],
        summary:
          'A layer of the base map as GeoJSON, or the atlas of its pictures as TopoJSON, with finer lines and names of locations elsewhere that have incidents',
        params: Type.Object({ layer: Type.String({ description: `One of ${layers.join(', ')}.` }) }),
        response: {
          200: {
            description: 'The features of the layer.',
            content: {
              'application/geo+json': {
                schema: Type.Object({ type: Type.String(), features: Type.Array(Type.Object({ type: Type.String() })) }),
              },
              'application/json': { schema: Type.Object({ type: Type.String(), objects: Type.Object({}) }) },
            },
          },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      readParameters(request, {});
      const layer = layers.find((one) => one === request.params.layer);
      if (layer === undefined) throw new ProblemError('not_found', `Layer not found. The layers are ${layers.join(', ')}.`);
      const { signal } = request;
      const version = await readDatasetVersion(database, { signal });
      const codes = shownIn(knownDatasets(database, version) ?? (await readDatasetsAtVersion(database, { signal })));
      const known = kept.get(layer);
      const text =
        known?.codes === codes.join()
          ? known.text
          : Buffer.from(JSON.stringify(layer === 'atlas' ? atlasWith(codes) : baseLayerWith(layer, codes)));
      kept.set(layer, { codes: codes.join(), text });
      if (isKnownDocument(request, reply, text)) return reply.send(undefined);
      return reply.type(layer === 'atlas' ? 'application/json' : 'application/geo+json').send(text as never);
    },
  );
}

/** Those that this is about, and others with most incidents, by code. */
function shownIn({ datasets }: DatasetList): string[] {
  const counts = new Map(siteFocus().locations.map((code) => [code, Infinity]));
  for (const { coverage } of datasets)
    for (const { country, incidents } of coverage) counts.set(country, (counts.get(country) ?? 0) + incidents);
  const codes = [...counts].toSorted(([, one], [, other]) => other - one).map(([code]) => code);
  const elsewhere = codes.filter((code) => !isHome(code)).slice(0, mostLocations);
  return [...codes.filter(isHome), ...elsewhere].toSorted();
}
