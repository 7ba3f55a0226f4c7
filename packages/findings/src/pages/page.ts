import type { IndicatorTable, PlaceList, SettlementRanking, SignalList, Summary } from '@monitor/contract';
import { type Filter, type Measure, type SummaryRequest, typesOfKind, without } from '@monitor/domain';
import {
  type Alike,
  type AlikeName,
  besideWithin,
  comparedWithin,
  lineWithin,
  rankedWithin,
  type Restricted,
  type RestrictedFilter,
  type WithAlike,
} from '../judge/compared-within.ts';
import type { Dataset } from '../judge/dataset-coverage.ts';
import { type LeftOut, leftOutBeside } from '../judge/left-out.ts';
import type { Voice } from '../say/voice.ts';
import type { SignalRequest } from '../judge/signals.ts';

/** What a page can ask of one state of the data, by the name of the kind of answer. */
export interface Asked {
  readonly summary: {
    readonly filter: Filter;
    readonly request: SummaryRequest;
    /** Another selection that it is compared with. */
    readonly beside?: Filter | undefined;
  };
  readonly settlements: { readonly filter: Filter; readonly measure: Measure; readonly limit: number; readonly spread: boolean };
  readonly signals: SignalRequest;
  /** Settlements by name. */
  readonly places: { readonly text: string; readonly limit: number };
  readonly indicators: { readonly filter: Pick<Filter, 'country' | 'dataset'>; readonly each: boolean };
}
export interface Answered {
  readonly summary: WithAlike<Summary>;
  readonly settlements: SettlementRanking;
  /** Null while they are being calculated, which nobody waits for: it takes some seconds after the data has changed. */
  readonly signals: SignalList | null;
  readonly places: PlaceList;
  readonly indicators: IndicatorTable;
}
export type AnswerName = keyof Asked;
/** One question, of one kind. */
export type Question<Name extends AnswerName = AnswerName> = {
  readonly [One in Name]: { readonly [Own in One]: Asked[One] };
}[Name];

/** Asks for numbers, of which there are few unless more are named. */
export const summaryOf = (filter: Filter, request: Partial<SummaryRequest> = {}) => ({
  summary: { filter, request: { interval: 'none' as const, facets: [], measures: [], hours: false, ...request } },
});

/** Asks which datasets and locations hold incidents of a filter, whatever the day. */
export const held = (filter: Filter) => summaryOf(without(filter, 'from', 'to'), { facets: ['dataset', 'country'] });

/** Asks for the totals of each location, of which the intervals of rates are made. */
export const byLocation = { split: 'country', partTotals: true } as const;

/** Asks which datasets ever recorded a weapon seizure. */
export const seizuresRecorded = summaryOf({ type: typesOfKind('weapon_seizure') }, { facets: ['dataset'] });

/** Questions by the names that their answers have; some are not asked. */
export type Questions = Readonly<Record<string, Question | undefined>>;
export type AnswersTo<Of extends Questions> = {
  readonly [Name in keyof Of]: AnswerTo<Exclude<Of[Name], undefined>> | (undefined extends Of[Name] ? undefined : never);
};
type AnswerTo<One> = One extends { readonly [Kind in infer Name extends AnswerName]: unknown } ? Answered[Name] : never;

/** What a reader chose, and the data that there is. */
export interface PageInput<Choices> {
  readonly filter: Filter;
  readonly choices: Choices;
  /** Those with a published incident. */
  readonly datasets: readonly Dataset[];
  /** The organisation that runs the monitor. */
  readonly publisher: string;
  /** The licence of figures and charts. */
  readonly licence: string | undefined;
}

/** A page: what it asks, and what it says of the answers. Pure, so that it can be made in a server or in a browser. */
export interface Page<Choices, Of extends Questions, Data> {
  /**
   * No questions where there is nothing to ask. Some can depend on answers to others: what it asks is asked until it asks nothing new.
   * @param known the answers that there are
   */
  readonly questions: (input: PageInput<Choices>, known: Partial<AnswersTo<Of>>) => Of | undefined;
  /** Undefined if the address names something that is not on record. */
  readonly say: (input: PageInput<Choices>, answers: AnswersTo<Of>, voice: Voice) => Data;
}

/** What the comparisons of a page leave out of what its filter selects. */
export function leftOutOf(
  { filter, datasets }: PageInput<unknown>,
  answers: Readonly<Record<string, unknown>>,
): readonly LeftOut[] {
  const beside = Object.values(answers).flatMap((answer) => Object.values((answer as WithAlike<object> | null)?.alike ?? {}));
  return leftOutBeside(
    filter,
    beside.flatMap((one: Restricted) => one.leftOut),
    datasets,
  );
}

type Ask = (question: Question) => Promise<Answered[AnswerName]>;

/** Asks what a page needs, and what it needs then. Undefined if it asks nothing. @param ask gives the answer of the kind that is asked for */
export async function answersTo<Choices, Of extends Questions, Data>(
  { questions }: Page<Choices, Of, Data>,
  input: PageInput<Choices>,
  ask: Ask,
): Promise<AnswersTo<Of> | undefined> {
  const known: Record<string, Answered[AnswerName]> = {};
  for (;;) {
    const asked = questions(input, known as Partial<AnswersTo<Of>>);
    if (asked === undefined) return undefined;
    const others = Object.entries(asked).filter(([name]) => !Object.hasOwn(known, name));
    const found = await Promise.all(
      others.map(async ([name, question]) =>
        question === undefined ? [] : [[name, await askAlike(question, input, ask)] as const],
      ),
    );
    if (found.flat().length === 0) return known as AnswersTo<Of>;
    Object.assign(known, Object.fromEntries(found.flat()));
  }
}

/** The answer to a question and, of numbers, what stands beside it. */
async function askAlike(question: Question, input: PageInput<unknown>, ask: Ask): Promise<Answered[AnswerName]> {
  const answer = await ask(question);
  if (!('summary' in question)) return answer;
  const { filter, request, beside: other } = question.summary;
  const { period, comparison, series } = answer as Summary;
  if (period === null) return answer;
  const ever = () => ask(held(filter)) as Promise<Summary>;
  const by = { filter, datasets: input.datasets, ever };
  const isByPlace =
    (filter.country ?? filter.region) !== undefined ||
    request.split === 'country' ||
    request.facets.some((facet) => facet === 'country' || facet === 'region');
  const filters: Readonly<Record<AlikeName, RestrictedFilter | undefined>> = {
    compared: comparison ? await comparedWithin(by, period, comparison) : undefined,
    ranked: isByPlace ? await rankedWithin(by, period) : undefined,
    beside: other && (await besideWithin(by, period, other)),
    line: series.points.length > 0 ? await lineWithin(by, input.filter) : undefined,
  };
  const asked = new Map<string, Promise<Summary>>();
  const beside = await Promise.all(
    Object.entries(filters).map(async ([name, one]): Promise<[string, Restricted][]> => {
      if (one === undefined) return [];
      if (one.leftOut.length === 0) return [[name, { ...one, answer: answer as Summary }]];
      const key = String(one.filter.leave_out);
      const found = asked.get(key) ?? (ask({ summary: { filter: one.filter, request } }) as Promise<Summary>);
      asked.set(key, found);
      return [[name, { ...one, answer: await found }]];
    }),
  );
  const alike = Object.fromEntries(beside.flat()) as Alike;
  return beside.flat().length === 0 ? answer : { ...(answer as Summary), alike };
}
