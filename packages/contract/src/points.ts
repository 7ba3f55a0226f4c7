import { type Static, Type } from 'typebox';
import { hexagonLevels, mostHexagons, mostPoints, placedNames, recordOf } from '@monitor/domain';

/* What this schema describes is said in `packages/domain/src/points.ts`. */

const Count = (description: string) => Type.Integer({ minimum: 0, description });
const Numbers = (description: string) => Type.Immutable(Type.Array(Type.Integer(), { maxItems: mostPoints, description }));

/** Answer of `GET /api/v1/points`. */
export const PointList = Type.Object(
  {
    datasetVersion: Type.Integer(),
    incidents: Count('Incidents of the filter: those of the points, and those left out.'),
    leftOut: Type.Object(
      {
        withoutPoint: Count('Incidents without a public point.'),
        settlement: Count('Incidents whose point is the centre of a settlement.'),
        withoutDay: Count('Incidents with an exact point of which only the week, month or year is known.'),
      },
      { description: 'Incidents that are not among the points. Each is counted once, for the first reason that applies.' },
    ),
    points: Type.Union(
      [
        Type.Object({
          lon: Numbers('Longitude in millionths of a degree.'),
          lat: Numbers('Latitude in millionths of a degree.'),
          day: Numbers('Days since 1970-01-01.'),
        }),
        Type.Null(),
      ],
      {
        description: `A column for each number, with the same incident at the same position in all three, in the order of day, longitude and latitude. \`null\` if there are more than ${mostPoints.toLocaleString('en-GB')} points.`,
      },
    ),
  },
  { $id: 'PointList' },
);
export type PointList = Static<typeof PointList>;

const counts = (description: string) => Type.Immutable(Type.Array(Type.Integer({ minimum: 0 }), { description }));

/** Answer of `GET /api/v1/hexagons`: columns, each with one value for each hexagon. */
export const HexagonCounts = Type.Object(
  {
    datasetVersion: Type.Integer(),
    level: Type.Integer({
      minimum: hexagonLevels.coarsest,
      maximum: hexagonLevels.finest,
      description: `Level of the H3 grid. It is coarser than requested where the points are not known precisely enough, or there would be more than ${mostHexagons} hexagons.`,
    }),
    finest: Type.Integer({
      description: `The finest level for these incidents: ${hexagonLevels.finest}, or ${hexagonLevels.finestOfSettlements} if some points are those of settlements.`,
    }),
    cell: Type.Immutable(Type.Array(Type.String(), { description: 'Hexagons with incidents, by the index of their H3 cell.' })),
    incidents: counts('Incidents in each hexagon.'),
    killed: counts('People killed in them, as far as reported.'),
    injured: counts('People injured in them, as far as reported.'),
    amount: counts('What the measure counts in them, without what is not reported.'),
    notReported: Type.Object(
      recordOf(placedNames, () => counts('One number for each hexagon.')),
      { description: 'How many incidents of each hexagon do not give the number. They do not count as zero.' },
    ),
  },
  { $id: 'HexagonCounts' },
);
export type HexagonCounts = Static<typeof HexagonCounts>;
