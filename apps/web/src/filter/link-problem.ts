import { filterLimits, isIsoDate } from '@monitor/domain';
import type { LinkProblem } from './explore-state.ts';

/** What a person is told about one part of a link, by its key in the texts. */
export type LinkProblemKind = LinkProblem['code'] | 'last_before_first' | 'no_such_day' | 'day_out_of_range';

/** The most telling kind of a problem: what is wrong with a day is told apart. */
export function linkProblemKind({ parameter, code, value }: Pick<LinkProblem, 'parameter' | 'code' | 'value'>): LinkProblemKind {
  if (code !== 'bad_value') return code;
  if (parameter !== 'from' && parameter !== 'to') return code;
  if (!isIsoDate(value)) return 'no_such_day';
  if (value < filterLimits.firstDay || value > filterLimits.lastDay) return 'day_out_of_range';
  // A day that is possible by itself is refused for its place only.
  return 'last_before_first';
}
