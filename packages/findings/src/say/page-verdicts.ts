import { countedKey } from './counted-words.ts';
import type { SaidChange, SaidChanges, SaidComparison, SaidPlace } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import type { Measure, Period } from '@monitor/domain';
import { amongOthers, type FigureChange } from '../judge/change.ts';
import { type Comparison, countCompared, type NotableChanges } from '../judge/notable-changes.ts';
import type { PlaceRow, AllPlacesRow } from '../judge/place-rows.ts';
import { saidCounts } from '../judge/reported.ts';
import { changeWords } from './change-words.ts';
import { changesRest, changesTitle, comparisonWords } from './comparison-words.ts';
import { noRateText } from './rate-words.ts';
import { saidBreaks } from './trend-words.ts';
import type { Voice } from './voice.ts';

/* Verdicts as pages give them: what was judged, beside the words that say it. */

export function saidChange(change: FigureChange, measure: Measure, voice: Voice): SaidChange {
  const { verdict, before, explanation, isClear } = changeWords(change, measure, voice);
  return {
    kind: change.kind,
    isClear,
    ...(change.kind === 'change' && {
      difference: { difference: change.difference, low: change.low, high: change.high },
    }),
    ...('before' in change && { earlier: change.before.count }),
    verdict,
    ...(before !== undefined && { before }),
    explanation,
  };
}

/** @param period the later of the two periods @param all how many comparisons they are judged among, where that is more than these */
export function saidChanges(changes: NotableChanges, period: Period, voice: Voice, all = countCompared(changes)): SaidChanges {
  const compared = [...changes.clear, ...changes.driven, ...changes.chance];
  const said = (one: Comparison) => saidComparison(one, period, all, voice);
  const baseline = compared.map(({ before }) => before?.baseline).find((one) => one?.kind === 'period');
  return {
    ...(baseline && { comparedWith: { from: baseline.from, to: baseline.to } }),
    title: changesTitle(changes, voice),
    rest: changesRest(changes, voice),
    compared: compared.map(said),
    without: changes.none.map(said),
  };
}

function saidComparison(comparison: Comparison, period: Period, all: number, voice: Voice): SaidComparison {
  const { place, kind, measure, count, notReported, before, difference, evidence, filter } = comparison;
  const { largest, ...words } = comparisonWords(comparison, period, all, voice);
  return {
    place,
    kind,
    measure,
    many: voice.t(countedKey(kind, measure, 'many')),
    count,
    notReported,
    ...(before && { earlier: before.count }),
    ...(difference && { difference }),
    evidence,
    ...words,
    ...(largest !== undefined && { largest }),
    query: filterQuery(filter),
  };
}

/** @param family codes of the places whose change stands out, and among how many comparisons */
export function saidPlace(
  row: PlaceRow | AllPlacesRow,
  family: { readonly standingOut: ReadonlySet<string>; readonly compared: number },
  voice: Voice,
): SaidPlace {
  const { code, isCovered, incidents, rate, why, past, breaks, killed, seizures, filter, seizureFilter } = row;
  const standsOut = code !== undefined && family.standingOut.has(code);
  // All together are in another family.
  const change = amongOthers(row.change, code === undefined || standsOut, family.compared);
  return {
    ...(code !== undefined && { code }),
    ...(isCovered && { incidents, ...saidCounts({ killed }), ...(seizures !== undefined && { seizures }) }),
    ...(rate && { rate: { rate: rate.rate, low: rate.low, high: rate.high } }),
    ...(why && { why: noRateText(why, voice) }),
    ...(past && { past: past.map((one) => one ?? null) }),
    ...(breaks.length > 0 && { breaks: saidBreaks(breaks, voice) }),
    change: saidChange(change, 'incidents', voice),
    standsOut,
    query: filterQuery(filter),
    ...(seizureFilter && { seizureQuery: filterQuery(seizureFilter) }),
  };
}
