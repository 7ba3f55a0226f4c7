import type { Signal, SignalList } from '@monitor/contract';
import { dateOfDay, dayNumber } from '@monitor/domain';
import { expect, test } from 'vitest';
import { madeUpDataset } from '../../testing/made-up-dataset.ts';
import { levelOf } from '../judge/signals.ts';
import { signalsPage } from '../pages/signals.ts';
import { chanceWords } from './signal-words.ts';
import { saidUnusual } from './unusual.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');
const weeks = Array.from({ length: 52 }, (_, at) => dateOfDay(dayNumber('2025-07-07') + 7 * at));
const lines = { incidents: weeks.map(() => 2), low: weeks.map(() => 0), high: weeks.map(() => 6) };
const series = ['RS.type.public_dispute', 'XK.weapon.handgun'].map((id) => {
  const [place, dimension, value] = id.split('.') as [string, 'type' | 'weapon', string];
  return { id, place, countries: [place], dimension, value, query: '', lines };
});

function signal(monday: string, own: Partial<Signal> = {}): Signal {
  return {
    id: `RS.type.public_dispute.${monday}`,
    series: 'RS.type.public_dispute',
    query: `country=RS&from=${monday}`,
    from: monday,
    to: dateOfDay(dayNumber(monday) + 6),
    weeks: 1,
    incidents: 24,
    expected: 3,
    low: 0,
    high: 6,
    chance: 0.0001,
    onceInWeeks: 600,
    level: 'very_rare',
    provisional: true,
    drivers: {
      places: [{ value: 'RS-00', incidents: 20 }],
      day: { value: monday, incidents: 2 },
      types: [],
      killed: 1,
      injured: 0,
      notReported: { killed: 0, injured: 0 },
    },
    ...own,
  };
}

function list(signals: readonly Signal[]): SignalList {
  const closest = { ...signal(weeks.at(-1)!), series: 'XK.weapon.handgun', incidents: 5 };
  return {
    datasetVersion: 1,
    weeks,
    provisionalFrom: weeks.at(-4)!,
    allSeries: 98,
    seriesWeeks: 104,
    falsePerSeriesAndYear: 0.07,
    expectedFalse: 0.4,
    signals,
    closest,
    series,
  };
}
const plain = (text: string | undefined) => text?.replaceAll('\u2060', '');

test('the newest signals are said in full, and how many series are as usual', () => {
  const { unusual } = saidUnusual(list([signal('2026-06-22'), signal('2026-01-05')]), voice);
  expect(unusual).toMatchObject({
    title: 'Unusual right now: 1 signal',
    reading: 'Weeks that rose beyond their own past, in the 3 weeks to 5 Jul 2026.',
    rest: 'Nothing unusual in the other series.',
  });
  const [first, ...more] = unusual!.signals;
  expect(more).toEqual([]);
  expect(plain(first?.title)).toBe('Serbia: 24 public disputes, 0–6 expected');
  expect(first).toMatchObject({
    monday: '2026-06-22',
    together: 1,
    when: 'Week of 22–28 Jun 2026. Very rare by chance.',
    chance: 'By chance, one of all 98 series does this at most once in 11 years.',
    seriesQuery: 'country=RS&date_precision=day,week&from=2025-07-07&to=2026-07-05&type=public_dispute',
  });
  expect(first?.drivers).toMatch(/^20 in .*\. 1 killed, 0 injured\.$/);
});

test('what is still being calculated is null, and where nothing is watched there is nothing', () => {
  expect(saidUnusual(null, voice)).toEqual({ unusual: null });
  expect(saidUnusual({ ...list([]), series: [] }, voice)).toEqual({});
});

test('where nothing is unusual, what came closest is said instead', () => {
  const quiet = saidUnusual(list([]), voice).unusual;
  expect(quiet?.signals).toEqual([]);
  expect(plain(quiet?.closest?.week.title)).toBe('Kosovo*: 5 incidents with handguns, 0–6 expected');
  expect(saidUnusual(list([signal('2026-06-22')]), voice).unusual?.closest).toBeUndefined();
});

const input = {
  filter: { country: ['RS'], type: ['suicide'] },
  choices: { signals: 'seizures' },
  datasets: [madeUpDataset('made-up', { RS: { from: '2020-01-01', to: '2026-07-05' } })],
  publisher: 'Nobody',
  licence: undefined,
} as const;
const pageOf = (signals: SignalList | null) => signalsPage.say(input, { signals }, voice);

test('the page of all signals names the last one where it is some weeks old, and what came closest since', () => {
  const { title, last, query, found } = pageOf(list([signal('2026-06-01')]));
  expect(title).toBe('Nothing unusual in the last 4 weeks');
  expect([last?.sentence, plain(last?.title)]).toEqual([
    'The last signal was in the week of 1–7 Jun 2026:',
    'Serbia: 24 public disputes, 0–6 expected',
  ]);
  expect(query).toBe('country=RS&type=weapon_seizure');
  expect(found?.closest?.title).toBe('Closest to a signal, week of 29 Jun – 5 Jul 2026');
  expect(plain(found?.closest?.week.title)).toBe('Kosovo*: 5 incidents with handguns, 0–6 expected');
  expect(found?.year.title).toBe('1 signal in 52 weeks; nothing unusual in 51 of them');
  expect(found?.list.weeks.map(({ name, quiet, signals }) => [name, quiet, signals.length])).toEqual([
    ['4 weeks, 8 Jun – 5 Jul 2026', 'Nothing unusual in any of the 2 series. Late reports may still change the newest counts.', 0],
    ['Week of 1–7 Jun 2026', undefined, 1],
    ['47 weeks, 7 Jul 2025 – 31 May 2026', 'Nothing unusual in any of the 2 series.', 0],
  ]);
});

test('the page of all signals says how many of them are chance', () => {
  const { title, last, found } = pageOf(list([signal('2026-06-29'), signal('2026-06-22'), signal('2026-06-01')]));
  expect(title).toBe('1 series rose beyond its own past in the last three weeks');
  expect([last, found?.closest]).toEqual([undefined, undefined]);
  expect(found?.chance).toMatchObject({
    title: 'Fewer than 1 of these 3 signals is due to chance',
    sentence: 'Of the 3 signals of the last 52 weeks, fewer than 1 will be chance. We cannot say which.',
    real: 3,
    chance: 0,
  });
  expect(found?.chance?.levels.map(({ level, signals, words }) => [level, signals, words])).toEqual([
    ['very_rare', 3, 'fewer than 1'],
    ['rare', 0, 'fewer than 1'],
    ['possible', 0, 'fewer than 1'],
  ]);
});

test('title, sentence and dots give the same number of signals to chance', () => {
  for (let count = 2; count <= 12; count++)
    for (let expectedFalse = 0.02; expectedFalse < count + 2; expectedFalse += 0.07) {
      const signals = Array.from({ length: count }, () => signal('2026-06-29'));
      const { title, sentence, real, chance } = pageOf({ ...list(signals), expectedFalse }).found!.chance!;
      expect(real + chance).toBe(count);
      if (real === 0) expect(title).toBe('No more signals than chance gives');
      else
        expect([title.split(' of ')[0], sentence.includes(` ${title.split(' of ')[0]!.toLowerCase()} will be chance`)]).toEqual([
          chance === 0 ? 'Fewer than 1' : `About ${chance}`,
          true,
        ]);
    }
});

test('one signal has no share of chance', () => {
  const { chance } = pageOf({ ...list([signal('2026-06-29')]), expectedFalse: 0.36 }).found ?? {};
  expect(chance).toMatchObject({
    title: 'This signal may be due to chance',
    sentence:
      'By chance alone, fewer than 1 would be expected in 52 weeks of these series. We found 1, which may be due to chance.',
  });
});

test('where there is no data there is not too little', () => {
  const none = { ...list([]), series: [] };
  expect(pageOf(none).title).toBe('Too little data to say what is unusual');
  expect(signalsPage.say({ ...input, datasets: [] }, { signals: none }, voice).title).toBe('There is no data about Serbia.');
});

test('weeks of which there is no data about a place are not called quiet', () => {
  const datasets = [madeUpDataset('ended', { RS: { from: '2020-01-01', to: '2025-12-31' } })];
  const said = (...signals: Signal[]) => signalsPage.say({ ...input, datasets }, { signals: list(signals) }, voice);
  const title = 'There is no data about Serbia from 15 Jun 2026 to 5 Jul 2026. The data covers 1 Jan 2020 to 31 Dec 2025.';
  expect([plain(said().title), said().found]).toEqual([title, undefined]);
  const withSignal = said(signal('2025-10-06'));
  expect([plain(withSignal.title), withSignal.found?.year.signals.filter((count) => count > 0)]).toEqual([title, [1]]);
});

test('the page of all signals says that they are being calculated', () => {
  expect(pageOf(null)).toEqual({
    title: 'Unusual weeks are still being calculated',
    lead: 'The data has just changed. This takes a few seconds.',
    query: 'country=RS&type=weapon_seizure',
    found: null,
  });
});

test('the same chance is never said of two levels', () => {
  const levels = new Map<string, Set<string>>();
  for (let often = 1; often < 600; often += 0.1) {
    const said = chanceWords({ onceInWeeks: often } as Signal, 119, voice);
    levels.set(said, (levels.get(said) ?? new Set()).add(levelOf(often)));
  }
  expect([...levels].filter(([, own]) => own.size > 1)).toEqual([]);
});
