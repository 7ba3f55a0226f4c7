import type { Signal, SignalList, SignalNames, SignalSeries } from '@monitor/contract';
import { dateOfDay, dayNumber, fallbackLanguage, type IsoDate, notices } from '@monitor/domain';
import { chanceWords, driversWords, placeOfSeries, signalTitle, voiceOf, whenWords, type Dataset } from '@monitor/findings';
import { escapeMarkup } from '../page/escape-markup.ts';
import { jurisdiction } from '@monitor/geography';

const voice = voiceOf(fallbackLanguage);

/** What a feed says of who publishes it, and where. */
export interface FeedSource {
  /** Scheme and host of this server, as the client reached it. */
  readonly origin: string;
  /** Path and query of the feed itself, and those of its page. */
  readonly self: string;
  readonly page: string;
  readonly publisher: string;
  /** False if there is nothing at the addresses of the API. */
  readonly hasApi?: boolean;
  readonly licence?: string | undefined;
}

/** The signals as an Atom feed (RFC 4287). Identifiers of entries stay the same as long as the address of the server does. */
export function signalFeed({ weeks, signals, series, allSeries }: SignalList, names: SignalNames, source: FeedSource): string {
  const seriesOf = new Map(series.map((one) => [one.id, one]));
  const synthetic = names.isSynthetic(series.flatMap(({ countries }) => countries));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', source.origin + source.self),
    element('title', labelled('Unusual weeks of armed violence', synthetic)),
    element('subtitle', 'Weeks in which a location, incident type or weapon rose beyond what its own past leads to expect.'),
    element('updated', momentAfter(weeks.at(-1), 7)),
    `<author>${element('name', source.publisher)}</author>`,
    ...(source.licence === undefined ? [] : [element('rights', source.licence)]),
    link('self', source.origin + source.self, 'application/atom+xml'),
    link('alternate', source.origin + source.page, 'text/html'),
    ...signals.map((signal) => entry(signal, seriesOf.get(signal.series)!, allSeries, names, source)),
    '</feed>',
    '',
  ].join('\n');
}

function entry(
  signal: Signal,
  series: SignalSeries,
  allSeries: number,
  names: SignalNames,
  { origin, hasApi = true }: FeedSource,
): string {
  const { query, to } = signal;
  const title = signalTitle(series, signal, voice);
  const synthetic = names.isSynthetic(series.countries);
  return [
    '<entry>',
    element('id', entryId(origin, signal)),
    element('title', labelled(title, synthetic)),
    element('published', momentAfter(to, 1)),
    element('updated', momentAfter(to, 1)),
    link('alternate', `${origin}/explore?${query}`, 'text/html'),
    ...(hasApi ? [link('related', `${origin}/api/v1/incidents.csv?${query}`, 'text/csv')] : []),
    `<category term="${escaped(signal.level)}"/>`,
    `<category term="${escaped(series.id)}" label="${escaped(`${names.place(series)}, ${names.label(series)}`)}"/>`,
    element('summary', summaryOf(signal, series, allSeries, synthetic)),
    '</entry>',
  ].join('\n');
}

function summaryOf(signal: Signal, series: SignalSeries, allSeries: number, synthetic: boolean): string {
  const drivers = driversWords(signal, series, voice);
  const sentences = [
    whenWords(signal, voice),
    chanceWords(signal, allSeries, voice),
    drivers,
    ...(signal.provisional ? [voice.t('signals.list.provisional')] : []),
    ...(`${placeOfSeries(series, voice)} ${drivers}`.includes('*') ? [`* ${notices.kosovo}`] : []),
    ...(synthetic ? [notices.synthetic] : []),
  ];
  return sentences.join(' ');
}

function labelled(title: string, synthetic: boolean): string {
  return synthetic ? `Synthetic data – ${title}` : title;
}

/** A tag (RFC 4151) of the host, the series and the week. */
function entryId(origin: string, { id }: Signal): string {
  return `tag:${new URL(origin).hostname.replace(/[^a-z0-9.-]/gi, '')},2026:signals/${id}`;
}

/** The moment at which so many days are over, of which this is the first. Without data, the beginning of the calendar of computers. */
function momentAfter(day: IsoDate | undefined, days: number): string {
  return `${dateOfDay(day === undefined ? 0 : dayNumber(day) + days)}T00:00:00Z`;
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(relation: string, address: string, type: string): string {
  return `<link rel="${relation}" type="${type}" href="${escaped(address)}"/>`;
}

/** Without the characters that XML 1.0 does not allow. */
function escaped(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what XML forbids
  return escapeMarkup(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''));
}

/** English names and labels for files of signals. */
export function signalNames(datasets: readonly Dataset[]): SignalNames {
  return {
    location: jurisdiction,
    place: (series) => placeOfSeries(series, voice),
    label: ({ dimension, value }) => voice.value(dimension, value),
    isSynthetic: (countries) =>
      datasets.some(({ synthetic, countries: own }) => synthetic && own.some((code) => countries.includes(code))),
  };
}
