import type { Measure } from '@monitor/domain';
import type { SummaryParts } from '../../answers/use-answers.ts';
import { chartParts } from '../../charts/chart-list.tsx';
import { openLists } from '@monitor/contract';

/** What this screen draws of a summary: the charts of a measure, and the lists of the panel. */
export function partsOf(measure: Measure): SummaryParts {
  const { facets, hours } = chartParts(measure);
  return { facets: [...openLists, ...facets], hours };
}
