import { expect, it } from 'vitest';
import {
  addressOfChoice,
  firstChoice,
  incidentsOf,
  possibleColumns,
  selectionOf,
  styleOf,
  wantedColumns,
} from './export-choice.ts';

const view = { sort: '-killed', measure: 'incidents' } as const;

it('asks for what is chosen, and for no option that the format lacks', () => {
  const all = { ...firstChoice, hxl: true, bom: true } as const;
  expect(addressOfChoice(all, 'country=RS', view)).toBe('/api/v1/incidents.csv?country=RS&hxl=1&bom=1');
  expect(addressOfChoice({ ...all, format: 'geojson' }, 'country=RS', view)).toBe('/api/v1/incidents.geojson?country=RS');
  expect(addressOfChoice({ ...all, style: 'readable' }, '', view)).toBe(
    '/api/v1/incidents.csv?style=readable&headings=1&sort=-killed&hxl=1',
  );
});

it('writes a workbook in words and a CSV in codes, unless somebody wants otherwise', () => {
  expect(styleOf({ ...firstChoice, format: 'xlsx' })).toBe('readable');
  expect(styleOf({ ...firstChoice, format: 'xlsx', style: 'plain' })).toBe('plain');
  expect(styleOf(firstChoice)).toBe('plain');
  expect(styleOf({ ...firstChoice, format: 'geoparquet', style: 'readable' })).toBe('plain');
});

const serbia = { filter: { country: ['RS'], from: '2024-01-01' }, against: { from: '2023-01-01', to: '2023-12-31' } };

it('has both sides of a comparison unless one of them, or everything, is chosen', () => {
  expect(incidentsOf(firstChoice, serbia)).toBe('both');
  expect(incidentsOf(firstChoice, { filter: {} })).toBe('a');
  expect(selectionOf(firstChoice, serbia)).toEqual(serbia);
  expect(selectionOf({ ...firstChoice, incidents: 'a' }, serbia)).toEqual({ filter: serbia.filter });
  expect(selectionOf({ ...firstChoice, incidents: 'b' }, serbia)).toEqual({
    filter: { country: ['RS'], from: '2023-01-01', to: '2023-12-31' },
  });
  expect(selectionOf({ ...firstChoice, incidents: 'everything' }, serbia)).toEqual({ filter: {} });
});

it('leaves columns out where the format can, and keeps them in mind where it cannot', () => {
  const fewer = { ...firstChoice, without: ['place', 'killed'] };
  const names = possibleColumns(fewer, { filter: {} }).map(({ name }) => name);
  expect(wantedColumns(firstChoice)).toBeUndefined();
  expect(wantedColumns(fewer)).toEqual(names.filter((name) => name !== 'place' && name !== 'killed'));
  expect(addressOfChoice(fewer, '', view)).toMatch(
    /^\/api\/v1\/incidents\.csv\?columns=(?!.*\b(place|killed),)dataset,.*\binjured,/,
  );
  for (const format of ['zip', 'geojson', 'ndjson'] as const) expect(wantedColumns({ ...fewer, format })).toBeUndefined();
});

it('has a column for the side of a comparison', () => {
  const names = (selection: Parameters<typeof possibleColumns>[1]) =>
    possibleColumns(firstChoice, selection).map(({ name }) => name);
  expect(names(serbia)).toEqual(['id', 'side', ...names({ filter: {} }).slice(1)]);
});
