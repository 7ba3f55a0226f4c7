/**
 * `[code, alpha-3, printed name, monitored]` of what the base map draws in detail: the seven places of the Armed Violence Monitoring
 * Platform, the others that are in SEESAC's mandate or have a population figure here, all that border one of them, and the United States,
 * where two of the supported files come from. Kosovo* has no ISO code; XK and XKX are the user-assigned codes in common use.
 */
export const drawnRows: readonly (readonly [code: string, iso3: string, name: string, monitored: boolean])[] = [
  ['AL', 'ALB', 'Albania', true],
  ['BA', 'BIH', 'Bosnia and Herzegovina', true],
  ['XK', 'XKX', 'Kosovo*', true],
  ['MD', 'MDA', 'Moldova', true],
  ['ME', 'MNE', 'Montenegro', true],
  ['MK', 'MKD', 'North Macedonia', true],
  ['RS', 'SRB', 'Serbia', true],
  ['AT', 'AUT', 'Austria', false],
  ['BY', 'BLR', 'Belarus', false],
  ['BG', 'BGR', 'Bulgaria', false],
  ['HR', 'HRV', 'Croatia', false],
  ['CZ', 'CZE', 'Czechia', false],
  ['GR', 'GRC', 'Greece', false],
  ['HU', 'HUN', 'Hungary', false],
  ['IT', 'ITA', 'Italy', false],
  ['LV', 'LVA', 'Latvia', false],
  ['LT', 'LTU', 'Lithuania', false],
  ['PL', 'POL', 'Poland', false],
  ['RO', 'ROU', 'Romania', false],
  ['RU', 'RUS', 'Russian Federation', false],
  ['SK', 'SVK', 'Slovakia', false],
  ['SI', 'SVN', 'Slovenia', false],
  ['TR', 'TUR', 'Türkiye', false],
  ['UA', 'UKR', 'Ukraine', false],
  ['US', 'USA', 'United States', false],
];
