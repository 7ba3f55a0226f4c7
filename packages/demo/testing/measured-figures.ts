/** Measures in drafts what was published about the real incidents, so that the two can be compared. */
import { type IncidentDraft, type Person, type Weapon, weaponsOfLargeSeizure } from '@monitor/domain';
import type { FigureMeasure, PublishedFigure } from '../src/published-figures.ts';

/** What a draft adds to a figure. */
type Amount = (draft: IncidentDraft) => number;

const when =
  (isMeant: (draft: IncidentDraft) => boolean): Amount =>
  (draft) =>
    Number(isMeant(draft));
const inPlace = (code: string) => when(({ country }) => country === code);
const ofKind = (kind: string) => when(({ type, subtype }) => kind === type || kind === subtype);
const number = (outcome: 'killed' | 'injured' | 'threatened' | 'suicides', type?: string): Amount => {
  return (draft) => (type === undefined || draft.type === type ? (draft[outcome] ?? 0) : 0);
};
const people = (isMeant: (person: Person, draft: IncidentDraft) => boolean): Amount => {
  return (draft) => draft.people.filter((person) => isMeant(person, draft)).length;
};
const seizures = (isMeant: (draft: IncidentDraft) => boolean) => when((draft) => draft.type === 'weapon_seizure' && isMeant(draft));
const seizuresWith = (wanted: Weapon['class']) => seizures(({ weapons }) => weapons.some((weapon) => weapon.class === wanted));

const victims = people(({ role }) => role === 'victim');
const perpetrators = people(({ role }) => role === 'perpetrator');
/** A share among those of whom the sex is reported. */
const ofSex = (sex: Person['sex'], isMeant: (person: Person) => boolean): readonly [Amount, Amount] => [
  people((person) => isMeant(person) && person.sex === sex),
  people((person) => isMeant(person) && person.sex !== 'not_reported'),
];

function isLarge({ weapons }: IncidentDraft): boolean {
  const arms = weapons.filter((weapon) => weapon.class !== 'ammunition' && weapon.class !== 'pyrotechnic');
  return arms.reduce((sum, weapon) => sum + (weapon.count ?? 0), 0) >= weaponsOfLargeSeizure;
}

/** How each measure follows: a sum over the drafts, or a share as the quotient of two. */
const measures: Readonly<Record<FigureMeasure, Amount | readonly [part: Amount, whole: Amount]>> = {
  incidents: () => 1,
  incidents_AL: inPlace('AL'),
  incidents_BA: inPlace('BA'),
  incidents_RS: inPlace('RS'),
  incidents_MK: inPlace('MK'),
  incidents_XK: inPlace('XK'),
  weapon_seizure: ofKind('weapon_seizure'),
  celebratory_shooting: ofKind('celebratory_shooting'),
  criminal_context: ofKind('criminal_context'),
  organized_crime: ofKind('criminal_context.organized_crime'),
  armed_robbery: ofKind('criminal_context.armed_robbery'),
  undetermined_shooting: ofKind('undetermined_shooting'),
  public_dispute: ofKind('public_dispute'),
  accidental_shooting: ofKind('accidental_shooting'),
  accidental_killed: number('killed', 'accidental_shooting'),
  accidental_injured: number('injured', 'accidental_shooting'),
  suicides: number('suicides'),
  killed: number('killed'),
  killed_women_share: ofSex('woman', ({ outcome }) => outcome === 'killed'),
  killed_domestic_share: [
    people(({ outcome }, { type }) => outcome === 'killed' && type === 'domestic_violence'),
    number('killed'),
  ],
  injured: number('injured'),
  threatened: number('threatened'),
  victims,
  victims_men_share: ofSex('man', ({ role }) => role === 'victim'),
  victims_19_35_share: [
    people(({ role, age_band: band }) => role === 'victim' && band === '19-35'),
    people(({ role, age_band: band }) => role === 'victim' && band !== 'not_reported'),
  ],
  victims_handgun_share: [
    people(({ role }, { weapons }) => role === 'victim' && weapons.some((weapon) => weapon.class === 'handgun')),
    victims,
  ],
  perpetrators,
  perpetrators_sex_reported_share: [people(({ role, sex }) => role === 'perpetrator' && sex !== 'not_reported'), perpetrators],
  perpetrators_men_share: ofSex('man', ({ role }) => role === 'perpetrator'),
  illegal_possession_share: [when(({ weapons }) => weapons.some(({ legal }) => legal === 'illegal')), () => 1],
  seizures_with_handgun: seizuresWith('handgun'),
  seizures_with_rifle_or_shotgun: seizuresWith('rifle_or_shotgun'),
  seizures_with_explosive: seizuresWith('explosive'),
  seizures_with_automatic_or_military: seizuresWith('automatic_or_military'),
  seizures_with_gas_pistol: seizuresWith('gas_pistol'),
  seizures_with_air_gun: seizuresWith('air_gun'),
  seizures_with_pyrotechnic: seizuresWith('pyrotechnic'),
  large_seizures: seizures(isLarge),
  seizures_urban: seizures(({ urbanity }) => urbanity === 'urban'),
  seizures_rural: seizures(({ urbanity }) => urbanity === 'rural'),
  seizures_home: seizures(({ setting }) => setting === 'home'),
  seizures_street: seizures(({ setting }) => setting === 'street'),
  seizure_perpetrators: people(({ role }, { type }) => role === 'perpetrator' && type === 'weapon_seizure'),
};

/** The measured counterpart of a published figure. */
export function measured({ measure, period }: PublishedFigure, drafts: readonly IncidentDraft[]): number {
  const [year = '', quarter] = period.split('-Q');
  const isIn = (day: string) =>
    day.startsWith(year) && (quarter === undefined || Math.ceil(Number(day.slice(5, 7)) / 3) === Number(quarter));
  const ofPeriod = drafts.filter((draft) => isIn(draft.occurred_on));
  const sum = (amount: Amount) => ofPeriod.reduce((total, draft) => total + amount(draft), 0);
  const how = measures[measure];
  return typeof how === 'function' ? sum(how) : sum(how[0]) / sum(how[1]);
}
