import { type Database, readSummary } from '@monitor/store';
import { comparableAnswer } from './cube-engine.ts';
import { engineNames } from './engine-names.ts';
import { request, type SummaryEngine } from './summary-engine.ts';

/** The product's second engine, which asks PostgreSQL in several statements. */
export function storeEngine(database: Database): SummaryEngine {
  return { name: engineNames.store, ask: async (filter) => comparableAnswer(await readSummary(database, filter, request)) };
}
