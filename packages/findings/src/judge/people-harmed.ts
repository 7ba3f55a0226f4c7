import type { Summary } from '@monitor/contract';
import { type AgeBand, ageBands, type Filter, type Sex, sexes } from '@monitor/domain';

const harms = ['killed', 'injured'] as const;

/** Numbers of people of one sex and age band. */
export interface PeopleCell {
  readonly sex: Sex;
  readonly age: AgeBand;
  readonly killed: number;
  readonly injured: number;
}

/** Answers about the victims of one sex who were killed, or injured, are called by both. */
type HarmedName = `${Sex}/${(typeof harms)[number]}`;

/** The filters of the victims of each sex who were killed, and who were injured; none if the filter selects others. */
export function harmedFilters(filter: Filter): readonly (readonly [HarmedName, Filter])[] {
  const { victim_sex: chosenSex, victim_outcome: chosenOutcome } = filter;
  return sexes.codes.flatMap((sex) =>
    harms.flatMap((harm): (readonly [HarmedName, Filter])[] =>
      chosenSex?.includes(sex) === false || chosenOutcome?.includes(harm) === false
        ? []
        : [[`${sex}/${harm}`, { ...filter, victim_sex: [sex], victim_outcome: [harm] }]],
    ),
  );
}

/** Victims who were killed or injured by sex and age. @param answers to its filters, with a facet of ages that counts victims */
export function peopleHarmed(
  { victim_age: chosen }: Filter,
  answers: Readonly<Partial<Record<HarmedName, Summary>>>,
): PeopleCell[] {
  // The facet counts ages that are not chosen, too.
  const victims = (name: HarmedName, age: AgeBand) =>
    chosen?.includes(age) === false ? 0 : (answers[name]?.facets.victim_age?.find(({ value }) => value === age)?.victims ?? 0);
  return sexes.codes.flatMap((sex) =>
    ageBands.codes.map((age) => ({ sex, age, killed: victims(`${sex}/killed`, age), injured: victims(`${sex}/injured`, age) })),
  );
}

/** Beyond this many people, a square stands for ten of them. */
const mostSquares = 300;

/** How many people a square of their picture stands for. @param all of them */
export function peoplePerSquare(all: number): 1 | 10 {
  return all > mostSquares ? 10 : 1;
}
