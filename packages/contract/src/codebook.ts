import { type Static, Type } from 'typebox';

/** Answer of `GET /api/v1/codebook`: all vocabularies with labels and definitions, locations and regions. */
export const Codebook = Type.Object(
  {
    vocabularies: Type.Record(
      Type.String(),
      Type.Array(Type.Object({ code: Type.String(), label: Type.String(), definition: Type.String() })),
    ),
    locations: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String({ description: 'With its asterisk where a footnote belongs to it.' }),
        note: Type.Union([Type.String(), Type.Null()]),
        regions: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
      }),
    ),
    csv_columns: Type.Array(
      Type.Object({ name: Type.String(), hxl: Type.String(), meaning: Type.String({ description: 'Markdown.' }) }),
      { description: 'Columns of the CSV, in their order.' },
    ),
    notices: Type.Record(Type.String(), Type.String()),
    publisher: Type.Optional(Type.String({ description: 'Who runs this instance and signs what it publishes.' })),
  },
  { $id: 'Codebook' },
);
export type Codebook = Static<typeof Codebook>;

/** Answer of `GET /api/v1/datasets`. */
export const DatasetList = Type.Object(
  {
    datasetVersion: Type.Integer(),
    datasets: Type.Array(
      Type.Object({
        slug: Type.String(),
        title: Type.String(),
        description: Type.String(),
        synthetic: Type.Boolean(),
        killed_includes_suicides: Type.Boolean({
          description:
            'Whether the source counts people who died by suicide among those killed, without saying how many. Say so beside every sum of killed.',
        }),
        licence: Type.String(),
        licence_url: Type.Union([Type.String(), Type.Null()]),
        attribution: Type.String(),
        url: Type.Union([Type.String(), Type.Null()]),
        incidents: Type.Integer({ minimum: 0, description: 'Published incidents.' }),
        from: Type.Union([Type.String({ format: 'date' }), Type.Null()], { description: 'First day of an incident, anywhere.' }),
        to: Type.Union([Type.String({ format: 'date' }), Type.Null()], { description: 'Last day of an incident, anywhere.' }),
        countries: Type.Array(Type.String(), { description: 'Locations with an incident, sorted by code.' }),
        coverage: Type.Array(
          Type.Object({
            country: Type.String(),
            incidents: Type.Integer({ minimum: 1, description: 'Published incidents there.' }),
            from: Type.String({ format: 'date', description: 'First day of an incident there.' }),
            to: Type.String({ format: 'date', description: 'Last day of an incident there.' }),
          }),
          {
            description:
              'The days of each location by itself, which can begin later or end earlier than those of the dataset. A rate or a change counts only days that a location has data for.',
          },
        ),
        updated_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
      }),
    ),
  },
  { $id: 'DatasetList' },
);
export type DatasetList = Static<typeof DatasetList>;
