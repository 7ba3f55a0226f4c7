import { type Static, Type } from 'typebox';

/** Answer of `GET /api/v1/packed`. */
export const PackedYears = Type.Object(
  {
    datasetVersion: Type.Integer(),
    years: Type.Immutable(
      Type.Array(
        Type.Object({ year: Type.Integer(), incidents: Type.Integer({ minimum: 1, description: 'Incidents of this year.' }) }),
        { description: 'The years with incidents, newest first.' },
      ),
    ),
  },
  { $id: 'PackedYears' },
);
export type PackedYears = Static<typeof PackedYears>;
