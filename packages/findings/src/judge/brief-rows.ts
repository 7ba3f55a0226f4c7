import type { FacetValue, SexColumn, Summary } from '@monitor/contract';
import { sexColumns } from '@monitor/contract/without-schemas';
import {
  ageBands,
  classesOfWeapons,
  type DimensionName,
  type HarmedPeople,
  harmedPeople,
  type IncidentType,
  type Measure,
  isSilent,
  noneReported,
  recordOf,
  type Reported,
  reportedOf,
  reportedTogether,
  typesOfKind,
  type WeaponClass,
} from '@monitor/domain';
import { benjaminiHochberg, pValueOfChange, rateRatio } from '@monitor/statistics';
import type { CoverageComparison } from './compare-coverage.ts';
import { isNotReported } from './reported.ts';
import { falseDiscoveries } from './verdict.ts';

type Counted = Pick<Summary, 'facets'>;

/** A facet of an answer as a list; empty if it was not asked for. */
export function facetOf({ facets }: Counted, name: DimensionName): readonly FacetValue[] {
  return facets[name] ?? [];
}

/** What a measure counts of one value of a facet. */
export function countOf(answer: Counted, name: DimensionName, value: string, measure: Measure = 'incidents'): number {
  return facetOf(answer, name).find((one) => one.value === value)?.[measure] ?? 0;
}

/** The same with its incidents and what is not reported of them. */
function amountOf(answer: Counted, name: DimensionName, value: string, measure: Measure): Reported {
  const found = facetOf(answer, name).find((one) => one.value === value);
  return found === undefined ? noneReported : reportedOf(found, measure);
}

/** The sums of some columns of the rows of a table. */
export function sumsOf<Name extends string>(
  rows: readonly Readonly<Record<Name, number>>[],
  ...names: readonly Name[]
): Record<Name, number> {
  const sum = (name: Name) => rows.reduce((total, row) => total + row[name], 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as Record<Name, number>;
}

/** A row of the table of types. */
export interface TypeRow {
  /** `rest`: all others together. */
  readonly code: IncidentType | 'rest';
  readonly now: number;
  /** 0 too where the data does not cover the period before: see `isComparable`. */
  readonly before: number;
  readonly killed: Reported;
  readonly injured: Reported;
}

/** The types of violence that every brief names, also where there were none. */
const namedTypes: readonly IncidentType[] = [
  'criminal_context',
  'public_dispute',
  'undetermined_shooting',
  'domestic_violence',
  'celebratory_shooting',
  'accidental_shooting',
];
/** So many types are named, others with most incidents among them. */
const mostTypes = 8;

/** Violent incidents by type, most first, and those of the other types together. */
export function typeRows(now: Counted, yearBefore: Counted): TypeRow[] {
  const rows = typesOfKind('violence').map((code) => ({
    code,
    now: countOf(now, 'type', code),
    before: countOf(yearBefore, 'type', code),
    killed: amountOf(now, 'type', code, 'killed'),
    injured: amountOf(now, 'type', code, 'injured'),
  }));
  const isNamed = ({ code }: (typeof rows)[number]) => namedTypes.includes(code);
  // `other` is a type of its own, but reads like the rest.
  const others = rows.filter((row) => !isNamed(row) && row.code !== 'other' && row.now > 0).toSorted(mostFirst);
  const named = [...rows.filter(isNamed), ...others.slice(0, mostTypes - namedTypes.length)].toSorted(mostFirst);
  const rest = rows.filter((row) => !named.includes(row));
  return [...named, { code: 'rest', ...typeSums(rest) }];
}

/** Some types together. */
export function typeSums(rows: readonly Omit<TypeRow, 'code'>[]): Omit<TypeRow, 'code'> {
  return {
    ...sumsOf(rows, 'now', 'before'),
    ...recordOf(harmedPeople, (name) => reportedTogether(rows.map((row) => row[name]))),
  };
}

/** A type whose incidents clearly changed, with the 95% interval of the difference as shares of one. */
export interface ChangedType {
  readonly code: IncidentType;
  readonly low: number;
  readonly high: number;
}

/**
 * The types with clearly more or fewer incidents than a year before, after correction for how many are compared (Benjamini and
 * Hochberg, 1995), the surest first. Undefined if the data does not cover both periods.
 * @param compare how the data covers both periods, for as many incidents of each
 * @param dispersion of all incidents of the brief, whatever their type
 */
export function changedTypes(
  rows: readonly TypeRow[],
  compare: (now: number, before: number) => CoverageComparison,
  dispersion: number,
): ChangedType[] | undefined {
  const all = sumsOf(rows, 'now', 'before');
  if (compare(all.now, all.before).kind !== 'comparable') return undefined;
  const tested = rows.flatMap(({ code, now, before }) => {
    const coverage = compare(now, before);
    if (coverage.kind !== 'comparable') return [];
    const change = rateRatio(
      { events: now, exposure: coverage.days, dispersion },
      { events: before, exposure: coverage.otherDays, dispersion },
    );
    return code === 'rest' || change.kind !== 'change' ? [] : [{ code, change, p: pValueOfChange(change) }];
  });
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  return tested
    .map(({ code, change }, index) => ({ code, low: change.low - 1, high: change.high - 1, p: adjusted[index] ?? 1 }))
    .filter(({ p }) => p <= falseDiscoveries)
    .toSorted((one, other) => one.p - other.p);
}

/** A row of the table of weapons. A number is null if there are seizures of the class and none says how many. */
export interface WeaponRow {
  readonly code: WeaponClass | 'rest';
  readonly now: number | null;
  readonly before: number | null;
}

const restOfWeapons: readonly WeaponClass[] = ['other', 'not_reported'];

/** Weapons seized by class, most first; other classes and those not reported together. */
export function weaponRows(seizures: Counted, yearBefore: Counted): WeaponRow[] {
  const row = (code: WeaponRow['code'], ...classes: readonly WeaponClass[]) => {
    const reported = (answer: Counted) => {
      const all = reportedTogether(classes.map((one) => amountOf(answer, 'weapon', one, 'weapons')));
      return isSilent(all) ? null : all.count;
    };
    return { code, now: reported(seizures), before: reported(yearBefore) };
  };
  const named = classesOfWeapons.filter((code) => !restOfWeapons.includes(code)).map((code) => row(code, code));
  return [...named.toSorted(mostFirst), row('rest', ...restOfWeapons)];
}

/** All weapons seized; null if there are seizures and none says how many. */
export function weaponsOf({ totals }: Pick<Summary, 'totals'>): number | null {
  return isNotReported(totals, 'weapons') ? null : (totals.weapons ?? 0);
}

function mostFirst(one: Pick<WeaponRow, 'now' | 'before'>, other: Pick<WeaponRow, 'now' | 'before'>): number {
  return (other.now ?? 0) - (one.now ?? 0) || (other.before ?? 0) - (one.before ?? 0);
}

type Harmed = Readonly<Record<HarmedPeople, number>>;

/** People killed and injured of some ages. */
export type PeopleCounts = Readonly<Record<SexColumn, Harmed>> & { readonly all: number };
export type PeopleRow = PeopleCounts & { readonly age: string };

/** The age of people whose source gives none. */
export const unknownAge = 'not_reported';

/**
 * People killed and injured by sex and age, all bands and the unknown last. Sources often give a number and describe nobody: those
 * people are in the cell in which neither is known, so that the table adds up to the totals.
 * @param victims the answers of the victims of each sex
 */
export function peopleRows({ totals }: Pick<Summary, 'totals'>, victims: Readonly<Record<SexColumn, Counted>>): PeopleRow[] {
  const rows = ageBands.codes.map((age) => ({
    age,
    ...columns((sex) => harmed((outcome) => countOf(victims[sex], 'victim_age', age, outcome))),
  }));
  const described = peopleSums(rows);
  const undescribed = (outcome: HarmedPeople) =>
    Math.max(0, totals[outcome] - sexColumns.reduce((sum, sex) => sum + described[sex][outcome], 0));
  return rows.map(({ age, ...row }) =>
    age === unknownAge
      ? { age, ...counted({ ...row, unknownSex: harmed((outcome) => row.unknownSex[outcome] + undescribed(outcome)) }) }
      : { age, ...counted(row) },
  );
}

/** The people of some rows together. */
export function peopleSums(rows: readonly Readonly<Record<SexColumn, Harmed>>[]): PeopleCounts {
  return counted(
    columns((sex) =>
      sumsOf(
        rows.map((row) => row[sex]),
        ...harmedPeople,
      ),
    ),
  );
}

/** People killed and injured together. */
export function harmedOf({ killed, injured }: Harmed): number {
  return killed + injured;
}

function counted(row: Readonly<Record<SexColumn, Harmed>>): PeopleCounts {
  return { ...row, all: sexColumns.reduce((sum, sex) => sum + harmedOf(row[sex]), 0) };
}

function harmed(of: (outcome: HarmedPeople) => number): Harmed {
  return { killed: of('killed'), injured: of('injured') };
}

function columns(of: (sex: SexColumn) => Harmed): Record<SexColumn, Harmed> {
  return { women: of('women'), men: of('men'), unknownSex: of('unknownSex') };
}
