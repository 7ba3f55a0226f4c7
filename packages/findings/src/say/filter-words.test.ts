import { type Filter, filterNames } from '@monitor/domain';
import { expect, test } from 'vitest';
import { boundsOf, constraintWords, filterLine } from './filter-words.ts';
import { voiceOf } from './voice.ts';

const titles: Record<string, string> = { demo: 'Synthetic demonstration data' };
const wording = { voice: voiceOf('en'), datasetTitle: (slug: string) => titles[slug] ?? slug };

test('a dataset is called by its title, and by its name in addresses where it has none', () => {
  expect(constraintWords({ dataset: ['demo', 'gone'] }, wording)).toEqual([
    { names: ['dataset'], label: 'Dataset', text: 'Synthetic demonstration data, gone' },
  ]);
});

test('a filter is said in one line', () => {
  expect(filterLine({ from: '2024-01-01', to: '2024-12-31', country: ['RS', 'XK'] }, wording)).toBe(
    'Period: 2024; Location: Serbia, Kosovo*',
  );
  expect(filterLine({}, wording)).toBe('all incidents');
});

/** A value of every name; the type holds it complete. */
const everything: Required<Filter> = {
  country: ['RS'],
  region: ['RS-20'],
  type: ['suicide'],
  subtype: ['suicide.other'],
  weapon: ['handgun'],
  legal: ['legal'],
  mode: ['seized'],
  traced: ['yes'],
  outcome: ['killed'],
  victim_sex: ['woman'],
  victim_age: ['19-35'],
  victim_outcome: ['killed'],
  perpetrator_sex: ['man'],
  perpetrator_age: ['36-60'],
  relationship: ['intimate_partner'],
  setting: ['home'],
  urbanity: ['urban'],
  source: ['media'],
  place_precision: ['exact'],
  date_precision: ['day'],
  dataset: ['demo'],
  from: '2024-01-01',
  to: '2024-12-31',
  min_victims: 2,
  min_weapons: 5,
  leave_out: ['demo/RS'],
  q: 'market',
  bbox: [18, 41, 23, 46],
  within: [
    [18, 41],
    [23, 41],
    [23, 46],
  ],
  near: { lon: 20.46, lat: 44.81, km: 25 },
  id: ['AV-3F9K2M7XQ0BT'],
};

test.each(filterNames)('a filter by %s has words and can be removed by them', (name) => {
  const filter: Filter = { [name]: everything[name] };
  const [said, ...others] = constraintWords(filter, wording);
  expect(others).toEqual([]);
  expect(said?.names).toContain(name);
  expect(said?.label).toMatch(/^\p{Lu}/u);
  expect(said?.text).not.toBe('');
  expect(filterLine(filter, wording)).toBe(`${said?.label}: ${said?.text}`);
});

test.each<[Filter, string]>([
  [
    { victim_sex: ['woman'], victim_outcome: ['killed'], relationship: ['intimate_partner'] },
    'Victim: a woman killed by a partner',
  ],
  [
    { victim_sex: ['woman'], relationship: ['intimate_partner', 'family_member'] },
    'Victim: a woman harmed by a partner or by a family member',
  ],
  [{ victim_age: ['0-18'], victim_outcome: ['suicide'] }, 'Victim: someone aged 18 or younger who died by suicide'],
  [{ victim_outcome: ['unharmed'], relationship: ['stranger'] }, 'Victim: someone unharmed with a stranger as perpetrator'],
  [{ perpetrator_sex: ['man'], perpetrator_age: ['19-35', '36-60'] }, 'Perpetrator: a man aged 19–35 or aged 36–60'],
  [{ weapon: ['explosive', 'handgun'], legal: ['illegal'], mode: ['seized'] }, 'Weapon: Explosive or Handgun, Illegal, Seized'],
])('what is meant of one and the same subject is said together: %j', (filter, line) => {
  expect(filterLine(filter, wording)).toBe(line);
  expect(constraintWords(filter, wording)).toHaveLength(1);
});

test('everything at once names each constraint once', () => {
  const names = constraintWords(everything, wording).flatMap((one) => one.names);
  expect(names.toSorted()).toEqual(filterNames.toSorted());
});

test.each([
  [[18.52, 41.25, 23, 46.125], '18.5° E to 23.0° E, 41.3° N to 46.1° N'],
  [[-0.1, 51.4, 0.1, 51.6], '0.10° W to 0.10° E, 51.40° N to 51.60° N'],
  [[179, -18, -179, -16.5], '179.00° E to 179.00° W, 18.00° S to 16.50° S'],
] as const)('the area %s is described by its sides, so that a reader of the line can find it', (bbox, text) => {
  expect(constraintWords({ bbox }, wording)).toEqual([{ names: ['bbox'], label: 'Area', text }]);
});

test('an area around a settlement is named by it, and in a line for downloads by its sides', () => {
  const withNames = { ...wording, settlementIn: () => 'Beograd' };
  const bbox = [20.4, 44.75, 20.6, 44.8] as const;
  expect(constraintWords({ bbox }, withNames)[0]?.text).toBe('box of about 16 by 5.6 km around Beograd');
  expect(constraintWords({ within: everything.within }, withNames)[0]?.text).toBe('polygon of about 110,000 km² around Beograd');
  expect(filterLine({ bbox }, withNames)).toBe('Area: 20.400° E to 20.600° E, 44.750° N to 44.800° N');
});

test('a circle west and south of zero is said without minus signs', () => {
  const near = { lon: -43.21, lat: -22.905, km: 5 };
  expect(constraintWords({ near }, wording)[0]?.text).toBe('within 5 km of 43.21° W, 22.91° S');
});

test('the bounds of a drawn area', () => {
  expect(
    boundsOf([
      [18, 41],
      [23, 42],
      [20, 46],
    ]),
  ).toEqual([18, 41, 23, 46]);
});
