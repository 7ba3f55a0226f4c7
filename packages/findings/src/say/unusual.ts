import type { SaidSignal, SaidWeek, Signal, SignalList, Unusual } from '@monitor/contract';
import { filterQuery } from '@monitor/contract/without-schemas';
import { dateOfDay, dayNumber, type Period, seriesFilter, seriesKinds } from '@monitor/domain';
import { lastWeekOf, recentSignals, recentWeeks } from '../judge/unusual.ts';
import { chanceWords, type CountedWeek, driversWords, rarityWords, signalTitle, whenWords } from './signal-words.ts';
import type { Voice } from './voice.ts';

const mostShown = 3;

/** "Unusual right now" as part of a page: nothing if nothing is watched. @param list null while it is being calculated */
export function saidUnusual(list: SignalList | null, voice: Voice): { readonly unusual?: Unusual | null } {
  if (list === null) return { unusual: null };
  const { t, number, date } = voice;
  if (!isWatched(list)) return {};
  const signals = recentSignals(list);
  const others = list.series.length - new Set(signals.map(({ series }) => series)).size;
  const words = { count: others, number: number.count(others) };
  return {
    unusual: {
      title:
        signals.length === 0
          ? t('signals.unusual.none')
          : t('signals.unusual.title', { count: signals.length, number: number.count(signals.length) }),
      reading: t('signals.unusual.reading', { weeks: number.count(recentWeeks), day: date.day(weeksShownBy(list).to) }),
      weeks: list.weeks,
      ...(signals.length === 0 && saidClosest(list, voice)),
      signals: signals.slice(0, mostShown).map((signal) => saidSignal(signal, list, voice)),
      rest: signals.length === 0 ? t('signals.unusual.quiet', words) : t('signals.unusual.others', words),
    },
  };
}

/** Whether any series has enough incidents to say what is unusual. */
export function isWatched({ weeks, series }: SignalList): boolean {
  return weeks.length > 0 && series.length > 0;
}

/** From the first to the last day of the weeks of a list. */
export function weeksShownBy({ weeks }: Pick<SignalList, 'weeks'>): Period {
  const [from = '', last = from] = [weeks[0], weeks.at(-1)];
  return { from, to: dateOfDay(dayNumber(last) + 6) };
}

/** @param list of which it is, with the lines of its series */
export function saidSignal(signal: Signal, list: SignalList, voice: Voice): SaidSignal {
  return {
    ...saidWeek(signal, list, voice),
    level: signal.level,
    when: whenWords(signal, voice),
    rarity: rarityWords(signal.level, voice),
    chance: chanceWords(signal, list.allSeries, voice),
    drivers: driversWords(signal, seriesOf(signal, list), voice),
  };
}

/** What came closest to a signal in the latest week. */
export function saidClosest(list: SignalList, voice: Voice): Pick<Unusual, 'closest'> {
  const { closest } = list;
  if (closest === null) return {};
  const title = voice.t('signals.closest.title', { week: voice.date.step(closest.from, 'week') });
  return { closest: { title, week: saidWeek(closest, list, voice) } };
}

function saidWeek(week: CountedWeek, list: SignalList, voice: Voice): SaidWeek {
  const series = seriesOf(week, list);
  const kind = seriesKinds.find(({ dimension, value }) => dimension === series.dimension && value === series.value)!;
  return {
    series: series.id,
    title: signalTitle(series, week, voice),
    monday: lastWeekOf(week),
    together: week.weeks ?? 1,
    incidents: week.incidents,
    low: week.low,
    high: week.high,
    query: week.query,
    seriesQuery: filterQuery({ ...seriesFilter(series.countries, kind), ...weeksShownBy(list) }),
    lines: series.lines!,
  };
}

function seriesOf({ series }: Pick<CountedWeek, 'series'>, list: SignalList) {
  return list.series.find(({ id }) => id === series)!;
}
