import type { Connection } from '../setting/connect.ts';
import { type AnswerRow, linesOfRows } from './answer.ts';
import { engineNames } from './engine-names.ts';
import { summaryStatement } from './single-statement.ts';
import type { SummaryEngine } from './summary-engine.ts';

const dialect = { scope: 'published', datasetName: '(select slug from datasets where id = dataset_id)' };

/** The same request in the best single statement, on the same PostgreSQL. */
export function postgresEngine(sql: Connection): SummaryEngine {
  return {
    name: engineNames.statement,
    async ask(filter) {
      const rows: AnswerRow[] = await sql.unsafe<AnswerRow[]>(summaryStatement(filter, dialect), [], { prepare: true });
      return { lines: () => linesOfRows(rows), json: () => JSON.stringify(rows) };
    },
  };
}
