/** The conformance classes that are met, and no others. */
export const conformanceClasses = [
  ...['core', 'oas30', 'geojson'].map((name) => `http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/${name}`),
  ...['queryables', 'queryables-query-parameters', 'filter', 'features-filter'].map(
    (name) => `http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/${name}`,
  ),
  ...[
    'cql2-text',
    'cql2-json',
    'basic-cql2',
    'advanced-comparison-operators',
    'case-insensitive-comparison',
    'basic-spatial-functions',
    // What the draft called the class before, and QGIS before 3.44 looks for.
    'basic-spatial-operators',
  ].map((name) => `http://www.opengis.net/spec/cql2/1.0/conf/${name}`),
];
