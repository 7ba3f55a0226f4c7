import type { Summary } from '@monitor/contract';
import { type Filter, type Period, without } from '@monitor/domain';
import { coverageOf, type Dataset, datasetsHolding, type SyntheticShare, syntheticShare } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { queries } from '../../api/queries.ts';
import { type LastAnswer, useLastAnswer } from '../../api/use-last-answer.ts';
import { useSummary } from '../../answers/use-summary.ts';
import { type NotableChanges, notableChanges } from '../../figures/notable-changes.ts';
import { typesOfKind } from '../../filter/incident-kinds.ts';
import { lastTwelveMonths } from '../../filter/preset-periods.ts';
import { yearBefore } from '../../figures/twelve-months.ts';

/** Violence and the work of the police, which are never added up in one figure. */
export const homeGroups = ['violence', 'weapon_seizure'] as const;
export type HomeGroup = (typeof homeGroups)[number];

/** What is said of one group. */
export interface GroupAnswer {
  readonly kind: HomeGroup;
  /** Selects its incidents of the period. */
  readonly filter: Filter;
  /** Of the period, with a part for each location. */
  readonly summary: Summary;
  /**
   * Month by month, with a part for each location: of violence over all data, since its rates are shown since then, and of seizures over
   * the period and the year before.
   */
  readonly history: Summary;
  /** Which datasets and locations have any at any time. */
  readonly held: Summary['facets'];
  /** The datasets and locations that hold any of its incidents: what they cover decides what can be compared. */
  readonly datasets: readonly Dataset[];
}

export interface HomeAnswers {
  /** The last twelve whole months of the data. */
  readonly period: Period;
  /** First and last day of the data. */
  readonly coverage: Period;
  /** Incidents of every type. */
  readonly all: { readonly filter: Filter; readonly summary: Summary; readonly datasets: readonly Dataset[] };
  readonly groups: Readonly<Record<HomeGroup, GroupAnswer>>;
  /** What changed in each location. */
  readonly changes: NotableChanges;
  readonly datasets: readonly Dataset[];
  readonly synthetic: SyntheticShare;
}

export type Home =
  | { readonly state: 'loading' | 'empty' }
  | { readonly state: 'failed'; readonly error: Error }
  | ({ readonly state: 'ready' } & HomeAnswers);

/** What the front door shows: the last twelve whole months of the data, and all of it month by month. */
export function useHome(): Home {
  const list = useLastAnswer(useQuery(queries.datasets()));
  const datasets = (list.data?.datasets ?? []).filter(({ incidents }) => incidents > 0);
  const coverage = coverageOf(datasets);
  const period = coverage && lastTwelveMonths(coverage);
  const filter: Filter | undefined = period && { from: period.from, to: period.to };
  const all = useSummary(filter, { interval: 'none' });
  const violence = useGroup('violence', filter);
  const seizures = useGroup('weapon_seizure', filter);
  const failed = [list, all, ...violence, ...seizures].find(({ data, error }) => data === undefined && error !== null);
  if (failed?.error) return { state: 'failed', error: failed.error };
  if (list.data !== undefined && datasets.length === 0) return { state: 'empty' };
  const groups = [groupOf('violence', filter, violence, datasets), groupOf('weapon_seizure', filter, seizures, datasets)] as const;
  if (filter === undefined || period === undefined || coverage === undefined || all.data === undefined) return { state: 'loading' };
  const [violent, seized] = groups;
  if (violent === undefined || seized === undefined) return { state: 'loading' };
  const ever = (name: 'dataset' | 'country') => groups.flatMap((group) => group?.held[name] ?? []);
  const holding = datasetsHolding(datasets, filter, { dataset: ever('dataset'), country: ever('country') });
  return {
    state: 'ready',
    period,
    coverage,
    all: { filter, summary: all.data, datasets },
    groups: { violence: violent, weapon_seizure: seized },
    changes: notableChanges([violent, seized], holding),
    datasets,
    synthetic: syntheticShare(datasets),
  };
}

type GroupSummaries = readonly LastAnswer<Summary, string>[];

const ofGroup = (kind: HomeGroup, filter: Filter): Filter => ({ ...filter, type: typesOfKind(kind) });

function useGroup(kind: HomeGroup, filter: Filter | undefined): GroupSummaries {
  const own = filter && ofGroup(kind, filter);
  const isViolence = kind === 'violence';
  const measures = isViolence ? [] : (['weapons'] as const);
  const facets = isViolence ? (['type', 'country', 'region'] as const) : (['mode', 'country'] as const);
  const whole = own && without(own, 'from', 'to');
  const held = ['dataset', 'country'] as const;
  const everyMonth = { facets: held, split: 'country' } as const;
  const twoYears = own?.from === undefined ? undefined : { ...own, from: yearBefore({ from: own.from }).from };
  return [
    useSummary(own, { facets, measures, split: 'country', partTotals: true }),
    useSummary(isViolence ? whole : twoYears, isViolence ? everyMonth : { measures, split: 'country' }),
    // Of violence the same request.
    useSummary(whole, isViolence ? everyMonth : { interval: 'none', facets: held }),
  ];
}

function groupOf(
  kind: HomeGroup,
  filter: Filter | undefined,
  answers: GroupSummaries,
  datasets: readonly Dataset[],
): GroupAnswer | undefined {
  const [summary, history, ever] = answers.map(({ data }) => data);
  if (filter === undefined || summary === undefined || history === undefined || ever === undefined) return undefined;
  const own = ofGroup(kind, filter);
  const held = ever.facets;
  return { kind, filter: own, summary, history, held, datasets: datasetsHolding(datasets, own, held) };
}
