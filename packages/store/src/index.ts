export * from './database.ts';
export * from './embedded-server.ts';
export * from './import-incidents.ts';
export * from './migrate.ts';
export * from './queries.ts';
export * from './reference-data.ts';
