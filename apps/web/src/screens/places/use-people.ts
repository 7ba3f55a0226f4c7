import { filterQuery, type Summary } from '@monitor/contract';
import { type AgeBand, ageBands, type Filter, type Sex, sexes } from '@monitor/domain';
import { useQueries } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import type { PeopleCell } from '../../charts/people-layout.ts';

const harms = ['killed', 'injured'] as const;

/** Victims who were killed or injured by sex and age; undefined while they are not known. @param filter undefined where it is not known */
export function usePeople(filter: Filter | undefined): readonly PeopleCell[] | undefined {
  const wanted = sexes.codes.flatMap((sex) =>
    harms.map((harm) => ({ sex, harm, filter: filter && filterOfPeople(filter, sex, harm) })),
  );
  const answers = useQueries({
    queries: wanted.map((one) => ({
      ...queries.summary(one.filter === undefined ? '' : filterQuery(one.filter), 'year', ['victim_age'], {
        measures: ['victims'],
      }),
      // The page is drawn without them at first.
      meta: {},
      enabled: one.filter !== undefined,
    })),
  });
  if (answers.some(({ data }, index) => data === undefined && wanted[index]?.filter !== undefined) || filter === undefined)
    return undefined;
  const victims = (sex: Sex, harm: (typeof harms)[number], age: AgeBand) => {
    const at = wanted.findIndex((one) => one.sex === sex && one.harm === harm);
    const data: Summary | undefined = wanted[at]?.filter === undefined ? undefined : answers[at]?.data;
    return data?.facets.victim_age?.find(({ value }) => value === age)?.victims ?? 0;
  };
  return sexes.codes.flatMap((sex) =>
    ageBands.codes.map((age) => ({ sex, age, killed: victims(sex, 'killed', age), injured: victims(sex, 'injured', age) })),
  );
}

/** Victims of one sex who were killed, or injured; undefined where the filter selects others. */
function filterOfPeople(filter: Filter, sex: Sex, harm: (typeof harms)[number]): Filter | undefined {
  const { victim_sex: chosenSex, victim_outcome: chosenOutcome } = filter;
  if (chosenSex?.includes(sex) === false || chosenOutcome?.includes(harm) === false) return undefined;
  return { ...filter, victim_sex: [sex], victim_outcome: [harm] };
}
