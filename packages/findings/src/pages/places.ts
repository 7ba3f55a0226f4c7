import { countedKey } from '../say/counted-words.ts';
import type { PlacesData } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import { extraMeasures, type Filter, type SummaryRequest, without, withoutPlace } from '@monitor/domain';
import { taking } from '../judge/compared-within.ts';
import { coverageOfPlaces, datasetsHolding, datasetsInScope, overlapOf, syntheticShare } from '../judge/dataset-coverage.ts';
import { isNarrowed, kindFilters } from '../judge/kinds-of-filter.ts';
import { locationRows, type PlaceRow } from '../judge/place-rows.ts';
import { regionRows } from '../judge/region-rows.ts';
import { comparedKindOf, comparedMeasures, countCompared, notableChanges, placesStandingOut } from '../judge/notable-changes.ts';
import { changesStandingOut } from '../judge/standing-out.ts';
import { recordingSeizures } from '../judge/reported.ts';
import { withPeriod } from '../judge/twelve-months.ts';
import type { Place } from '../place-address.ts';
import { familyText } from '../say/comparison-words.ts';
import { noDataOf } from '../say/no-data.ts';
import { periodWords } from '../say/period-words.ts';
import { matchingText } from '../say/place-words.ts';
import { saidPlace } from '../say/page-verdicts.ts';
import { highestRateText } from '../say/size-words.ts';
import { byLocation, type Page, type PageInput, type Question, seizuresRecorded } from './page.ts';

export const summary = (filter: Filter, request: Partial<SummaryRequest> = {}): Question<'summary'> => ({
  summary: { filter, request: { interval: 'month', facets: [], measures: [], hours: false, ...request } },
});

/** What a page of places is of; undefined without data. @param of the one place that it is of; the days are then those of the data about its location */
export function selectionOf({ filter: asked, datasets: all }: Pick<PageInput<unknown>, 'filter' | 'datasets'>, of?: Place) {
  const rest = withoutPlace(asked);
  const datasets = datasetsInScope(rest, all);
  const coverage = coverageOfPlaces(of === undefined ? {} : { country: [of.country] }, datasets);
  return coverage && { filter: withPeriod(rest, coverage), datasets, coverage };
}

/** Asks what each location had, and had in the period compared with. */
function compared(filter: Filter) {
  return { ...byLocation, measures: extraMeasures({ measures: comparedMeasures[comparedKindOf(filter)] }) };
}

type PlacesQuestions = {
  readonly main: Question<'summary'>;
  readonly past: Question<'summary'>;
  readonly seizures: Question<'summary'> | undefined;
  readonly seizuresEver: Question<'summary'> | undefined;
  readonly seizuresRecorded: Question<'summary'>;
  readonly before: Question<'summary'> | undefined;
};

export const placesPage: Page<unknown, PlacesQuestions, PlacesData> = {
  questions(input, { main }) {
    const selection = selectionOf(input);
    if (selection === undefined) return undefined;
    const { datasets } = selection;
    const kinds = kindFilters(selection.filter);
    const comparison = main?.comparison;
    return {
      main: summary(kinds.main, { facets: ['type', 'country', 'region'], ...compared(kinds.main) }),
      past: summary(without(kinds.main, 'from', 'to'), { facets: ['dataset', 'country'], split: 'country' }),
      seizures:
        kinds.beside && summary(kinds.beside, { facets: ['country', 'region'], interval: 'none', ...compared(kinds.beside) }),
      seizuresEver:
        kinds.beside && summary(without(kinds.beside, 'from', 'to'), { facets: ['dataset', 'country'], interval: 'none' }),
      seizuresRecorded,
      before: comparison
        ? summary(
            { ...taking('compared', main, kinds.main, datasets).filter, from: comparison.from, to: comparison.to },
            { facets: ['country', 'region'], interval: 'none' },
          )
        : undefined,
    };
  },

  say(input, answers, voice) {
    const { filter, datasets, coverage } = selectionOf(input)!;
    const kinds = kindFilters(filter);
    const asked = answers.main.period;
    // The days that there are figures of, if any.
    const period = asked && (overlapOf(coverage, asked) ?? asked);
    const concerned = datasetsHolding(datasets, kinds.main, answers.past.facets);
    const figures = {
      main: { filter: kinds.main, answer: answers.main },
      seizures: kinds.beside &&
        answers.seizures && {
          filter: kinds.beside,
          answer: answers.seizures,
          recording: recordingSeizures(datasets, answers.seizuresRecorded),
        },
      past: answers.past,
      datasets,
      concerned,
    };
    const changes = notableChanges([
      { kind: comparedKindOf(kinds.main), ...figures.main, summary: answers.main, datasets: concerned },
      ...(figures.seizures
        ? [
            {
              kind: 'weapon_seizure' as const,
              ...figures.seizures,
              summary: figures.seizures.answer,
              datasets: datasetsHolding(datasets, figures.seizures.filter, answers.seizuresEver?.facets),
            },
          ]
        : []),
    ]);
    const locations = locationRows(figures, [...new Set(datasets.flatMap(({ countries }) => countries))], answers.before);
    const regions = regionRows(figures, answers.before);
    const table = (rows: readonly PlaceRow[], standingOut: ReadonlySet<string>, count: number) =>
      rows.map((row) => saidPlace(row, { standingOut, compared: count }, voice));
    const matching = (form: 'name' | 'many') =>
      matchingText(voice.t(countedKey(kinds.counted, 'incidents', form)), 0, isNarrowed(kinds.main), voice);
    const list = voice.t('places.list.reading', {
      many: matching('name'),
      period: period === null ? '' : periodWords(period, voice),
    });
    const many = matching('many');
    const highest = { locations: highestRateText(locations, many, voice), regions: highestRateText(regions, many, voice) };
    const comparedRegions = regions.filter(({ change }) => change.kind === 'change').length;
    return {
      coverage,
      query: filterQuery(filter),
      period,
      counted: kinds.counted,
      sources: concerned.map(({ slug }) => slug),
      synthetic: syntheticShare(datasets),
      incidentQuery: filterQuery(kinds.main),
      reading: `${list}${familyText(countCompared(changes), voice)}`,
      locations: {
        reading: noDataOf(filter, datasets, voice) ?? highest.locations,
        rows: table(locations, placesStandingOut(changes, comparedKindOf(kinds.main)), countCompared(changes)),
      },
      regions: {
        // Why there are no rates is said once.
        reading:
          `${regions.length === 0 || highest.regions === highest.locations ? '' : highest.regions}${familyText(comparedRegions, voice)}`.trim(),
        rows: table(regions, changesStandingOut(regions), comparedRegions),
      },
    };
  },
};
