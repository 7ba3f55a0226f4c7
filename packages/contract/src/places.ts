import { type Static, Type } from 'typebox';

/** Answer of `GET /api/v1/places`. */
export const PlaceList = Type.Object(
  {
    datasetVersion: Type.Integer(),
    places: Type.Array(
      Type.Object({
        name: Type.String({ description: 'In its own script.' }),
        region: Type.Union([Type.String(), Type.Null()]),
        country: Type.String({ description: 'Jurisdiction code.' }),
        incidents: Type.Integer({ minimum: 1, description: 'Published incidents recorded in it that have a public point.' }),
        bbox: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()], {
          description: 'West, south, east, north of these points in degrees, for `bbox` of a filter.',
        }),
      }),
    ),
  },
  { $id: 'PlaceList' },
);
export type PlaceList = Static<typeof PlaceList>;
