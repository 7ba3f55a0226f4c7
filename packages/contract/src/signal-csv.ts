import { type HarmedPeople, isSilent, reportedOf } from '@monitor/domain';
import { type Cell, csvLine } from './csv-text.ts';
import type { IncidentNames } from './incident-names.ts';
import type { Signal, SignalList, SignalSeries } from './signals.ts';

/** What a row says beside its signal. */
export interface SignalNames extends Pick<IncidentNames, 'location'> {
  /** The name of what a series is of. */
  readonly place: (series: SignalSeries) => string;
  /** The label of what a series counts. */
  readonly label: (series: SignalSeries) => string;
  /** Whether any incidents of these locations are made up. */
  readonly isSynthetic: (countries: readonly string[]) => boolean;
}

interface SignalColumn {
  readonly name: string;
  readonly cell: (signal: Signal, series: SignalSeries, names: SignalNames) => Cell;
}

const columns: readonly SignalColumn[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'series', cell: ({ series }) => series },
  { name: 'place', cell: (_, { place }) => place },
  { name: 'location', cell: (_, series, { place }) => place(series) },
  { name: 'location_note', cell: (_, { countries }, { location }) => noteOf(countries, location) },
  { name: 'dimension', cell: (_, { dimension }) => dimension },
  { name: 'value', cell: (_, { value }) => value },
  { name: 'label', cell: (_, series, { label }) => label(series) },
  { name: 'from', cell: ({ from }) => from },
  { name: 'to', cell: ({ to }) => to },
  { name: 'weeks', cell: ({ weeks }) => weeks },
  { name: 'incidents', cell: ({ incidents }) => incidents },
  { name: 'expected', cell: ({ expected }) => expected },
  { name: 'low', cell: ({ low }) => low },
  { name: 'high', cell: ({ high }) => high },
  { name: 'chance', cell: ({ chance }) => chance },
  { name: 'once_in_weeks', cell: ({ onceInWeeks }) => onceInWeeks },
  { name: 'level', cell: ({ level }) => level },
  { name: 'provisional', cell: ({ provisional }) => provisional },
  { name: 'killed', cell: (signal) => harmedIn(signal, 'killed') },
  { name: 'injured', cell: (signal) => harmedIn(signal, 'injured') },
  { name: 'query', cell: ({ query }) => query },
  { name: 'synthetic', cell: (_, { countries }, { isSynthetic }) => isSynthetic(countries) },
];

/** The signals of an answer as CSV, a row each, with the filter of exactly their incidents in `query`. */
export function signalCsv({ signals, series }: Pick<SignalList, 'signals' | 'series'>, names: SignalNames): string {
  const seriesOf = new Map(series.map((one) => [one.id, one]));
  const rows = signals.map((signal) => csvLine(columns.map(({ cell }) => cell(signal, seriesOf.get(signal.series)!, names))));
  return [csvLine(columns.map(({ name }) => name)), ...rows].join('');
}

/** The number of people in the incidents of a signal; empty if none of them gives it. */
function harmedIn({ incidents, drivers }: Signal, measure: HarmedPeople): number | null {
  const reported = reportedOf({ incidents, ...drivers }, measure);
  return isSilent(reported) ? null : reported.count;
}

/** The footnotes that the names of locations need. */
function noteOf(countries: readonly string[], location: IncidentNames['location']): string | null {
  const notes = new Set(countries.flatMap((code) => location(code)?.note ?? []));
  return notes.size === 0 ? null : [...notes].join(' ');
}
