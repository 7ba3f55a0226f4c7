import { ageBands, type HarmedPeople, harmedPeople } from '@monitor/domain';
import { amountOf, type Brief } from './brief.ts';

/** The columns of the table of people. */
export const sexColumns = ['women', 'men', 'unknownSex'] as const;
export type SexColumn = (typeof sexColumns)[number];

type Harmed = Readonly<Record<HarmedPeople, number>>;

/** People killed and injured of one age band. */
export interface PeopleRow {
  readonly age: string;
  readonly people: Readonly<Record<SexColumn, Harmed>>;
}

/** The age of people whose source gives none. */
export const unknownAge = 'not_reported';

/**
 * People killed and injured by sex and age, all bands and the unknown last. Sources often give a number and describe nobody: those
 * people are in the cell in which neither is known, so that the table adds up to the totals.
 */
export function peopleRows({ answers }: Brief): PeopleRow[] {
  const rows = ageBands.codes.map((age) => ({
    age: age as string,
    people: columns((sex) => counts((outcome) => amountOf(answers[sex], 'victim_age', age, outcome))),
  }));
  const undescribed = counts((outcome) => Math.max(0, answers.now.totals[outcome] - sumOf(rows, sexColumns, outcome)));
  return rows.map((row) =>
    row.age === unknownAge
      ? {
          ...row,
          people: { ...row.people, unknownSex: counts((outcome) => row.people.unknownSex[outcome] + undescribed[outcome]) },
        }
      : row,
  );
}

/** People of some columns of some rows. */
export function sumOf(rows: readonly PeopleRow[], sexes: readonly SexColumn[], outcome: HarmedPeople): number {
  return rows.reduce((sum, { people }) => sum + sexes.reduce((part, sex) => part + people[sex][outcome], 0), 0);
}

/** People killed and injured together. */
export function harmedOf(rows: readonly PeopleRow[], sexes: readonly SexColumn[] = sexColumns): number {
  return harmedPeople.reduce((sum, outcome) => sum + sumOf(rows, sexes, outcome), 0);
}

function counts(of: (outcome: HarmedPeople) => number): Harmed {
  return { killed: of('killed'), injured: of('injured') };
}

function columns(of: (sex: SexColumn) => Harmed): PeopleRow['people'] {
  return { women: of('women'), men: of('men'), unknownSex: of('unknownSex') };
}
