import { exportFormat, exportFormatNames } from '@monitor/contract';
import { exportOperation } from '../routes/export-incidents.ts';

/** One request, as an example of what an endpoint is for. */
export interface Example {
  /** Path and query. */
  readonly path: string;
  /** How the answer is read. */
  readonly reads: 'json' | 'csv' | 'text' | 'file';
  /** Of JSON, what is printed: names and positions from the outside in. Of a file, what it is called. */
  readonly shows?: readonly (string | number)[];
  readonly file?: string;
}

/** Stands for an identifier that the list gives. */
export const exampleId = 'AV-8J4NGXPWBN50';

/** The one table of examples, by operation. Documents and the page about the API derive from it, and a test runs every one. */
export const examples: Readonly<Record<string, Example>> = {
  listIncidents: {
    path: '/api/v1/incidents?country=RS,XK&type=celebratory_shooting&from=2024-01-01&limit=100',
    reads: 'json',
    shows: ['total'],
  },
  getIncident: { path: `/api/v1/incidents/${exampleId}`, reads: 'json', shows: ['occurred_on'] },
  ...Object.fromEntries(
    exportFormatNames.map((name): [string, Example] => {
      const { extension } = exportFormat(name);
      const path = `/api/v1/incidents.${extension}?country=RS&from=2024-01-01`;
      return [
        exportOperation(name),
        name === 'csv' ? { path, reads: 'csv' } : { path, reads: 'file', file: `incidents.${extension}` },
      ];
    }),
  ),
  describeIncidents: { path: '/api/v1/incidents.metadata.json?country=RS', reads: 'json', shows: ['url'] },
  getHomePage: { path: '/api/v1/pages/home', reads: 'json', shows: ['data', 'headline'] },
  getExplorePage: {
    path: '/api/v1/pages/explore?country=RS&from=2025-01-01&to=2025-12-31',
    reads: 'json',
    shows: ['data', 'finding', 'text'],
  },
  getIndicatorsPage: { path: '/api/v1/pages/indicators?country=RS', reads: 'json', shows: ['data', 'finding'] },
  getSignalsPage: { path: '/api/v1/pages/signals?country=RS', reads: 'json', shows: ['data', 'title'] },
  getPlacePage: { path: '/api/v1/pages/place?place=RS', reads: 'json', shows: ['data', 'lead'] },
  getPlacesPage: {
    path: '/api/v1/pages/places?from=2025-01-01&to=2025-12-31',
    reads: 'json',
    shows: ['data', 'locations', 'reading'],
  },
  getBriefPage: {
    path: '/api/v1/pages/brief?country=RS&from=2024-07-01&to=2024-09-30',
    reads: 'json',
    shows: ['data', 'lead'],
  },
  getTrendsPage: { path: '/api/v1/pages/trends?country=AL&measure=killed', reads: 'json', shows: ['data', 'title'] },
  getSummary: {
    path: '/api/v1/summary?weapon=handgun&victim_sex=woman&victim_outcome=killed&measures=victims&facets=country&interval=year',
    reads: 'json',
    shows: ['totals', 'victims'],
  },
  getTile: { path: '/api/v1/tiles/5/17/11.mvt?country=RS', reads: 'file', file: 'tile.mvt' },
  getTileJson: { path: '/api/v1/tiles.json?country=RS', reads: 'json', shows: ['tiles', 0] },
  getHexagons: { path: '/api/v1/hexagons?country=RS&level=4', reads: 'json', shows: ['level'] },
  getPoints: { path: '/api/v1/points?country=RS&from=2024-01-01', reads: 'json', shows: ['incidents'] },
  listPackedYears: { path: '/api/v1/packed', reads: 'json', shows: ['years', 0, 'year'] },
  getPackedYear: { path: '/api/v1/packed/2024', reads: 'file', file: '2024.gz' },
  getIndicators: { path: '/api/v1/indicators?country=RS&from_year=2023&to_year=2024', reads: 'json', shows: ['datasetVersion'] },
  exportIndicatorsCsv: { path: '/api/v1/indicators.csv?country=RS&from_year=2023&to_year=2024', reads: 'csv' },
  exportIndicatorsXlsx: {
    path: '/api/v1/indicators.xlsx?country=RS&from_year=2023&to_year=2024',
    reads: 'file',
    file: 'indicators.xlsx',
  },
  getSignals: { path: '/api/v1/signals?country=RS&weeks=4', reads: 'json', shows: ['expectedFalse'] },
  getSignalsFeed: { path: '/api/v1/signals.atom?country=RS', reads: 'text' },
  exportSignalsCsv: { path: '/api/v1/signals.csv?country=RS', reads: 'csv' },
  getCatalog: { path: '/catalog.jsonld', reads: 'json', shows: ['dcat:dataset', 0, 'dct:identifier'] },
  getCodebook: { path: '/api/v1/codebook', reads: 'json', shows: ['notices', 'kosovo'] },
  getBaseLayer: { path: '/api/v1/basemap/region-labels', reads: 'json', shows: ['type'] },
  listDatasets: { path: '/api/v1/datasets', reads: 'json', shows: ['datasets', 0, 'attribution'] },
  findPlaces: { path: '/api/v1/places?q=nis', reads: 'json', shows: ['datasetVersion'] },
  rankSettlements: { path: '/api/v1/settlements?country=RS&measure=killed', reads: 'json', shows: ['datasetVersion'] },
  getOpenapi: { path: '/api/openapi.json', reads: 'json', shows: ['info', 'version'] },
  live: { path: '/health/live', reads: 'json', shows: ['status'] },
  ready: { path: '/health/ready', reads: 'json', shows: ['status'] },
  getMetrics: { path: '/metrics', reads: 'text' },
};
