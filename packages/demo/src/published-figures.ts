/**
 * The published figures that the synthetic incidents are calibrated to, each with its source.
 *
 * The model reads its levels from this table and the calibration test compares a full default set with it, so a figure
 * is corrected here and nowhere else. All of them describe the seven places of the Armed Violence Monitoring Platform.
 */

/** The pages that the figures were read from. */
export const figureSources = {
  year2020: 'SEESAC news, 9 July 2021, seesac.org/News_1/SEESAC-marks-the-International-Gun-Destruction-Day-…',
  perpetrators2020: 'SEESAC In Focus: perpetrators of firearm incidents in South East Europe in 2020',
  albania2020: 'exit.al, 21 July 2021, quoting SEESAC for 2020',
  seizures2022: 'SEESAC In Focus: weapon seizures 2022, serbia.un.org/en/234913',
  accidental2022: 'SEESAC In Focus: accidental shootings 2022, serbia.un.org/en/224993',
  victims2022: 'SEESAC In Focus: victims of firearm incidents 2022',
  quarter3of2022: 'SEESAC quarterly Armed Violence Monitor, July–September 2022',
  quarter4of2022: 'SEESAC quarterly Armed Violence Monitor, October–December 2022',
  year2023: 'SEESAC Armed Violence Monitor, annual figures 2023',
  bosnia2023: 'Report of the coordination board for small arms of Bosnia and Herzegovina for 2023, radiosrebrenik.ba, hypebih.ba',
  quarter4of2023: 'forum10.org.rs, 10 March 2024, quoting SEESAC for October–December 2023',
  quarter1of2024: 'SEESAC quarterly Armed Violence Monitor, January–March 2024',
  quarter2of2025: 'SEESAC quarterly Armed Violence Monitor, April–June 2025',
  quarter3of2025: 'SEESAC quarterly Armed Violence Monitor, July–September 2025',
} as const;

/** Calendar quarter or year, such as `2022-Q3` or `2022`. */
export type FigurePeriod = `${number}-Q${number}` | `${number}`;

/**
 * Measure, period, published value, largest relative difference allowed to the default set, source, and how the value was
 * derived where it was not printed as such. Shares run from 0 to 1. Tolerances are about two and a half standard deviations
 * of chance alone, so small counts have wide ones.
 */
const rows = [
  ['incidents', '2020', 2887, 0.05, 'year2020'],
  ['incidents', '2022', 3300, 0.05, 'seizures2022', 'about: 1,542 seizures are 47% of all incidents'],
  ['incidents', '2022-Q2', 723, 0.1, 'quarter3of2022', 'the third quarter of 2022 had 27.9% more'],
  ['incidents', '2022-Q3', 925, 0.1, 'quarter3of2022'],
  ['incidents', '2022-Q4', 821, 0.1, 'quarter4of2022'],
  ['incidents', '2023', 3495, 0.05, 'year2023'],
  ['incidents', '2023-Q4', 868, 0.1, 'quarter1of2024', 'the first quarter of 2024 had 3% fewer'],
  ['incidents', '2024-Q1', 842, 0.1, 'quarter1of2024'],
  ['incidents', '2024-Q3', 939, 0.1, 'quarter3of2025'],
  ['incidents', '2025-Q2', 820, 0.1, 'quarter2of2025'],
  ['incidents', '2025-Q3', 804, 0.1, 'quarter3of2025'],

  ['incidents_AL', '2020', 372, 0.17, 'albania2020'],
  ['incidents_BA', '2022', 507, 0.15, 'bosnia2023'],
  ['incidents_BA', '2023', 529, 0.15, 'bosnia2023'],
  ['incidents_RS', '2023-Q4', 113, 0.25, 'quarter4of2023'],
  ['incidents_MK', '2023-Q4', 145, 0.3, 'quarter4of2023'],
  ['incidents_XK', '2023-Q4', 253, 0.2, 'quarter4of2023', 'midway between the two press figures, 238 and 268'],

  ['weapon_seizure', '2021', 1543, 0.08, 'seizures2022'],
  ['weapon_seizure', '2022', 1542, 0.08, 'seizures2022'],
  ['weapon_seizure', '2022-Q3', 376, 0.15, 'quarter3of2022'],
  ['weapon_seizure', '2022-Q4', 321, 0.15, 'quarter4of2022'],
  ['weapon_seizure', '2023', 1678, 0.08, 'year2023', '48% of 3,495'],
  ['weapon_seizure', '2023-Q1', 368, 0.15, 'quarter1of2024', 'the first quarter of 2024 had 17% more'],
  ['weapon_seizure', '2023-Q4', 443, 0.15, 'quarter1of2024', 'the first quarter of 2024 had 3% fewer'],
  ['weapon_seizure', '2024-Q1', 430, 0.15, 'quarter1of2024'],
  ['weapon_seizure', '2025-Q3', 375, 0.15, 'quarter3of2025'],
  ['celebratory_shooting', '2022-Q2', 15, 0.65, 'quarter3of2022'],
  ['celebratory_shooting', '2022-Q3', 116, 0.25, 'quarter3of2022'],
  ['criminal_context', '2022-Q3', 112, 0.25, 'quarter4of2022', 'the fourth quarter of 2022 had 46% more'],
  ['criminal_context', '2022-Q4', 163, 0.25, 'quarter4of2022'],
  ['criminal_context', '2023-Q4', 144, 0.25, 'quarter1of2024', 'the first quarter of 2024 had 3% more'],
  ['criminal_context', '2024-Q1', 148, 0.25, 'quarter1of2024'],
  ['organized_crime', '2024-Q1', 57, 0.35, 'quarter1of2024'],
  ['armed_robbery', '2024-Q1', 45, 0.4, 'quarter1of2024'],
  ['undetermined_shooting', '2022-Q3', 134, 0.25, 'quarter4of2022'],
  ['undetermined_shooting', '2022-Q4', 86, 0.3, 'quarter4of2022'],
  ['undetermined_shooting', '2024-Q1', 75, 0.3, 'quarter1of2024'],
  ['public_dispute', '2024-Q1', 79, 0.3, 'quarter1of2024'],
  ['accidental_shooting', '2022', 65, 0.35, 'accidental2022'],
  ['accidental_killed', '2022', 10, 0.85, 'accidental2022'],
  ['accidental_injured', '2022', 57, 0.4, 'accidental2022'],
  ['suicides', '2022-Q4', 18, 0.7, 'quarter4of2022'],
  ['suicides', '2024-Q1', 13, 0.75, 'quarter1of2024'],

  ['killed', '2022', 124, 0.25, 'victims2022'],
  ['killed', '2022-Q3', 47, 0.45, 'quarter3of2022'],
  ['killed', '2022-Q4', 16, 0.65, 'quarter4of2022'],
  ['killed', '2023', 151, 0.22, 'year2023'],
  ['killed', '2023-Q4', 29, 0.55, 'quarter1of2024', 'the first quarter of 2024 had 21% fewer'],
  ['killed', '2024-Q1', 23, 0.6, 'quarter1of2024'],
  ['killed', '2025-Q2', 17, 0.65, 'quarter2of2025'],
  ['killed', '2025-Q3', 38, 0.5, 'quarter3of2025'],
  ['killed_women_share', '2023', 35 / 150, 0.45, 'year2023', '35 women and 115 men'],
  ['killed_domestic_share', '2022', 0.23, 0.5, 'victims2022'],
  ['injured', '2022', 303, 0.2, 'victims2022'],
  ['injured', '2022-Q3', 89, 0.35, 'quarter3of2022'],
  ['injured', '2023', 429, 0.15, 'year2023'],
  ['injured', '2023-Q4', 106, 0.35, 'quarter1of2024', 'as many as in the first quarter of 2024'],
  ['injured', '2024-Q1', 106, 0.35, 'quarter1of2024'],
  ['injured', '2025-Q2', 97, 0.35, 'quarter2of2025'],
  ['injured', '2025-Q3', 66, 0.4, 'quarter3of2025'],
  ['threatened', '2022', 450, 0.18, 'victims2022', '42% of 1,071 victims'],
  ['threatened', '2023-Q4', 96, 0.35, 'quarter1of2024', 'the first quarter of 2024 had 14% more'],
  ['threatened', '2024-Q1', 109, 0.35, 'quarter1of2024'],
  ['threatened', '2025-Q2', 91, 0.4, 'quarter2of2025'],
  ['threatened', '2025-Q3', 99, 0.35, 'quarter3of2025'],
  ['victims', '2022', 1071, 0.12, 'victims2022'],
  ['victims_men_share', '2022', 0.8, 0.05, 'victims2022'],
  ['victims_19_35_share', '2022', 0.41, 0.12, 'victims2022'],
  ['victims_handgun_share', '2022', 0.37, 0.15, 'victims2022'],

  ['perpetrators', '2020', 3566, 0.07, 'perpetrators2020'],
  ['perpetrators_sex_reported_share', '2020', 0.757, 0.05, 'perpetrators2020'],
  ['perpetrators_men_share', '2020', 0.98, 0.02, 'perpetrators2020'],
  ['perpetrators_men_share', '2022-Q4', 0.99, 0.02, 'quarter4of2022'],
  ['perpetrators_men_share', '2024-Q1', 0.98, 0.02, 'quarter1of2024'],
  ['illegal_possession_share', '2025-Q3', 0.72, 0.08, 'quarter3of2025'],

  ['seizures_with_handgun', '2022', 641, 0.12, 'seizures2022'],
  ['seizures_with_rifle_or_shotgun', '2022', 313, 0.15, 'seizures2022'],
  ['seizures_with_explosive', '2022', 287, 0.15, 'seizures2022'],
  ['seizures_with_automatic_or_military', '2022', 185, 0.2, 'seizures2022'],
  ['seizures_with_gas_pistol', '2022', 103, 0.25, 'seizures2022'],
  ['seizures_with_air_gun', '2022', 72, 0.3, 'seizures2022'],
  ['seizures_with_pyrotechnic', '2022-Q4', 27, 0.5, 'quarter4of2022'],
  ['large_seizures', '2022', 69, 0.35, 'seizures2022'],
  ['seizures_urban', '2022', 1004, 0.1, 'seizures2022'],
  ['seizures_rural', '2022', 538, 0.12, 'seizures2022'],
  ['seizures_home', '2022', 600, 0.12, 'seizures2022'],
  ['seizures_street', '2022', 345, 0.15, 'seizures2022'],
  ['seizure_perpetrators', '2022', 1698, 0.1, 'seizures2022'],
] as const satisfies readonly (readonly [string, FigurePeriod, number, number, keyof typeof figureSources, string?])[];

export type FigureMeasure = (typeof rows)[number][0];

export const publishedFigures = rows.map(([measure, period, value, tolerance, source]) => ({
  measure,
  period,
  value,
  tolerance,
  source,
}));
export type PublishedFigure = (typeof publishedFigures)[number];

const values = new Map(publishedFigures.map(({ measure, period, value }) => [`${measure} ${period}`, value]));

/** The published value of a measure in a period, or undefined if none was published. */
export function publishedValue(measure: FigureMeasure, period: FigurePeriod): number | undefined {
  return values.get(`${measure} ${period}`);
}

/** A figure that the model cannot do without. Throws `RangeError` where it is missing from the table. */
export function requiredFigure(measure: FigureMeasure, period: FigurePeriod): number {
  const value = publishedValue(measure, period);
  if (value === undefined) throw new RangeError(`no figure is given for ${measure} in ${period}`);
  return value;
}
