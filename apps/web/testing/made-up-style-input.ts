import type { TileMarks } from '@monitor/domain';
import { cellToBoundary, cellToLatLng, latLngToCell } from 'h3-js';
import i18next from 'i18next';
import type { LayerName } from '../src/filter/pictures.ts';
import { shadeHexagons } from '../src/map/hexagons.ts';
import type { SpotMap } from '../src/map/hot-spot-map.ts';
import type { MapStyleInput, PictureData } from '../src/map/map-layer.ts';
import { mapThemes, type ThemeName } from '../src/map/map-theme.ts';
import type { Shading } from '../src/map/shading.ts';
import { noSheets, requestSheet, showSheet, type Sheets } from '../src/map/sheets.ts';
import { allReported } from '../../../packages/domain/testing/all-reported.ts';

// Layers look up the names of places, whichever test is the first to run.
if (!i18next.isInitialized) await i18next.init({ lng: 'en' });

const tiles = 'patient:///api/v1/tiles/{z}/{x}/{y}.mvt';
/** One sheet that is shown, with these marks. */
export function sheetOf(marks: TileMarks): Sheets {
  return showSheet(requestSheet(noSheets, tiles, marks), 1, true);
}

export const oneSheet = sheetOf('circles');
export const loading = requestSheet(oneSheet, `${tiles}?country=RS`);
export const fading = showSheet(loading, 2, true);

/** What a style is made of, where nothing else is said: circles, and all that can lie over them. */
export function styleInput(theme: ThemeName, changes: Partial<MapStyleInput> = {}): MapStyleInput {
  return {
    elsewhere: [],
    theme: mapThemes[theme],
    language: 'en',
    sheets: oneSheet,
    picture: 'circles',
    opacity: 1,
    data: {},
    focusArea: undefined,
    areas: {},
    selectedIncident: { lon: 20.5, lat: 44.8, radius: 7 },
    callOuts: [{ code: 'XK', text: 'Kosovo*', from: [20.8, 42.6], to: [23, 42.6], anchor: 'left' }],
    focus: { lon: 20, lat: 44, radius: 12 },
    motion: true,
    ...changes,
  };
}

/** Areas of every kind of class. */
const shading: Shading = {
  by: 'rate',
  wanted: 'rate',
  withShade: true,
  key: 'regions rate',
  bounds: [3, 6, 12, 24],
  areas: (
    [
      ['RS-00', 4],
      ['RS-01', 0],
      ['RS-02', 'few'],
      ['XK-01', 'unknown'],
      ['ME-16', 'unknown', 'part'],
    ] as const
  ).map(([code, group, kind = group]) => ({
    code,
    class: group,
    incidents: 9,
    killed: 1,
    injured: 2,
    ...allReported,
    amount: 9,
    ...(typeof kind === 'string' && { rate: { kind, events: 9 } }),
  })),
};

const shapes = shadeHexagons(
  {
    datasetVersion: 1,
    level: 3,
    finest: 8,
    cell: [latLngToCell(44, 20, 3)],
    incidents: [4],
    killed: [0],
    injured: [1],
    amount: [4],
    notReported: { killed: [0], injured: [0], amount: [0] },
  },
  'hexagons',
  { cellToBoundary, cellToLatLng },
);
const spots: SpotMap = {
  key: 'spots',
  units: 'regions',
  by: 'rate',
  found: { kind: 'all_alike' },
  areas: shading.areas.map((area, at) => ({ ...area, spot: at === 0 ? 'hot-1' : at === 1 ? 'cold-0' : 'none', p: 0.01 })),
  leftOut: 0,
};
/** What each picture shows beside tiles. */
export const madeUpData: Partial<Record<LayerName, PictureData>> = {
  locations: { shading },
  regions: { shading },
  hexagons: { hexagons: shapes },
  hot_spots: { spots },
  difference: {
    difference: {
      key: 'difference',
      areas: shading.areas.map((area, at) => ({
        ...area,
        difference: (['more-2', 'fewer-0', 'few', 'unknown'] as const)[at] ?? 'unclear',
        pair: {
          value: area.code,
          amounts: [9, 9],
          change: at < 2 ? { kind: 'change', ratio: at === 0 ? 3 : 0.7, low: 0.5, high: 4 } : undefined,
          isClear: at < 2,
        },
      })),
    },
  },
};
