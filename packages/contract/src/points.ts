import { type Static, Type } from 'typebox';
import { mostPoints } from '@monitor/domain';

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
