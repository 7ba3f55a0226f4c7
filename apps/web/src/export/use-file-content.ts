import { exportAddress } from '../api/file-address.ts';
import { type Selection, selectionQuery } from '@monitor/contract';
import type { Period } from '@monitor/domain';
import { coverageOf, type Dataset, type SyntheticShare, syntheticShare } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import type { Answers, OneSide } from '../filter/use-answers.ts';
import { queries } from '../api/queries.ts';
import { type ExportChoice, type Incidents, incidentsOf } from './export-choice.ts';

/** Incidents of each choice; undefined while unknown. */
export type Counts = Readonly<Record<Incidents, number | undefined>>;

/** What the chosen file will have. */
interface FileContent {
  readonly counts: Counts;
  /** Incidents of the file; undefined while unknown. */
  readonly count: number | undefined;
  /** Whether the number is still to come. Where it could not be had, the file can be downloaded without it. */
  readonly waits: boolean;
  /** The datasets that its incidents come from. */
  readonly datasets: readonly Dataset[];
  readonly synthetic: SyntheticShare;
  /** The days that it covers, of A where it has both sides of a comparison. */
  readonly period: Period | null;
  /** Dataset version of the number. */
  readonly version: number | undefined;
  /** The moment of the last change of its datasets. */
  readonly updated: string | undefined;
}

export function useFileContent(choice: ExportChoice, selection: Selection, answers: Answers): FileContent {
  const incidents = incidentsOf(choice, selection);
  const [a, b] = [figuresOf(answers), answers.against && figuresOf(answers.against)];
  const { data: list } = useQuery(queries.datasets());
  // An incident can be of both sides: the server counts them.
  const compared = useQuery({
    ...queries.exportHead(exportAddress(choice.format, selectionQuery(selection))),
    enabled: selection.against !== undefined && a !== undefined && b !== undefined,
  });
  const all = answers.datasets;
  const counts: Counts = {
    a: a?.totals.incidents,
    b: b?.totals.incidents,
    both: a === undefined || b === undefined ? undefined : compared.data?.incidents,
    everything: all?.reduce((sum, dataset) => sum + dataset.incidents, 0),
  };
  const count = counts[incidents];
  const failed: Readonly<Record<Incidents, boolean>> = {
    a: answers.summary.error !== null,
    b: answers.against !== undefined && answers.against.summary.error !== null,
    both: answers.summary.error !== null || answers.against?.summary.error != null || compared.error !== null,
    everything: false,
  };
  const withIncidents = (all ?? []).filter((dataset) => dataset.incidents > 0);
  const shown: Readonly<Record<Incidents, readonly Dataset[]>> = {
    a: answers.datasetsShown,
    b: answers.against?.datasetsShown ?? [],
    both: [...new Set([...answers.datasetsShown, ...(answers.against?.datasetsShown ?? [])])],
    everything: withIncidents,
  };
  const datasets = shown[incidents];
  const figures = incidents === 'b' ? b : a;
  const period = incidents === 'everything' ? coverageOf(withIncidents) : figures?.period;
  const updated = datasets.flatMap(({ updated_at: moment }) => moment ?? []).toSorted();
  return {
    counts,
    count,
    waits: count === undefined && !failed[incidents],
    datasets,
    synthetic: syntheticShare(datasets),
    period: period ?? null,
    version: figures?.datasetVersion ?? list?.datasetVersion,
    updated: updated.at(-1),
  };
}

/** The figures of a side, as far as they are of its present selection. */
function figuresOf({ summary: { data, outdated }, datasets }: OneSide) {
  return outdated || datasets === undefined ? undefined : data;
}
