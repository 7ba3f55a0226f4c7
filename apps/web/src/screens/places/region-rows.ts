import { wholeOf } from '@monitor/domain';
import { countedRow, figureChange, type PlaceRow } from '@monitor/findings';
import type { PlacesAnswers } from './use-places.ts';

/** A row for each region with incidents. */
export function regionRows(answers: PlacesAnswers): PlaceRow[] {
  const { main, before } = answers;
  const { period, comparison, facets } = main.answer;
  const earlier = new Map(before?.facets.region?.map(({ value, incidents }) => [value, incidents]));
  return (facets.region ?? [])
    .filter(({ incidents }) => incidents > 0)
    .map(({ value: code, incidents }) => {
      // Only the incidents of a region are known, of which nothing else is compared.
      const totals = { ...main.answer.totals, incidents };
      const compared = comparison && before ? { ...comparison, totals: { ...totals, incidents: earlier.get(code) ?? 0 } } : null;
      const filter = { ...main.filter, country: [wholeOf('region', code)] };
      return {
        ...countedRow(answers, 'region', code),
        past: undefined,
        change: figureChange({ period, totals, comparison: compared }, filter, 'incidents', answers.concerned),
      };
    });
}
