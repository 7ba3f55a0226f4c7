import type { HomeData, HomeGroup, Summary } from '@monitor/contract';
import { filterQuery, homeGroups } from '@monitor/contract/without-schemas';
import {
  countKind,
  extraMeasures,
  type Filter,
  type IncidentKind,
  incidentKinds,
  type Measure,
  type Period,
  reportedOf,
  type SummaryRequest,
  typesOfKind,
  without,
} from '@monitor/domain';
import { figureChange } from '../judge/change.ts';
import { coverageOf, type Dataset, datasetsHolding, isCovered } from '../judge/dataset-coverage.ts';
import { compositionOf } from '../judge/composition.ts';
import { countsReason, mapRates, ratesShown } from '../judge/map-rates.ts';
import {
  type ChangeFamilies,
  changeFamilies,
  type Comparison,
  countCompared,
  placesStandingOut,
  withinFamily,
} from '../judge/notable-changes.ts';
import { locationRows, type PlaceFigures } from '../judge/place-rows.ts';
import { lastTwelveMonths, yearBefore } from '../judge/twelve-months.ts';
import { allPlacesRow } from '../judge/all-places-row.ts';
import { isNotReported, recordingSeizures } from '../judge/reported.ts';
import { familyText } from '../say/comparison-words.ts';
import { countedAmount, countedKey, figureKey } from '../say/counted-words.ts';
import { headline } from '../say/headline.ts';
import { mapTitle, placesTitle } from '../say/place-titles.ts';
import { saidChange, saidChanges, saidPlace } from '../say/page-verdicts.ts';
import { countsText } from '../say/rate-words.ts';
import { saidUnusual } from '../say/unusual.ts';
import type { Voice } from '../say/voice.ts';
import { type AnswersTo, byLocation, type Page, type PageInput } from './page.ts';
import { signalsOf } from './signals.ts';

/** The figures of each group. */
const groupMeasures = {
  violence: ['incidents', 'killed', 'injured'],
  weapon_seizure: ['incidents', 'weapons'],
} as const satisfies Readonly<Record<HomeGroup, readonly Measure[]>>;

/** Changes that a reader should look at first; more would be a list. */
const mostShown = 3;

const summary = (filter: Filter, request: Partial<SummaryRequest>) => ({
  summary: { filter, request: { interval: 'month' as const, facets: [], measures: [], hours: false, ...request } },
});

function questions({ datasets }: Pick<PageInput<unknown>, 'datasets'>) {
  const coverage = coverageOf(datasets);
  if (coverage === undefined) return undefined;
  const period: Filter = lastTwelveMonths(coverage);
  const [violence, seizures] = homeGroups.map((kind): Filter => ({ ...period, type: typesOfKind(kind) })) as [Filter, Filter];
  const ever = (filter: Filter) => without(filter, 'from', 'to');
  const twoYears: Filter = { ...seizures, from: yearBefore(lastTwelveMonths(coverage)).from };
  const held = ['dataset', 'country'] as const;
  const weapons = extraMeasures({ measures: groupMeasures.weapon_seizure });
  return {
    all: summary(period, { interval: 'none', facets: ['type'] }),
    violence: summary(violence, { facets: ['type', 'country', 'region'], ...byLocation }),
    // Over all data, since its rates are shown since then.
    violenceHistory: summary(ever(violence), { facets: held, split: 'country' }),
    seizures: summary(seizures, { facets: ['mode', 'country'], measures: weapons, ...byLocation }),
    seizureHistory: summary(twoYears, { measures: weapons, split: 'country' }),
    seizuresEver: summary(ever(seizures), { interval: 'none', facets: held }),
    signals: signalsOf({}),
  };
}
type HomeQuestions = NonNullable<ReturnType<typeof questions>>;

function say({ datasets }: Pick<PageInput<unknown>, 'datasets'>, answers: AnswersTo<HomeQuestions>, voice: Voice): HomeData {
  const { t, number, date } = voice;
  const coverage = coverageOf(datasets)!;
  const period = lastTwelveMonths(coverage);
  const over = date.period(period.from, period.to);
  const recording = recordingSeizures(datasets, answers.seizuresEver);
  const isRecorded = recording.some((one) => one.countries.some((code) => isCovered(code, period, [one])));
  const groups = [
    groupOf('violence', answers.violence, answers.violenceHistory, answers.violenceHistory, period, datasets),
    groupOf('weapon_seizure', answers.seizures, answers.seizureHistory, answers.seizuresEver, period, datasets),
  ] as const;
  const [violence, seizures] = groups;
  const families = changeFamilies(groups);
  const changes = families.single;
  const figures: PlaceFigures = {
    main: { filter: violence.filter, answer: violence.summary },
    seizures: { filter: seizures.filter, answer: seizures.summary, recording },
    past: violence.history,
    datasets,
    concerned: violence.datasets,
  };
  const rates = mapRates(violence.summary, violence.filter, datasets, 'incidents');
  const rows = rates === undefined ? [] : locationRows(figures, rates.locations);
  const whole = rows.length > 1 ? allPlacesRow(figures, period) : undefined;
  const why = rates && countsReason(rates);
  const standingOut = placesStandingOut(changes, 'violence');
  const outstanding = [...changes.clear, ...changes.driven].slice(0, mostShown);
  // Where nothing stands out, those that come nearest, so that this can be seen.
  const shown = outstanding.length > 0 ? outstanding : changes.chance.slice(0, mostShown);
  return {
    coverage,
    period,
    comparedWith: yearBefore(period),
    incidents: datasets.reduce((sum, dataset) => sum + dataset.incidents, 0),
    locations: [...new Set(datasets.flatMap(({ countries }) => countries))],
    updated:
      datasets
        .flatMap(({ updated_at }) => updated_at ?? [])
        .toSorted()
        .at(-1) ?? null,
    headline: headline(
      (isRecorded ? groups : [violence]).map((group) => ({ ...group, change: changeOf(group, 'incidents', families) })),
      voice,
    ),
    finding: { text: countedByKind(answers.all, voice), isClear: false },
    reading: t(changeOf(violence, 'incidents', families).kind === 'change' ? 'home.comparedWith' : 'home.period', { period: over }),
    groups: groups.map((group) => saidGroup(group, families, { over, isRecorded: group.kind === 'violence' || isRecorded }, voice)),
    changes: {
      ...saidChanges(changes, period, voice),
      reading:
        countCompared(changes) === 0
          ? t('home.period', { period: over })
          : t(outstanding.length === 0 && shown.length > 0 ? 'home.changes.readingNone' : 'home.changes.reading'),
      shown: shown.map((one) => monthsOf(one, one.kind === 'violence' ? violence : seizures, period)),
    },
    ...(rates && {
      map: {
        title: mapTitle(rates, voice),
        reading:
          why !== undefined
            ? `${t('home.map.readingCounts', { period: over })} ${countsText(why, voice)}`
            : whole?.rate === undefined
              ? t('home.map.reading', { period: over })
              : t('home.map.readingAll', {
                  period: over,
                  count: rows.filter(({ rate }) => rate).length,
                  rate: number.rate(whole.rate.rate),
                }),
        rates: ratesShown(rates),
        query: filterQuery(violence.filter),
      },
    }),
    places: {
      title: placesTitle(rows, changes, over, voice),
      reading: `${t('home.places.reading', { period: over })}${familyText(countCompared(changes), voice)}`,
      rows: [...rows, ...(whole ? [{ ...whole, change: changeOf(violence, 'incidents', families) }] : [])].map((row) =>
        saidPlace(row, { standingOut, compared: countCompared(changes) }, voice),
      ),
    },
    ...saidUnusual(answers.signals, voice),
  };
}

interface Group {
  readonly kind: HomeGroup;
  /** Selects its incidents of the period. */
  readonly filter: Filter;
  readonly summary: Summary;
  /** Month by month, with a part for each location. */
  readonly history: Summary;
  /** Those that have any at any time: what they cover decides what can be compared. */
  readonly datasets: readonly Dataset[];
}

/** All incidents, and of which kinds they are: never a change of all of them, since violence and the work of the police are two things. */
function countedByKind({ facets, totals }: Summary, voice: Voice): string {
  const amountOf = (kind: IncidentKind, count: number) => countedAmount(kind, 'incidents', count, voice);
  const parts = incidentKinds.slice(1).map((kind) => ({ kind, count: countKind(kind, facets.type ?? []) }));
  const counted = parts.filter(({ count }) => count > 0).map(({ kind, count }) => amountOf(kind, count));
  return voice.t(counted.length < 2 ? 'home.counted.one' : 'home.counted.several', {
    all: amountOf('all', totals.incidents),
    counted,
  });
}

function groupOf(
  kind: HomeGroup,
  answer: Summary,
  history: Summary,
  { facets: held }: Summary,
  period: Period,
  datasets: readonly Dataset[],
): Group {
  const filter: Filter = { ...period, type: typesOfKind(kind) };
  return { kind, filter, summary: answer, history, datasets: datasetsHolding(datasets, filter, held) };
}

const changeOf = ({ summary: answer, filter, datasets }: Group, measure: Measure, families: ChangeFamilies) =>
  withinFamily(figureChange(answer, filter, measure, datasets), families, filter, measure);

/** @param over the period in words @param isRecorded whether any dataset ever had such an incident */
function saidGroup(
  group: Group,
  families: ChangeFamilies,
  { over, isRecorded }: { readonly over: string; readonly isRecorded: boolean },
  voice: Voice,
): HomeData['groups'][number] {
  const { kind, filter, summary: answer } = group;
  const dimension = kind === 'violence' ? 'type' : 'mode';
  const chosen = new Set<string>(filter.type);
  const counted = (answer.facets[dimension] ?? []).filter(({ value }) => dimension === 'mode' || chosen.has(value));
  return {
    kind,
    ...(answer.totals.incidents === 0 && {
      none: isRecorded ? voice.t(`home.none.${kind}`, { period: over }) : voice.t('unrecorded.weapon_seizure'),
    }),
    figures: groupMeasures[kind].map((measure) => ({
      measure,
      count: isNotReported(answer.totals, measure) ? null : (answer.totals[measure] ?? 0),
      notReported: reportedOf(answer.totals, measure).notReported,
      label: voice.t(figureKey(kind, measure), { count: answer.totals[measure] ?? 0 }),
      many: voice.t(countedKey(kind, measure, 'many')),
      query: filterQuery(filter),
      change: saidChange(changeOf(group, measure, families), measure, voice),
    })),
    parts: compositionOf(counted).map(({ values, count }) => ({
      values,
      count,
      query: filterQuery({ ...filter, [dimension]: values }),
    })),
    query: filterQuery(filter),
  };
}

function monthsOf({ place, kind, measure }: Comparison, { history }: Group, period: Period): HomeData['changes']['shown'][number] {
  const points = history.series.parts?.find(({ value }) => value === place)?.points ?? [];
  const months = ({ from, to }: Period) =>
    points.filter(({ start }) => start >= from && start <= to).map((point) => point[measure] ?? 0);
  return { place, kind, measure, earlier: months(yearBefore(period)), now: months(period) };
}

export const homePage: Page<unknown, HomeQuestions, HomeData> = { questions, say };
