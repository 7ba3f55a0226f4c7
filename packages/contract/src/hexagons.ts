import { type Static, Type } from 'typebox';
import { hexagonLevels, mostHexagons } from '@monitor/domain';

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
  },
  { $id: 'HexagonCounts' },
);
export type HexagonCounts = Static<typeof HexagonCounts>;
