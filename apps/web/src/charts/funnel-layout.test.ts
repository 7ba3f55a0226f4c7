import { expect, test } from 'vitest';
import { type FunnelPoint, funnelLayout, linkPlaces } from './funnel-layout.ts';

const point = (key: string, people: number, rate: number, kind: FunnelPoint['kind']): FunnelPoint => ({
  key,
  people,
  rate,
  kind,
  ...(kind === 'own' || kind === 'peer' ? { label: `${key} ${rate}` } : {}),
});
const shape = {
  points: [
    point('RS', 6_600_000, 3.3, 'own'),
    point('XK', 1_600_000, 30.9, 'peer'),
    point('BA', 3_160_000, 7.9, 'peer'),
    point('AL', 2_370_000, 8.1, 'peer'),
    point('RS-20', 340_000, 2.9, 'part'),
    point('XK-02', 152_000, 79.5, 'other'),
  ],
  average: 8.7,
  years: 1,
  dispersion: 1,
};

test('populations are on a logarithmic scale and rates on a linear one', () => {
  const { points, yTicks, plotBottom, xTicks } = funnelLayout(shape, 560);
  const at = (key: string) => points.find((one) => one.key === key)!;
  // Equal ratios of people are equal distances.
  const perLog = (at('RS').x - at('XK').x) / Math.log(6.6 / 1.6);
  expect((at('XK').x - at('RS-20').x) / Math.log(16 / 3.4)).toBeCloseTo(perLog, 5);
  expect(yTicks[0]).toEqual({ rate: 0, y: plotBottom });
  expect((plotBottom - at('BA').y) / (plotBottom - at('RS').y)).toBeCloseTo(7.9 / 3.3, 5);
  for (const [index, tick] of xTicks.slice(1).entries()) expect(tick.x - xTicks[index]!.x).toBeGreaterThanOrEqual(64);
});

test('a rate far beyond all named ones is cut at the edge', () => {
  const { points } = funnelLayout(shape, 560);
  expect(points.filter(({ isCut }) => isCut).map(({ key }) => key)).toEqual(['XK-02']);
  expect(points.find(({ key }) => key === 'XK-02')!.y).toBe(14);
});

test('every named place has a label, and no label lies over another', () => {
  for (const width of [340, 560, 700]) {
    const { points } = funnelLayout(shape, width);
    const texts = points.flatMap(({ text, label }) => (text === undefined ? [] : [{ ...text, width: label!.length * 6 }]));
    // On a phone only this place, the highest and the lowest.
    expect(texts).toHaveLength(width < 500 ? 2 : 4);
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        const start = (text: (typeof texts)[number]) =>
          text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - text.width : text.x - text.width / 2;
        const apart =
          start(one) + one.width <= start(other) || start(other) + other.width <= start(one) || Math.abs(one.y - other.y) >= 11;
        expect(apart, `${index} at ${width}`).toBe(true);
      }
    }
  }
});

test('a label without room is left out, and this place has its own beside its point', () => {
  const crowd = ['AL', 'BA', 'MD', 'ME', 'MK', 'XK', 'GR', 'HR', 'BG', 'RO', 'HU', 'IT', 'TR', 'SI', 'AT', 'CZ'].map((key, at) =>
    point(key, 6_000_000 + at, 8 + at / 100, 'peer'),
  );
  const { points } = funnelLayout({ ...shape, points: [point('RS', 6_600_000, 3.3, 'own'), ...crowd] }, 560);
  expect(points.filter(({ text }) => text !== undefined).length).toBeLessThan(17);
  const own = points.find(({ key }) => key === 'RS');
  expect(Math.abs(own!.y - own!.text!.y)).toBeLessThan(20);
});

test('the outer limits are drawn behind the inner ones', () => {
  const { bands } = funnelLayout(shape, 560);
  const highest = (path: string) => Math.min(...[...path.matchAll(/ (\d+\.\d)/g)].map(([, y]) => Number(y)));
  expect(bands).toHaveLength(2);
  expect(highest(bands[0]!)).toBeLessThan(highest(bands[1]!));
});

test('what is pressed at two close points does not overlap, and what is apart stays at its point', () => {
  const points = [
    { x: 100, y: 100 },
    { x: 120, y: 102 },
    { x: 121, y: 110 },
    { x: 300, y: 40 },
  ];
  const places = linkPlaces(points);
  expect(places[3]).toEqual(points[3]);
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1))
      expect(Math.max(Math.abs(one.x - other.x), Math.abs(one.y - other.y))).toBeGreaterThanOrEqual(24);
  }
});
