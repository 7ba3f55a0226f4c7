/*
 * All but the schemas of answers, and what is made of them. The threads beside the main one import this, since loading TypeBox takes
 * a fifth of a second of each.
 */
export * from './against.ts';
export * from './citation.ts';
export {
  type AreaLiteral,
  type ClosedRing,
  type DayLiteral,
  type Expression,
  expressionLimits,
  FilterExpressionError,
  type IntervalLiteral,
  type Literal,
  openRing,
  polygonsOf,
  type Operand,
  ringsIn,
  type TemporalOperator,
} from './cql2/expression.ts';
export * from './cql2/queryables.ts';
export { kindOfOperand, nameOf, readExpression } from './cql2/read-json.ts';
export * from './cql2/read-text.ts';
export type { ColumnType, CsvColumn, TableColumn } from './csv-column.ts';
export * from './csv-document.ts';
export { type Cell, csvLine, type CsvStyle, csvStyles } from './csv-text.ts';
export * from './export-formats.ts';
export * from './filter-query.ts';
export * from './incident-csv.ts';
export * from './incident-feature.ts';
export * from './incident-names.ts';
export * from './indicator-rows.ts';
export * from './page-names.ts';
export { headingOf, partColumns, type PartRow } from './csv-column.ts';
export * from './signal-csv.ts';
export { defaultSort, type Sort, type SortField, sortFields, sorts } from '@monitor/domain';
export * from './view-names.ts';
