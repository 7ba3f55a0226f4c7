import type { SignalNames } from '@monitor/contract';
import { incidentTypes, weaponClasses } from '@monitor/domain';
import { jurisdiction } from '@monitor/geography';
import type { DatasetRow } from '@monitor/store';

/** English names and labels for files of signals. */
export function signalNames(datasets: readonly DatasetRow[]): SignalNames {
  const labels = { type: [...incidentTypes.groups, ...incidentTypes.terms], weapon: weaponClasses.terms };
  return {
    location: jurisdiction,
    label: ({ dimension, value }) => labels[dimension].find(({ code }) => code === value)?.label ?? value,
    isSynthetic: (countries) =>
      datasets.some(({ synthetic, countries: own }) => synthetic && own.some((code) => countries.includes(code))),
  };
}
