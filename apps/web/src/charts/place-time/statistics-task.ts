import type { PointList, SettlementRanking } from '@monitor/contract';
import { type NearRepeats, nearRepeats, settlementConcentration, type SettlementConcentration } from '@monitor/findings';

/** What takes too long for the page itself, which would not answer meanwhile. */
export type StatisticsTask =
  | { readonly kind: 'near_repeats'; readonly points: Pick<PointList, 'points'> }
  | { readonly kind: 'concentration'; readonly ranking: Pick<SettlementRanking, 'inSettlements' | 'elsewhere' | 'spread'> };

export interface StatisticsAnswers {
  readonly near_repeats: NearRepeats;
  readonly concentration: SettlementConcentration;
}

/** What a worker says of its task: how much is done, or its answer. */
export type StatisticsMessage =
  | { readonly share: number }
  | { readonly answer: StatisticsAnswers[StatisticsTask['kind']] }
  | { readonly failure: string };

/** The answer to a task, here and now. @param progress called with the share that is done */
export function answerTask(task: StatisticsTask, progress: (share: number) => void): StatisticsAnswers[StatisticsTask['kind']] {
  return task.kind === 'near_repeats' ? nearRepeats(task.points, { progress }) : settlementConcentration(task.ranking);
}
