export * from './distance.ts';
export * from './focus.ts';
export * from './jurisdictions.ts';
export * from './learn.ts';
export * from './meridian.ts';
export * from './population.ts';
export * from './region-population.ts';
export * from './regions.ts';
