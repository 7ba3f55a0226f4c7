import { expect, it } from 'vitest';
import { readAs } from '../../testing/test-files.ts';

const crime = {
  'Crime ID': 'a'.repeat(64),
  Month: '2024-05',
  'Reported by': 'Some force',
  'Falls within': 'Some force',
  Longitude: '-1.9',
  Latitude: '52.48',
  Location: 'On or near Some Street',
  'LSOA code': 'E01000000',
  'Crime type': 'Possession of weapons',
  'Last outcome category': 'Under investigation',
};

it('reads crimes of possession of weapons from street-level files, known to the month', async () => {
  const { drafts, leftOut, rejected } = await readAs('police-uk', [
    crime,
    { ...crime, 'Crime ID': 'b'.repeat(64), 'Crime type': 'Burglary' },
    { ...crime, 'Crime ID': 'c'.repeat(64), Longitude: '', Latitude: '' },
    { ...crime, 'Crime ID': '' },
  ]);
  expect(leftOut).toBe(1);
  expect(rejected.map(({ line }) => line)).toEqual([5]);
  const [placed, unplaced] = drafts.map(({ draft }) => draft);
  expect(placed).toMatchObject({
    occurred_on: '2024-05-01',
    date_precision: 'month',
    country: 'GB',
    lon: -1.9,
    place_precision: 'exact',
  });
  expect(placed).toMatchObject({
    type: 'other',
    type_as_reported: 'Possession of weapons',
    killed: null,
    injured: null,
    weapons: [],
  });
  expect(unplaced).toMatchObject({ country: 'GB', lon: null, place_precision: 'jurisdiction' });
  expect(JSON.stringify(drafts)).not.toContain('Some Street');
});
