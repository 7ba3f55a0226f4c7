/** Counts in drafts what was published about the real incidents, so that the two can be compared. */
import { type IncidentDraft, type Person, weaponsOfLargeSeizure } from '@monitor/domain';
import type { FigureMeasure, FigurePeriod, PublishedFigure } from './published-figures.ts';

/** Counts by name, for one calendar quarter. */
type Tally = Map<string, number>;

function add(tally: Tally, name: string, amount: number = 1): void {
  if (amount !== 0) tally.set(name, (tally.get(name) ?? 0) + amount);
}

function countPerson(tally: Tally, person: Person, draft: IncidentDraft, withHandgun: boolean): void {
  add(tally, person.role);
  add(tally, `${person.role} sex ${person.sex}`);
  add(tally, `${person.role} age ${person.age_band}`);
  if (person.outcome === 'killed') {
    add(tally, `killed sex ${person.sex}`);
    if (draft.type === 'domestic_violence') add(tally, 'killed domestic');
  }
  if (person.role === 'victim' && withHandgun) add(tally, 'victim handgun');
  if (person.role === 'perpetrator' && draft.type === 'weapon_seizure') add(tally, 'seizure perpetrator');
}

function countSeizure(tally: Tally, draft: IncidentDraft): void {
  for (const seized of new Set(draft.weapons.map((weapon) => weapon.class))) add(tally, `seizure ${seized}`);
  const arms = draft.weapons.filter((weapon) => weapon.class !== 'ammunition' && weapon.class !== 'pyrotechnic');
  if (arms.reduce((sum, weapon) => sum + (weapon.count ?? 0), 0) >= weaponsOfLargeSeizure) add(tally, 'seizure large');
  add(tally, `seizure ${draft.urbanity}`);
  add(tally, `seizure ${draft.setting}`);
}

function count(tally: Tally, draft: IncidentDraft): void {
  add(tally, 'incidents');
  add(tally, `in ${draft.country}`);
  add(tally, draft.type);
  if (draft.subtype !== null) add(tally, draft.subtype);
  for (const outcome of ['killed', 'injured', 'threatened', 'suicides'] as const) {
    add(tally, outcome, draft[outcome] ?? 0);
    if (draft.type === 'accidental_shooting') add(tally, `accidental ${outcome}`, draft[outcome] ?? 0);
  }
  if (draft.weapons.some((weapon) => weapon.legal === 'illegal')) add(tally, 'illegal');
  const withHandgun = draft.weapons.some((weapon) => weapon.class === 'handgun');
  for (const person of draft.people) countPerson(tally, person, draft, withHandgun);
  if (draft.type === 'weapon_seizure') countSeizure(tally, draft);
}

type Count = (name: string) => number;
const countOf =
  (name: string) =>
  (counted: Count): number =>
    counted(name);
const womenOf = (group: string, counted: Count) =>
  counted(`${group} sex woman`) / (counted(`${group} sex woman`) + counted(`${group} sex man`));
const sexKnown = (role: string, counted: Count) => 1 - counted(`${role} sex not_reported`) / counted(role);

/** How each measure follows from the counts. Shares leave out people of whom the matter is not reported. */
const measures: Readonly<Record<FigureMeasure, (counted: Count) => number>> = {
  incidents: countOf('incidents'),
  incidents_AL: countOf('in AL'),
  incidents_BA: countOf('in BA'),
  incidents_RS: countOf('in RS'),
  incidents_MK: countOf('in MK'),
  incidents_XK: countOf('in XK'),
  weapon_seizure: countOf('weapon_seizure'),
  celebratory_shooting: countOf('celebratory_shooting'),
  criminal_context: countOf('criminal_context'),
  organized_crime: countOf('criminal_context.organized_crime'),
  armed_robbery: countOf('criminal_context.armed_robbery'),
  undetermined_shooting: countOf('undetermined_shooting'),
  public_dispute: countOf('public_dispute'),
  accidental_shooting: countOf('accidental_shooting'),
  accidental_killed: countOf('accidental killed'),
  accidental_injured: countOf('accidental injured'),
  suicides: countOf('suicides'),
  killed: countOf('killed'),
  killed_women_share: (counted) => womenOf('killed', counted),
  killed_domestic_share: (counted) => counted('killed domestic') / counted('killed'),
  injured: countOf('injured'),
  threatened: countOf('threatened'),
  victims: countOf('victim'),
  victims_men_share: (counted) => 1 - womenOf('victim', counted),
  victims_19_35_share: (counted) => counted('victim age 19-35') / (counted('victim') - counted('victim age not_reported')),
  victims_handgun_share: (counted) => counted('victim handgun') / counted('victim'),
  perpetrators: countOf('perpetrator'),
  perpetrators_sex_reported_share: (counted) => sexKnown('perpetrator', counted),
  perpetrators_men_share: (counted) => 1 - womenOf('perpetrator', counted),
  illegal_possession_share: (counted) => counted('illegal') / counted('incidents'),
  seizures_with_handgun: countOf('seizure handgun'),
  seizures_with_rifle_or_shotgun: countOf('seizure rifle_or_shotgun'),
  seizures_with_explosive: countOf('seizure explosive'),
  seizures_with_automatic_or_military: countOf('seizure automatic_or_military'),
  seizures_with_gas_pistol: countOf('seizure gas_pistol'),
  seizures_with_air_gun: countOf('seizure air_gun'),
  seizures_with_pyrotechnic: countOf('seizure pyrotechnic'),
  large_seizures: countOf('seizure large'),
  seizures_urban: countOf('seizure urban'),
  seizures_rural: countOf('seizure rural'),
  seizures_home: countOf('seizure home'),
  seizures_street: countOf('seizure street'),
  seizure_perpetrators: countOf('seizure perpetrator'),
};

/** The measured counterpart of published figures. */
export interface MeasuredFigures {
  figure(of: Pick<PublishedFigure, 'measure' | 'period'>): number;
}

/** Counts drafts by quarter; a year is the sum of its quarters. */
export function measureDrafts(drafts: Iterable<IncidentDraft>): MeasuredFigures {
  const quarters = new Map<string, Tally>();
  for (const draft of drafts) {
    const quarter = `${draft.occurred_on.slice(0, 4)}-Q${Math.ceil(Number(draft.occurred_on.slice(5, 7)) / 3)}`;
    let tally = quarters.get(quarter);
    if (tally === undefined) quarters.set(quarter, (tally = new Map()));
    count(tally, draft);
  }
  const counter =
    (period: FigurePeriod): Count =>
    (name) => {
      let sum = 0;
      for (const [quarter, tally] of quarters) if (quarter.startsWith(period)) sum += tally.get(name) ?? 0;
      return sum;
    };
  return { figure: ({ measure, period }) => measures[measure](counter(period)) };
}
