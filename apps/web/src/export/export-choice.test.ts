import { expect, it } from 'vitest';
import { addressOfChoice, firstChoice, styleOf } from './export-choice.ts';

const view = { sort: '-killed', measure: 'incidents' } as const;

it('asks for what is chosen, and for no option that the format lacks', () => {
  const all = { ...firstChoice, hxl: true, bom: true } as const;
  expect(addressOfChoice(all, 'country=RS', view)).toBe('/api/v1/incidents.csv?country=RS&hxl=1&bom=1');
  expect(addressOfChoice({ ...all, format: 'geojson' }, 'country=RS', view)).toBe('/api/v1/incidents.geojson?country=RS');
  expect(addressOfChoice({ ...all, style: 'readable' }, '', view)).toBe('/api/v1/incidents.csv?style=readable&sort=-killed&hxl=1');
  expect(addressOfChoice({ ...firstChoice, everything: true }, 'country=RS', view)).toBe('/api/v1/incidents.csv');
});

it('writes a workbook in words and a CSV in codes, unless somebody wants otherwise', () => {
  expect(styleOf({ ...firstChoice, format: 'xlsx' })).toBe('readable');
  expect(styleOf({ ...firstChoice, format: 'xlsx', style: 'plain' })).toBe('plain');
  expect(styleOf(firstChoice)).toBe('plain');
  expect(styleOf({ ...firstChoice, format: 'geoparquet', style: 'readable' })).toBe('plain');
});
