import { type Static, Type } from 'typebox';

/** What tells a settlement from others, and where its incidents are. */
export const settlementFields = {
  name: Type.String({ description: 'Name in the local script.' }),
  region: Type.Union([Type.String(), Type.Null()]),
  country: Type.String({ description: 'Code of the location.' }),
  bbox: Type.Immutable(
    Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()], {
      description: 'West, south, east and north of the points of its incidents in degrees. Use it as `bbox` in a filter.',
    }),
  ),
};

/** Answer of `GET /api/v1/places`. */
export const PlaceList = Type.Object(
  {
    datasetVersion: Type.Integer(),
    places: Type.Immutable(
      Type.Array(
        Type.Object({
          ...settlementFields,
          incidents: Type.Integer({ minimum: 1, description: 'Published incidents in this settlement that have a public point.' }),
        }),
      ),
    ),
  },
  { $id: 'PlaceList' },
);
export type PlaceList = Static<typeof PlaceList>;
