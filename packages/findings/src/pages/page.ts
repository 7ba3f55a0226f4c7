import type { SettlementRanking, SignalList, Summary } from '@monitor/contract';
import type { Filter, Measure, SummaryRequest } from '@monitor/domain';
import type { Dataset } from '../dataset-coverage.ts';
import type { Voice } from '../say/voice.ts';
import type { SignalRequest } from '../signals.ts';

/** What a page can ask of one state of the data, by the name of the kind of answer. */
export interface Asked {
  readonly summary: { readonly filter: Filter; readonly request: SummaryRequest };
  readonly settlements: { readonly filter: Filter; readonly measure: Measure; readonly limit: number; readonly spread: boolean };
  readonly signals: SignalRequest;
}
export interface Answered {
  readonly summary: Summary;
  readonly settlements: SettlementRanking;
  /** Null while they are being calculated, which nobody waits for: it takes some seconds after the data has changed. */
  readonly signals: SignalList | null;
}
export type AnswerName = keyof Asked;
/** One question, of one kind. */
export type Question<Name extends AnswerName = AnswerName> = {
  readonly [One in Name]: { readonly [Own in One]: Asked[One] };
}[Name];

/** Questions by the names that their answers have. */
export type Questions = Readonly<Record<string, Question>>;
export type AnswersTo<Of extends Questions> = {
  readonly [Name in keyof Of]: Of[Name] extends { readonly [Kind in infer One extends AnswerName]: unknown }
    ? Answered[One]
    : never;
};

/** What a reader chose, and the data that there is. */
export interface PageInput<Choices> {
  readonly filter: Filter;
  readonly choices: Choices;
  /** Those with a published incident. */
  readonly datasets: readonly Dataset[];
}

/** A page: what it asks, and what it says of the answers. Pure, so that it can be made in a server or in a browser. */
export interface Page<Choices, Of extends Questions, Data> {
  /** No questions where there is nothing to ask. */
  readonly questions: (input: PageInput<Choices>) => Of | undefined;
  readonly say: (input: PageInput<Choices>, answers: AnswersTo<Of>, voice: Voice) => Data;
}
