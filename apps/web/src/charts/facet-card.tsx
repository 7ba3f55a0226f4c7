import type { FacetValue } from '@monitor/contract';
import { type DimensionName, dimensions, namedGroup } from '@monitor/domain';
import type { Answers } from '../answers/use-answers.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { chosenValues } from '../filter/filter-actions.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FacetBars } from './bar-card.tsx';
import { barReading, barRows } from './bar-rows.ts';
import { barReadingText } from './bar-words.ts';
import { usePairs } from './use-pairs.ts';

const length = 10;

/** Counts by the values of a list, in the measure chosen for all charts. */
export default function FacetCard({ dimension, title, answers }: { dimension: DimensionName; title: string; answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { measure } = answers;
  const { data } = answers.summary;
  const counted = data?.facets[dimension];
  const rows = barRows(counted ?? [], measure);
  const reading = useCountReading(dimension, counted, answers);
  const paired = usePairs(dimension, answers);
  return (
    <FacetBars
      dimension={dimension}
      title={title}
      reading={paired === undefined ? reading : paired.reading}
      rows={counted === undefined ? undefined : rows}
      {...paired?.bars}
      length={length}
      amountText={number.count}
      amountLabel={t(`measure.${measure}.name`)}
      outdated={answers.summary.outdated}
    />
  );
}

/** One sentence on the longest bar. */
export function useCountReading(
  dimension: DimensionName,
  counted: readonly FacetValue[] | undefined,
  { summary, filterOfFigures, measure }: Answers,
): string | undefined {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  if (counted === undefined) return undefined;
  const chosen = chosenValues(filterOfFigures, dimension);
  // A named group is one view of the data, not a selection of as many values as it has.
  const group = namedGroup(dimension, chosen);
  const reading = barReading(barRows(counted, measure), chosen, dimensions[dimension].isWhole);
  const asked = {
    dimension,
    measure,
    chosen: group === undefined ? chosen.length : 0,
    incidents: summary.data?.totals.incidents ?? 0,
  };
  return barReadingText(reading, asked, (value) => terms.value(dimension, value), t, number);
}
