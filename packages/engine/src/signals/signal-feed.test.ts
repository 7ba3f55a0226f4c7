import { expect, test } from 'vitest';
import { signalCsv, type SignalList } from '@monitor/contract';
import { notices } from '@monitor/domain';
import { signalFeed, signalNames } from './signal-feed.ts';

const list: SignalList = {
  datasetVersion: 1,
  weeks: ['2025-06-23'],
  provisionalFrom: null,
  allSeries: 1,
  seriesWeeks: 1,
  falsePerSeriesAndYear: 0.1,
  expectedFalse: 0.1,
  signals: [
    {
      id: 'XK.type.suicide.2025-06-23',
      series: 'XK.type.suicide',
      query: 'country=XK&type=suicide',
      from: '2025-06-23',
      to: '2025-06-29',
      weeks: 1,
      incidents: 9,
      expected: 2.5,
      low: 1,
      high: 5,
      chance: 0.001,
      onceInWeeks: 260,
      level: 'rare',
      provisional: false,
      drivers: { places: [], day: null, types: [], killed: 1, injured: 2, notReported: { killed: 0, injured: 0 } },
    },
  ],
  closest: null,
  series: [
    {
      id: 'XK.type.suicide',
      place: 'XK',
      countries: ['XK'],
      dimension: 'type',
      value: 'suicide',
      query: 'country=XK&type=suicide',
    },
  ],
};
const names = signalNames([]);
const source = { origin: 'https://monitor.example', self: '/feed', page: '/signals', publisher: 'Ours & <theirs>' };

test('a signal of Kosovo* has the footnote in the feed and in the table', () => {
  const feed = signalFeed(list, names, source);
  expect(feed).toContain('<title>Kosovo*: 9 suicides and attempts, 1\u2060–\u20605 expected</title>');
  expect(feed).toContain(
    '<summary>Week of 23–29 Jun 2025. Rare by chance. By chance, one of all 1 series does this at most once in 4 years. 1 killed, 2 injured.',
  );
  expect(feed).toContain(`* ${notices.kosovo}</summary>`);
  expect(signalCsv(list, names)).toContain(`,Kosovo*,${notices.kosovo},`);
});

test('a signal of several weeks is of the moment at which the last is over', () => {
  const [signal] = list.signals;
  const weeks = { ...list, weeks: ['2025-06-23', '2025-06-30'], signals: [{ ...signal!, to: '2025-07-06', weeks: 2 }] };
  const dates = [...signalFeed(weeks, names, source).matchAll(/<(published|updated)>(.*?)</g)].map(([, , date]) => date);
  expect(dates).toEqual(['2025-07-07T00:00:00Z', '2025-07-07T00:00:00Z', '2025-07-07T00:00:00Z']);
});

test('what an operator has written is text in the feed', () => {
  expect(signalFeed(list, names, source)).toContain('<name>Ours &amp; &lt;theirs&gt;</name>');
});
