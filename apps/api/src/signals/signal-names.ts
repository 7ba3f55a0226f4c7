import type { SignalNames } from '@monitor/contract';
import { fallbackLanguage, placeOfSeries, voiceOf } from '@monitor/findings';
import { jurisdiction } from '@monitor/geography';
import type { DatasetRow } from '@monitor/store';

/** English names and labels for files of signals. */
export function signalNames(datasets: readonly DatasetRow[]): SignalNames {
  const voice = voiceOf(fallbackLanguage);
  return {
    location: jurisdiction,
    place: (series) => placeOfSeries(series, voice),
    label: ({ dimension, value }) => voice.value(dimension, value),
    isSynthetic: (countries) =>
      datasets.some(({ synthetic, countries: own }) => synthetic && own.some((code) => countries.includes(code))),
  };
}
