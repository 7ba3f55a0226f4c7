export * from './change.ts';
export * from './compare-coverage.ts';
export * from './dataset-coverage.ts';
export * from './population-rate.ts';
export * from './reported.ts';
export * from './signals.ts';
export * from './watch-series.ts';
