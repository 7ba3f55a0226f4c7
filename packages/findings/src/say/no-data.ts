import type { Filter, Period } from '@monitor/domain';
import { type Dataset, lackingData } from '../judge/dataset-coverage.ts';
import { firstNames } from './bar-words.ts';
import { inPeriod, periodText } from './period-words.ts';
import type { Voice } from './voice.ts';

/** That nothing is known of what a filter means, which is not the same as no incidents. Undefined if something is known. */
export function noDataOf(filter: Filter, datasets: readonly Dataset[], voice: Voice): string | undefined {
  const lacking = lackingData(filter, datasets);
  return lacking && noDataText((filter.region ?? filter.country ?? []).map(voice.place), filter, lacking.covered, voice);
}

/** The same of some places, or of all. @param covered days with data of them */
export function noDataText(
  names: readonly string[],
  { from, to }: Partial<Period>,
  covered: Period | undefined,
  voice: Voice,
): string {
  const { t, date } = voice;
  const places = firstNames(names, (name) => name, t);
  if (covered === undefined) return names.length === 0 ? t('noData.yet') : t('noData.about', { places });
  const values = {
    when: from !== undefined && to !== undefined ? inPeriod({ from, to }, voice) : periodText({ from, to }, voice),
    from: date.day(covered.from),
    to: date.day(covered.to),
  };
  return names.length === 0 ? t('noData.then', values) : t('noData.aboutThen', { places, ...values });
}
