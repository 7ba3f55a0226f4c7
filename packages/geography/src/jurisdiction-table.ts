/**
 * `[code, alpha-3, printed name]` of what the base map draws in detail: the seven places of the Armed Violence Monitoring
 * Platform, the others that are in SEESAC's mandate or have a population figure here, all that border one of them, and the United States,
 * where two of the supported files come from. Kosovo* has no ISO code; XK and XKX are the user-assigned codes in common use.
 */
export const drawnRows: readonly (readonly [code: string, iso3: string, name: string])[] = [
  ['AL', 'ALB', 'Albania'],
  ['BA', 'BIH', 'Bosnia and Herzegovina'],
  ['XK', 'XKX', 'Kosovo*'],
  ['MD', 'MDA', 'Moldova'],
  ['ME', 'MNE', 'Montenegro'],
  ['MK', 'MKD', 'North Macedonia'],
  ['RS', 'SRB', 'Serbia'],
  ['AT', 'AUT', 'Austria'],
  ['BY', 'BLR', 'Belarus'],
  ['BG', 'BGR', 'Bulgaria'],
  ['HR', 'HRV', 'Croatia'],
  ['CZ', 'CZE', 'Czechia'],
  ['GR', 'GRC', 'Greece'],
  ['HU', 'HUN', 'Hungary'],
  ['IT', 'ITA', 'Italy'],
  ['LV', 'LVA', 'Latvia'],
  ['LT', 'LTU', 'Lithuania'],
  ['PL', 'POL', 'Poland'],
  ['RO', 'ROU', 'Romania'],
  ['RU', 'RUS', 'Russian Federation'],
  ['SK', 'SVK', 'Slovakia'],
  ['SI', 'SVN', 'Slovenia'],
  ['TR', 'TUR', 'Türkiye'],
  ['UA', 'UKR', 'Ukraine'],
  ['US', 'USA', 'United States'],
];
