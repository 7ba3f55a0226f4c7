export * from './dataset.ts';
export * from './date.ts';
export * from './filter.ts';
export * from './incident.ts';
export * from './notices.ts';
export * from './vocabularies.ts';
export * from './vocabulary.ts';
