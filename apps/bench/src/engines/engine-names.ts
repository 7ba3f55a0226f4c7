/** What the engines are called in the document. */
export const engineNames = {
  cube: 'cube',
  statement: 'one SQL statement',
  store: 'store (SQL)',
  duckdb: 'DuckDB',
  postgisPoints: 'PostGIS points',
  postgisCells: 'PostGIS cells',
} as const;
