import type { Summary, TrendsPlacesData } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import { countedKind, dayNumber, extraMeasures, type Measure, stepPeriod } from '@monitor/domain';
import { population } from '@monitor/geography';
import {
  coverageOfPlaces,
  type Dataset,
  datasetsHolding,
  datasetsInScope,
  daysWithData,
  meantDays,
  overlapOf,
} from '../judge/dataset-coverage.ts';
import { countCompared, ofPlaces } from '../judge/notable-changes.ts';
import { placeRates } from '../judge/place-rates.ts';
import { leastDays, locationsOf, type RateInput } from '../judge/population-rate.ts';
import { countedKey } from '../say/counted-words.ts';
import { saidChanges } from '../say/page-verdicts.ts';
import type { Voice } from '../say/voice.ts';
import { lineBreaks, stepCoverage } from '../judge/step-coverage.ts';
import { namedCoverage, saidBreaks } from '../say/trend-words.ts';
import { seriesRates } from '../judge/series-rate.ts';
import { comparedOf, familiesOf, familyQuestions } from './families.ts';
import { type AnswersTo, type Page, type PageInput, summaryOf } from './page.ts';

type Input = PageInput<{ readonly measure: Measure }>;

function questions(input: Input) {
  const family = familyQuestions(input);
  return (
    family && {
      ...family,
      years: summaryOf(input.filter, {
        interval: 'year',
        split: 'country',
        measures: extraMeasures({ measures: [input.choices.measure] }),
      }),
    }
  );
}
type PlacesQuestions = NonNullable<ReturnType<typeof questions>>;

function say(input: Input, answers: AnswersTo<PlacesQuestions>, voice: Voice): TrendsPlacesData {
  const { filter, datasets } = input;
  const { period, compared } = comparedOf(input)!;
  const inScope = datasetsInScope(filter, datasets);
  const { single } = familiesOf(input, answers)!;
  const said = saidChanges(ofPlaces(single, filter.country), period, voice, countCompared(single));
  const { comparedWith } = said;
  // A period that nobody chose is said as far as there is data of it.
  const shown = filter.from === undefined ? daysWithData(period, coverageOfPlaces(filter, datasets)) : period;
  const rates = ratesByYear(answers.years, input, datasetsHolding(inScope, filter, answers.everFirst.facets), voice);
  return {
    period,
    query: filterQuery(compared),
    changes: {
      ...said,
      reading: voice.t(`changes.reading.${comparedWith === undefined || said.compared.length === 0 ? 'none' : 'compared'}`, {
        period: voice.date.period(shown.from, shown.to),
        before: comparedWith && voice.date.period(comparedWith.from, comparedWith.to),
        count: countCompared(single),
      }),
    },
    ...(rates && { rates }),
  };
}

/** Undefined if only one place is chosen, or there are no rates. */
function ratesByYear(
  answer: Summary,
  { filter, choices: { measure }, datasets }: Input,
  concerned: readonly Dataset[],
  voice: Voice,
): TrendsPlacesData['rates'] {
  const { t, number, date, place } = voice;
  const { series, period } = answer;
  const days = period === null ? undefined : meantDays(filter, datasets);
  const input: RateInput = { filter, period: days ?? null, datasets, findPopulation: population };
  const places = placeRates(answer, measure, input);
  const [highest, lowest] = [places[0], places.at(-1)];
  if (highest === undefined || lowest === undefined || places.length < 2) return undefined;
  const all = seriesRates(series.points, 'year', measure, input, locationsOf(input));
  const covered = coverageOfPlaces(filter, datasets);
  const inData = days && covered && overlapOf(days, covered);
  if (inData === undefined) return undefined;
  const starts = series.points.map(({ start }) => start);
  // A rate of other places would be higher or lower for that reason alone.
  const data = stepCoverage(starts, 'year', namedCoverage(concerned, filter, voice));
  // Only covered years are shown, and the last one only if it is long enough for a rate.
  const shownAt = starts.flatMap((start, at) =>
    data[at]?.key === '' || dayNumber(inData.to) - dayNumber(start) + 1 < leastDays ? [] : [at],
  );
  const lastAt = shownAt.at(-1);
  if (lastAt === undefined) return undefined;
  const years = shownAt.map((at) => starts[at]!);
  const isPartial = series.points[lastAt]?.partial === true || data[lastAt]?.cut === true;
  const shown = date.period(inData.from, inData.to);
  return {
    title:
      highest.whole === undefined ||
      highest.whole === 0 ||
      lowest.whole === undefined ||
      new Set(shownAt.map((at) => data[at]?.key)).size > 1
        ? t('trends.places.plain')
        : t('trends.places.title', {
            high: number.rate(highest.whole),
            highest: place(highest.code),
            low: number.rate(lowest.whole),
            lowest: place(lowest.code),
            period: shown,
          }),
    reading: t(isPartial ? 'trends.places.readingPartial' : 'trends.places.reading', {
      many: voice.t(countedKey(countedKind(filter), measure, 'many')),
      period: shown,
      year: date.year(years.at(-1) ?? ''),
    }),
    isPartial,
    years,
    places: [
      ...places.map(({ code, rates: ofSteps }) => {
        const rates = shownAt.map((at) => ofSteps[at] ?? null);
        const steps = years.map((from) => ({ from, to: stepPeriod(from, 'year').to }));
        const breaks = lineBreaks(code, steps, rates, concerned);
        return { code, rates, ...(breaks.length > 0 && { breaks: saidBreaks(breaks, voice) }) };
      }),
      ...(all.kind === 'rates'
        ? [{ rates: shownAt.map((at) => (data[at]?.key === data[lastAt]?.key ? (all.rates[at] ?? null) : null)) }]
        : []),
    ],
  };
}

export const trendsPlaces: Page<{ readonly measure: Measure }, PlacesQuestions, TrendsPlacesData> = { questions, say };
