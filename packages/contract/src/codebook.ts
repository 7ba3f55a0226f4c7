import { type Static, Type } from 'typebox';
import { component } from './field-schemas.ts';

/** Answer of `GET /api/v1/codebook`: all vocabularies with labels and definitions, locations and regions. */
export const Codebook = Type.Object(
  {
    vocabularies: Type.Record(
      Type.String(),
      Type.Array(Type.Object({ code: Type.String(), label: Type.String(), definition: Type.String() })),
    ),
    groups: Type.Record(
      Type.String(),
      Type.Array(
        Type.Object({
          code: Type.String(),
          label: Type.String(),
          definition: Type.String(),
          codes: Type.Array(Type.String()),
        }),
      ),
      { description: 'Groups of codes of a vocabulary. Filters accept the name of a group instead of its codes.' },
    ),
    locations: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String({ description: 'Includes an asterisk if the name has a footnote.' }),
        note: Type.Union([Type.String(), Type.Null()]),
        regions: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
      }),
    ),
    csv_columns: Type.Array(
      Type.Object({ name: Type.String(), hxl: Type.String(), meaning: Type.String({ description: 'In Markdown.' }) }),
      { description: 'Columns of the CSV file, in order.' },
    ),
    notices: Type.Record(Type.String(), Type.String()),
    publisher: Type.Optional(Type.String({ description: 'Organisation that runs this instance.' })),
    contact: Type.Optional(
      Type.String({ description: 'How to reach the publisher: an email address, a web address or a few words.' }),
    ),
    licence: Type.Optional(
      Type.String({ description: 'Licence of the figures and charts: its name or address. Datasets have their own.' }),
    ),
  },
  { $id: 'Codebook' },
);
export type Codebook = Static<typeof Codebook>;

/** A dataset with what is published of it. */
export const Dataset = Type.Object(
  {
    slug: Type.String(),
    title: Type.String(),
    description: Type.String(),
    synthetic: Type.Boolean(),
    killed_includes_suicides: Type.Boolean({
      description:
        'True if the source includes suicides in the number killed without saying how many. Say so next to every total of people killed.',
    }),
    licence: Type.String(),
    licence_url: Type.Union([Type.String(), Type.Null()]),
    attribution: Type.String(),
    url: Type.Union([Type.String(), Type.Null()]),
    covers: Type.Union([Type.String(), Type.Null()], {
      description:
        'The part of its locations that the data covers, such as one city. Rates of whole locations and their regions are then not given. Null if it covers them whole.',
    }),
    incidents: Type.Integer({ minimum: 0, description: 'Published incidents.' }),
    several_days: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Those of several days, each of which counts on its first. Left out if there are none.',
      }),
    ),
    from: Type.Union([Type.String({ format: 'date' }), Type.Null()], { description: 'Date of the first incident.' }),
    to: Type.Union([Type.String({ format: 'date' }), Type.Null()], { description: 'Date of the last incident.' }),
    bbox: Type.Union([Type.Array(Type.Number(), { minItems: 4, maxItems: 4 }), Type.Null()], {
      description: 'Box around all public points: west, south, east, north in degrees.',
    }),
    countries: Type.Array(Type.String(), { description: 'Locations with at least one incident, sorted by code.' }),
    coverage: Type.Array(
      Type.Object({
        country: Type.String(),
        incidents: Type.Integer({ minimum: 1, description: 'Published incidents in this location.' }),
        from: Type.String({ format: 'date', description: 'Date of the first incident in this location.' }),
        to: Type.String({ format: 'date', description: 'Date of the last incident in this location.' }),
        months: Type.Optional(
          Type.Immutable(
            Type.Array(Type.Integer({ minimum: 0 }), {
              description:
                'Incidents of each month from that of the first incident on. Only where another dataset is about the same location: of two that cover the same days, comparisons take the one with more incidents.',
            }),
          ),
        ),
      }),
      {
        description:
          'The period covered for each location, which can start later or end earlier than the dataset. Rates and changes only count days for which a location has data.',
      },
    ),
    updated_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()]),
  },
  { $id: 'Dataset' },
);

/** Answer of `GET /api/v1/datasets`. */
export const DatasetList = Type.Object(
  {
    datasetVersion: Type.Integer(),
    datasets: Type.Array(component(Dataset)),
    elsewhere: Type.Optional(
      Type.Immutable(
        Type.Array(
          Type.Object({
            code: Type.String(),
            iso3: Type.String(),
            name: Type.String(),
            regions: Type.Immutable(Type.Array(Type.Object({ code: Type.String(), name: Type.String() }))),
            population: Type.Optional(
              Type.Object(
                { first_year: Type.Integer(), people: Type.Immutable(Type.Array(Type.Integer({ minimum: 0 }))) },
                { description: 'People in the first year and in each after it. Left out if none are known.' },
              ),
            ),
          }),
          {
            description:
              'Locations with incidents that are not in South-East or Eastern Europe, with their regions and population.',
          },
        ),
      ),
    ),
  },
  { $id: 'DatasetList' },
);
export type DatasetList = Static<typeof DatasetList>;
