export * from './cluster-ratio.ts';
export * from './count-interval.ts';
export * from './rate-ratio.ts';
export * from './rate.ts';
export * from './series.ts';
