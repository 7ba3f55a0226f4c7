import { type Static, Type } from 'typebox';
import { placedNames, recordOf } from '@monitor/domain';

/** What tells a settlement from others, and where its incidents are. */
export const settlementFields = {
  name: Type.String({ description: 'Name in the local script.' }),
  region: Type.Union([Type.String(), Type.Null()]),
  country: Type.String({ description: 'Code of the location.' }),
  // TypeBox writes a tuple as JSON Schema did before 2020-12.
  bbox: Type.Unsafe<readonly [west: number, south: number, east: number, north: number]>(
    Type.Array(Type.Number(), {
      minItems: 4,
      maxItems: 4,
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

/** Given whichever measure ranks. */
const harmed = {
  killed: Type.Integer({ minimum: 0, description: 'People killed in them, as far as reported.' }),
  injured: Type.Integer({ minimum: 0, description: 'People injured in them, as far as reported.' }),
  notReported: Type.Object(
    recordOf(placedNames, () => Type.Integer({ minimum: 0 })),
    { description: 'How many of the incidents do not give each number. They do not count as zero.' },
  ),
};

/** Answer of `GET /api/v1/settlements`. */
export const SettlementRanking = Type.Object(
  {
    datasetVersion: Type.Integer(),
    settlements: Type.Immutable(
      Type.Array(
        Type.Object({
          ...settlementFields,
          bbox: Type.Union([settlementFields.bbox, Type.Null()], {
            description: 'As in the search for settlements. `null` if none of the incidents has a public point.',
          }),
          incidents: Type.Integer({ minimum: 1, description: 'Incidents of the filter in this settlement.' }),
          amount: Type.Integer({ minimum: 1, description: 'What the measure counts in them, without what is not reported.' }),
          ...harmed,
        }),
        { description: 'The settlements with the largest amounts, largest first.' },
      ),
    ),
    inSettlements: Type.Object(
      {
        settlements: Type.Integer({ minimum: 0, description: 'Settlements with an amount above 0.' }),
        incidents: Type.Integer({ minimum: 0, description: 'Incidents of the filter in these settlements.' }),
        amount: Type.Integer({ minimum: 0, description: 'Sum of the amounts of all settlements.' }),
        ...harmed,
      },
      { description: 'All settlements together.' },
    ),
    elsewhere: Type.Object(
      { incidents: Type.Integer({ minimum: 0 }), amount: Type.Integer({ minimum: 0 }), ...harmed },
      { description: 'Incidents of the filter for which no settlement of the gazetteer is on record.' },
    ),
    spread: Type.Optional(
      Type.Object(
        {
          counts: Type.Immutable(
            Type.Array(
              Type.Object({
                amount: Type.Integer({ minimum: 1 }),
                settlements: Type.Integer({ minimum: 1, description: 'Settlements with this amount.' }),
              }),
              { description: 'How many settlements have each amount, largest first.' },
            ),
          ),
          known: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
            description:
              'Settlements that the gazetteer has in the locations with an incident (of the regions of the filter, if it has any), also those without an incident. `null` if the filter has an area, such as a box.',
          }),
        },
        { description: 'Only included with `spread=1`.' },
      ),
    ),
  },
  { $id: 'SettlementRanking' },
);
export type SettlementRanking = Static<typeof SettlementRanking>;
