import { type Static, Type } from 'typebox';
import { iccsCategories, notices } from '@monitor/domain';
import { CodeFrom, Nullable } from './field-schemas.ts';
import { IncidentItem } from './incidents.ts';

/* The answers of OGC API – Features, Part 1 (OGC 17-069r4) and Part 3 (OGC 19-079r2). */

export const OgcLink = Type.Object({
  href: Type.String(),
  rel: Type.String(),
  type: Type.Optional(Type.String()),
  title: Type.Optional(Type.String()),
});
export type OgcLink = Static<typeof OgcLink>;

const links = Type.Array(OgcLink);

export const LandingPage = Type.Object({ title: Type.String(), description: Type.String(), links });
export type LandingPage = Static<typeof LandingPage>;

export const Conformance = Type.Object({ conformsTo: Type.Array(Type.String()) });

export const Collection = Type.Object({
  id: Type.String(),
  title: Type.String(),
  description: Type.String(),
  itemType: Type.Literal('feature'),
  crs: Type.Array(Type.String()),
  storageCrs: Type.String(),
  extent: Type.Object({
    spatial: Type.Object({
      bbox: Type.Array(Type.Array(Type.Number(), { minItems: 4, maxItems: 4 })),
      crs: Type.String(),
    }),
    temporal: Type.Object({
      interval: Type.Array(Type.Array(Nullable(Type.String()), { minItems: 2, maxItems: 2 })),
      trs: Type.String(),
    }),
  }),
  attribution: Type.String(),
  license: Type.String(),
  links,
});
export type Collection = Static<typeof Collection>;

export const Collections = Type.Object({ links, collections: Type.Array(Collection) });

const { lon: _lon, lat: _lat, ...shown } = IncidentItem.properties;

/** The properties of a Feature, as `incidentFeature` makes them of a row of the list. */
export const FeatureProperties = Type.Object(
  {
    url: Type.String({ format: 'uri', description: 'Address of the page of the incident.' }),
    ...shown,
    country_name: Type.String({ description: 'Name of the location, with an asterisk if it has a footnote.' }),
    country_note: Nullable(Type.String({ description: `Footnote of the name, such as: ${notices.kosovo}` })),
    region_name: Nullable(Type.String({ description: 'Name of the region.' })),
    weapon: Nullable(
      Type.String({
        description:
          'Weapon classes, without repeats, separated by `;`. In a filter of this API, any one of them is equal to `weapon`.',
      }),
    ),
    iccs: Nullable(CodeFrom(iccsCategories, 'ICCS category, derived from what is coded.')),
    killed_includes_suicides: Type.Boolean({ description: 'True if the source includes suicides in the number killed.' }),
    synthetic: Type.Boolean({ description: notices.synthetic }),
    licence: Type.String(),
    attribution: Type.String(),
  },
  { additionalProperties: false },
);

const Point = Type.Object(
  { type: Type.Literal('Point'), coordinates: Type.Array(Type.Number(), { minItems: 2, maxItems: 2 }) },
  { description: 'Public point: longitude and latitude in degrees (CRS84).' },
);

export const Feature = Type.Object({
  type: Type.Literal('Feature'),
  id: Type.String(),
  geometry: Nullable(Point),
  properties: FeatureProperties,
  links: Type.Optional(links),
});

export const FeatureCollection = Type.Object({
  type: Type.Literal('FeatureCollection'),
  timeStamp: Type.String({ format: 'date-time' }),
  numberMatched: Type.Integer({ minimum: 0 }),
  numberReturned: Type.Integer({ minimum: 0 }),
  links,
  features: Type.Array(Feature),
});
