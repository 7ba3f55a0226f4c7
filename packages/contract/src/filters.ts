/* Filters and expressions without the schemas of answers, so that the threads which answer need not load TypeBox. */
export { comparedFilter } from './against.ts';
export { openRing, polygonsOf } from './cql2/expression.ts';
export { kindOfOperand, nameOf } from './cql2/read-json.ts';
export { canonicalPairs, filterQuery } from './filter-query.ts';
