import { siteFocus } from '@monitor/geography';
import { sidesLine, type SyntheticShare } from '@monitor/findings';
import { type Citation, citation, type CitedSource } from '@monitor/contract';
import { type Filter, type Period, today } from '@monitor/domain';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { queries } from '../api/queries.ts';
import { wholeAddress } from '../api/site.ts';
import { useFilterNames } from '../filter/use-filter-names.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { readExploreState, writeExploreState } from '../filter/explore-state.ts';

/** A view, or a record, to be cited. */
export interface CitedView {
  /** What it is, to which its filter is added: `Firearms incidents`. */
  readonly name: string;
  readonly filter?: Filter;
  /** What it is compared with, where it is. */
  readonly against?: Filter | undefined;
  /** Public id of the record, where one is cited: it has no filter. */
  readonly record?: string;
  /** The days that its figures cover, which the address then says; null if there are none. */
  readonly period: Period | null;
  /** Version of the answer that the figures are from; undefined while there is none. */
  readonly datasetVersion: number | undefined;
  readonly datasets: readonly CitedSource[];
  readonly synthetic: SyntheticShare;
  /** Path and query string, where they are not those of the page. */
  readonly at?: { readonly path: string; readonly query: string };
}

/** How to cite a view; undefined while its figures or its publisher are awaited. */
export function useCitation({
  name,
  filter = {},
  against,
  record,
  period,
  datasetVersion,
  datasets,
  synthetic,
  at,
}: CitedView): Citation | undefined {
  const { t } = useTranslation();
  const wording = useFilterNames();
  const { pathname, search } = useLocation();
  const { data: codebook, isPending } = useQuery(queries.codebook());
  if (datasetVersion === undefined || isPending) return undefined;
  const { path, query } = at ?? { path: pathname, query: search.query ?? '' };
  const line = sidesLine({ ...filter, ...period }, against, wording);
  return citation({
    publisher: codebook?.publisher ?? siteFocus().title,
    title: record !== undefined ? name : t('cite.view', { name, filter: line }),
    datasetVersion,
    downloadedOn: today(),
    address: wholeAddress(`${path}?${fixedQuery(query, period)}`),
    synthetic,
    record,
    sources: datasets,
  });
}

/**
 * The query string of a view with its period as two days: a period that is open at an end, or left to the page, would be another one
 * when the data has grown.
 * @param query that of the view
 * @param period what the figures of the view cover; null if there are none
 */
export function fixedQuery(query: string, period: Period | null): string {
  const { filter, view } = readExploreState(query).state;
  return writeExploreState({ filter: period === null ? filter : { ...filter, ...period }, view });
}
