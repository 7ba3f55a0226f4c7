import type { SignalKind, SignalList, SignalsData } from '@monitor/contract';
import { filterQuery, signalLevels } from '@monitor/contract/without-schemas';
import { dateOfDay, dayNumber, type Filter, incidentTypes, weaponClasses } from '@monitor/domain';
import { chanceAmong, falseByLevel, lastWeekOf, type ListedWeeks, recentSignals, recentWeeks, weeksOf } from '../judge/unusual.ts';
import { noDataOf } from '../say/no-data.ts';
import { rarityWords, signalTitle } from '../say/signal-words.ts';
import { isWatched, saidSignal, saidClosest, weeksShownBy } from '../say/unusual.ts';
import type { Voice } from '../say/voice.ts';
import { weeksShown } from '../judge/watch-series.ts';
import type { AnswersTo, Page, PageInput } from './page.ts';

/** The question for the signals of some series. @param filter chooses series by location, type and weapon; all of them where empty */
export function signalsOf(filter: Pick<Filter, 'country' | 'type' | 'weapon'>) {
  return { signals: { filter, weeks: weeksShown, lines: 'signals' } } as const;
}

type Input = Pick<PageInput<{ readonly signals: SignalKind }>, 'filter' | 'choices' | 'datasets'>;

const filterOfKind: Readonly<Record<SignalKind, Filter>> = {
  all: {},
  violence: { type: incidentTypes.groups.find(({ code }) => code === 'violence')?.codes ?? [] },
  seizures: { type: ['weapon_seizure'] },
  weapons: { weapon: weaponClasses.codes },
};

function meant({ filter: { country }, choices }: Input): Filter {
  return { ...(country && { country }), ...filterOfKind[choices.signals] };
}

function questions(input: Input) {
  return input.datasets.length === 0 ? undefined : { signals: signalsOf(meant(input)) };
}
type SignalQuestions = NonNullable<ReturnType<typeof questions>>;

function say(input: Input, { signals: list }: AnswersTo<SignalQuestions>, voice: Voice): SignalsData {
  const { t, number, date } = voice;
  const query = filterQuery(meant(input));
  if (list === null) return { title: t('signals.pending.title'), lead: t('signals.pending.text'), query, found: null };
  if (!isWatched(list))
    return {
      title: noDataOf(meant(input), input.datasets, voice) ?? t('signals.noSeries'),
      lead: t('signals.noSeriesText'),
      query,
    };
  const { signals, weeks } = list;
  const period = weeksShownBy(list);
  const recent = recentSignals(list);
  const isQuiet = recent.length === 0;
  // Weeks that the data of a place does not reach are not quiet.
  const recentDays = { from: weeks.at(-recentWeeks) ?? period.from, to: period.to };
  const lacking = noDataOf({ ...meant(input), ...recentDays }, input.datasets, voice);
  if (lacking !== undefined && signals.length === 0) return { title: lacking, lead: t('signals.noSeriesText'), query };
  const quiet = weeks.filter((monday) => monday > (signals[0]?.to ?? '')).length;
  const rising = new Set(recent.map(({ series }) => series)).size;
  return {
    title:
      lacking ??
      (isQuiet
        ? t('signals.quiet', { count: quiet, number: number.count(quiet) })
        : t('signals.title', { count: rising, number: number.count(rising) })),
    lead: t('signals.lead', {
      count: list.series.length,
      number: number.count(list.series.length),
      day: date.day(period.to),
    }),
    ...(isQuiet && lastSignal(list, voice)),
    query,
    found: {
      weeks,
      period,
      year: yearOf(list, voice),
      list: {
        reading: t('signals.list.reading', { share: `${number.decimal(100 * expectedShare)}%` }),
        weeks: weeksOf(list).map((listed) => saidWeeks(listed, list, voice)),
      },
      ...(isQuiet && saidClosest(list, voice)),
      ...(signals.length > 0 && { chance: saidChance(list, voice) }),
    },
  };
}

/** Share of the weeks of a quiet series that lie within the expected range. */
const expectedShare = 0.997;

/** The newest signal, where it is some weeks old. */
function lastSignal(list: SignalList, voice: Voice): Pick<SignalsData, 'last'> {
  const [newest] = list.signals;
  const series = list.series.find(({ id }) => id === newest?.series);
  if (newest === undefined || series === undefined) return {};
  const sentence = voice.t('signals.last', { week: voice.date.step(lastWeekOf(newest), 'week') });
  return { last: { sentence, title: signalTitle(series, newest, voice), query: newest.query } };
}

type Found = NonNullable<SignalsData['found']>;

function yearOf({ weeks, signals }: SignalList, { t, number }: Voice): Found['year'] {
  const counts = weeks.map((monday) => signals.filter((signal) => lastWeekOf(signal) === monday).length);
  const words = {
    count: signals.length,
    number: number.count(signals.length),
    weeks: number.count(weeks.length),
    quiet: number.count(counts.filter((count) => count === 0).length),
  };
  return { title: t('signals.year.title', words), reading: t('signals.year.reading'), signals: counts };
}

function saidWeeks({ first, last, signals }: ListedWeeks, list: SignalList, voice: Voice): Found['list']['weeks'][number] {
  const { t, number, date } = voice;
  const weeks = (dayNumber(last) - dayNumber(first)) / 7 + 1;
  const quiet = [
    t('signals.list.quiet', { series: number.count(list.series.length) }),
    ...(last === list.weeks.at(-1) ? [t('signals.list.provisional')] : []),
  ];
  return {
    monday: first,
    name:
      weeks === 1
        ? t('signals.list.week', { week: date.step(first, 'week') })
        : t('signals.list.weeks', { number: number.count(weeks), period: date.period(first, dateOfDay(dayNumber(last) + 6)) }),
    signals: signals.map((signal) => saidSignal(signal, list, voice)),
    ...(signals.length === 0 && { quiet: quiet.join(' ') }),
  };
}

function saidChance(list: SignalList, voice: Voice): NonNullable<Found['chance']> {
  const { t, number } = voice;
  const { signals, expectedFalse, falsePerSeriesAndYear, series, weeks } = list;
  const { chance, real } = chanceAmong(list);
  const words = {
    count: signals.length,
    number: number.count(signals.length),
    weeks: number.count(weeks.length),
    chance: about(expectedFalse, voice),
  };
  const byLevel = falseByLevel(list);
  return {
    title: chanceTitle(list, voice),
    reading: t('signals.false.text', { series: number.count(series.length), rate: number.rate(falsePerSeriesAndYear) }),
    sentence: real === 0 || signals.length === 1 ? t('signals.false.fewer', words) : t('signals.false.of', words),
    real,
    chance,
    levels: signalLevels.toReversed().map((level) => {
      const expected = byLevel[level];
      return {
        level,
        name: rarityWords(level, voice),
        signals: signals.filter((one) => one.level === level).length,
        expected,
        words: about(expected, voice),
      };
    }),
  };
}

/** `about 6`, `fewer than 1` */
function about(value: number, { t, number }: Voice): string {
  const count = Math.round(value);
  return count === 0 ? t('signals.false.less') : t('signals.false.about', { number: number.count(count) });
}

/** How many of the signals are chance. */
function chanceTitle(list: SignalList, { t, number }: Voice): string {
  const { chance, real } = chanceAmong(list);
  if (chance + real === 1) return t(list.expectedFalse < 1 ? 'signals.false.single' : 'signals.false.all');
  if (real === 0) return t('signals.false.all');
  const of = number.count(chance + real);
  return chance === 0
    ? t('signals.false.none', { of })
    : t('signals.false.title', { count: chance, number: number.count(chance), of });
}

export const signalsPage: Page<{ readonly signals: SignalKind }, SignalQuestions, SignalsData> = { questions, say };
