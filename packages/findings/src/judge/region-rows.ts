import type { Summary } from '@monitor/contract';
import { wholeOf } from '@monitor/domain';
import { amongOthers, type FigureChange, figureChange } from './change.ts';
import { changesStandingOut } from './standing-out.ts';
import { alikePlaces } from './compare-coverage.ts';
import { taking } from './compared-within.ts';
import { countedRow, type PlaceFigures, type PlaceRow } from './place-rows.ts';

/** The change of each region as it stands among all of them. */
export function judgedRegions(rows: readonly PlaceRow[]): ReadonlyMap<string, FigureChange> {
  const standingOut = changesStandingOut(rows);
  const among = rows.filter(({ change }) => change.kind === 'change').length;
  return new Map(rows.map(({ code, change }) => [code, amongOthers(change, standingOut.has(code), among)]));
}

/**
 * A row for each region with incidents.
 * @param before answer to the period that is compared with, of what covers both periods; undefined if there is none
 */
export function regionRows(figures: PlaceFigures, before: Summary | undefined): PlaceRow[] {
  const { main } = figures;
  const { period, comparison, facets } = main.answer;
  const codes = (facets.region ?? []).flatMap(({ value, incidents }) => (incidents > 0 ? value : []));
  const ranked = taking('ranked', main.answer, main.filter, figures.datasets);
  const alike = alikePlaces(codes, { filter: ranked.filter, period, datasets: ranked.datasets });
  const both = taking('compared', main.answer, main.filter, figures.concerned);
  const later = new Map(both.answer.facets.region?.map(({ value, incidents }) => [value, incidents]));
  const earlier = new Map(before?.facets.region?.map(({ value, incidents }) => [value, incidents]));
  return (facets.region ?? [])
    .filter(({ incidents }) => incidents > 0)
    .map(({ value: code }) => {
      // Only the incidents of a region are known, of which nothing else is compared.
      const totals = { ...main.answer.totals, incidents: later.get(code) ?? 0 };
      const compared = comparison && before ? { ...comparison, totals: { ...totals, incidents: earlier.get(code) ?? 0 } } : null;
      const filter = { ...both.filter, country: [wholeOf('region', code)] };
      return {
        ...countedRow(figures, 'region', code),
        isAlike: alike.has(code),
        past: undefined,
        breaks: [],
        change: figureChange({ period, totals, comparison: compared }, filter, 'incidents', both.datasets),
      };
    });
}
