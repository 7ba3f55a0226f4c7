import {
  dispersionOf,
  type LocationRate,
  locationRates,
  noRateText,
  pairedRates,
  perhapsHighest,
  type RatedDimension,
  type SizeReading,
  sizeReadingText,
  withoutRate,
} from '@monitor/findings';
import { population, regionPopulation } from '@monitor/geography';
import { comparisonOf, sidesOf } from '../answers/sides.ts';
import type { Answers, OneSide } from '../answers/use-answers.ts';
import { chosenValues } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FacetBars } from './bar-card.tsx';
import { barRows, rateRows } from './bar-rows.ts';
import { useCountReading } from './facet-card.tsx';
import { ShownAs } from './shown-as.tsx';
import { usePairs, usePairWords } from './use-pairs.ts';

/** What differs between locations and regions: the part of the view that is their choice, their population, and the bars at first. */
const rated = {
  country: { choice: 'locations', findPopulation: population, length: 12 },
  region: { choice: 'regions', findPopulation: regionPopulation, length: 10 },
} as const;

/** By location or region: counts, or rates per 100,000 people and year. */
export default function LocationCard({
  dimension,
  title,
  answers,
}: {
  dimension: RatedDimension;
  title: string;
  answers: Answers;
}) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { view } = useExplore();
  const { choice, findPopulation, length } = rated[dimension];
  const { filterOfFigures: filter, measure } = answers;
  const { data } = answers.summary;
  const counted = data?.facets[dimension];
  const countReading = useCountReading(dimension, counted, answers);
  const dispersion = data === undefined ? 1 : dispersionOf(data.totals, measure);
  const ratesOf = ({ summary, filterOfFigures, datasets }: OneSide) => {
    const values = summary.data?.facets[dimension];
    if (view[choice] === 'count' || summary.data === undefined || values === undefined || datasets === undefined) return undefined;
    const input = { filter: filterOfFigures, period: summary.data.period, datasets, findPopulation };
    return locationRates(input, values, measure, dispersionOf(summary.data.totals, measure), dimension);
  };
  const found = ratesOf(answers);
  const sides = sidesOf(answers);
  const others = answers.against && ratesOf(answers.against);
  const isComparable = comparisonOf(answers)?.days !== undefined;
  const ratePairs = sides && found && others && pairedRates([found.rates, others.rates], sides, measure, isComparable);
  const countPairs = usePairs(dimension, answers);
  const pairsOfRates = usePairWords(dimension, ratePairs, 'rate', answers);
  const paired = found === undefined ? countPairs : pairsOfRates;
  const rows = found === undefined ? barRows(counted ?? [], measure) : rateRows(found.rates);
  const chosen = chosenValues(filter, dimension);
  const nameOf = (code: string) => terms.value(dimension, code);
  const noRate = found === undefined || data === undefined ? undefined : withoutRate({ filter, period: data.period }, dimension);
  const readingAlone =
    found === undefined
      ? countReading
      : noRate !== undefined
        ? noRateText({ kind: noRate }, t, 'long')
        : sizeReadingText(sizeReading(found, chosen, dispersion), nameOf, t, number);
  const without = (found?.without ?? []).map(({ code, events, reason }) => ({
    name: nameOf(code),
    text: t('chart.by.withoutReason', { name: nameOf(code), number: number.count(events), reason: noRateText(reason, t) }),
    cell: noRateText(reason, t),
  }));
  const sources = new Set([...(found?.rates.values() ?? [])].map(({ source, lastYear }) => `${source} (${lastYear})`));
  const measured = t(`measure.${measure}.name`);
  return (
    <FacetBars
      dimension={dimension}
      title={title}
      reading={noRate === undefined && paired !== undefined ? paired.reading : readingAlone}
      rows={counted === undefined ? undefined : rows}
      length={length}
      without={without}
      pairs={paired?.bars.pairs}
      fileNotes={paired?.bars.fileNotes ?? []}
      notes={[
        ...(paired?.bars.notes ?? []),
        ...(dimension === 'country' || sources.size === 0 ? [] : [t('chart.by.size.source', { sources: [...sources].toSorted() })]),
      ]}
      amountText={found === undefined ? number.count : number.rate}
      amountLabel={found === undefined ? measured : t('chart.by.rateColumn', { measure: measured })}
      outdated={answers.summary.outdated}
      controls={<ShownAs choice={choice} />}
    />
  );
}

/** What is said of the rates: of the chosen ones where any are chosen. Undefined if there are none. */
function sizeReading(
  { rates, without }: ReturnType<typeof locationRates>,
  chosen: readonly string[],
  dispersion: number,
): SizeReading | undefined {
  const isMeant = (code: string) => chosen.length === 0 || chosen.includes(code);
  const meant = new Map<string, LocationRate>([...rates].filter(([code]) => isMeant(code)));
  const perhaps = perhapsHighest(meant, dispersion);
  const highest = meant.get(perhaps[0] ?? '');
  if (highest === undefined) return undefined;
  return { perhaps, highest, compared: meant.size, without: without.filter(({ code }) => isMeant(code)).length };
}
