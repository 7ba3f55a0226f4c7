import { expect, it } from 'vitest';
import { minimalRecord } from '../../domain/testing/made-up-drafts.ts';
import { incidentFeature } from './incident-feature.ts';
import type { IncidentNames } from './incident-names.ts';
import type { IncidentItem } from './incidents.ts';

const item: IncidentItem = {
  ...minimalRecord,
  id: '0000001',
  dataset: 'demo',
  country: 'XK',
  region: 'XK-01',
  place: '=Prizren\u202E',
  lon: 20.5,
  lat: 42.38,
  killed: 1,
  weapons: ['handgun', 'ammunition'],
  sources: ['media'],
};

const names: IncidentNames = {
  address: (id) => `https://monitor.example/explore?incident=${id}`,
  location: () => ({ name: 'Kosovo*', note: 'See resolution 1244.' }),
  region: () => ({ name: 'Prizren' }),
  dataset: () => ({ killed_includes_suicides: false, synthetic: true, licence: 'CC0-1.0', attribution: '@us' }),
};

it('has the point of an incident, its address, its names and its licence, and text that nothing runs or turns around', () => {
  const feature = incidentFeature(item, names);
  expect(feature).toMatchObject({
    type: 'Feature',
    id: '0000001',
    geometry: { type: 'Point', coordinates: [20.5, 42.38] },
    properties: {
      id: '0000001',
      url: 'https://monitor.example/explore?incident=0000001',
      country: 'XK',
      country_name: 'Kosovo*',
      country_note: 'See resolution 1244.',
      region_name: 'Prizren',
      place: "'=Prizren",
      killed: 1,
      injured: null,
      iccs: '0101',
      weapons: ['handgun', 'ammunition'],
      synthetic: true,
      licence: 'CC0-1.0',
      attribution: "'@us",
    },
  });
  expect(feature.properties).not.toHaveProperty('lon');
});

it('has no geometry without a public point', () => {
  expect(incidentFeature({ ...item, lon: null, lat: null }, names).geometry).toBeNull();
});

it('has people, weapons and sources where the row has them, with their texts made safe', () => {
  const source = { kind: 'media', publisher: '+1', url: null, published_on: null, language: null } as const;
  const exported = { ...item, source_details: [source] };
  expect(incidentFeature(exported, names).properties).toMatchObject({
    source_details: [{ kind: 'media', publisher: "'+1", url: null }],
  });
});
