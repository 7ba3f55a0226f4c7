import { siteFocus } from '@monitor/geography';
import { selectedDatasets } from '@monitor/formats';
import { filterQuery, maximumZoom, tileFields, TileJson } from '@monitor/contract';
import { notices } from '@monitor/domain';
import type { DatasetRow } from '@monitor/store';
import { unlessKnown } from '../http/caching.ts';
import { datasetsOfNumbers } from '../http/same-version.ts';
import { escapeMarkup, tileParameters } from '@monitor/engine';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { originOf } from '../http/origin.ts';
import { readQuery } from '../http/query.ts';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import type { Api, Services } from '../services.ts';

/** Where the tiles of a filter are and what is in them, for map programs. */
export function getTileJson(app: Api, { analytics, database }: Services): void {
  app.get(
    '/api/v1/tiles.json',
    {
      schema: {
        operationId: 'getTileJson',
        tags: ['Numbers'],
        summary: 'Where the tiles of these incidents are, and what is in them (TileJSON 3.0)',
        querystring: filterQuerySchema(tileParameters),
        response: { 200: dataAnswer(TileJson, 'The description of the tiles.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, tileParameters);
      const origin = originOf(request);
      const found = await unlessKnown(request, reply, `${origin} ${canonical}`, datasetsOfNumbers(analytics, database, request));
      if (!found) return reply.send(undefined);
      const datasets = selectedDatasets(found.datasets, { filter });
      const { measure, marks } = values;
      const query = [
        filterQuery(filter),
        ...(measure === 'incidents' ? [] : [`measure=${measure}`]),
        ...(marks === 'circles' ? [] : [`marks=${marks}`]),
      ];
      const search = query.filter((part) => part !== '').join('&');
      const words = [
        ...new Set(datasets.map(({ attribution }) => attribution)),
        ...(datasets.some(({ synthetic }) => synthetic) ? [notices.synthetic] : []),
        `* ${notices.kosovo}`,
      ];
      return {
        tilejson: '3.0.0' as const,
        name: siteFocus().title,
        description:
          'Incidents of armed violence with a public point. Incidents for which only the region or location is known are not on any tile.',
        version: `1.0.${found.datasetVersion}`,
        attribution: escapeMarkup(words.join(' · ')),
        scheme: 'xyz' as const,
        tiles: [`${origin}/api/v1/tiles/{z}/{x}/{y}.mvt${search === '' ? '' : `?${search}`}`],
        minzoom: 0,
        maxzoom: maximumZoom,
        bounds: boxAroundAll(datasets),
        vector_layers: [
          { id: 'cells', description: 'Several incidents at or near one place.', fields: { ...tileFields.cells } },
          { id: 'incidents', description: 'Single incidents.', fields: { ...tileFields.incidents } },
        ],
      };
    },
  );
}

/** Box around all their points: west, south, east, north in degrees. The whole earth if there is none. */
function boxAroundAll(datasets: readonly Pick<DatasetRow, 'bbox'>[]): number[] {
  const boxes = datasets.flatMap(({ bbox }) => (bbox === null ? [] : [bbox]));
  if (boxes.length === 0) return [-180, -90, 180, 90];
  const side = (at: number, of: (...values: number[]) => number) => of(...boxes.map((box) => box[at]!));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}
