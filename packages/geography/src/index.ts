export * from './jurisdictions.ts';
export * from './population.ts';
export * from './regions.ts';
