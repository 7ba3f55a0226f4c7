import { drawnJurisdictions, siteFocus } from '@monitor/geography';
import { expect, test } from 'vitest';
import { type CalledLocation, type CallOut, placeCallOuts, type Rectangle, type Surroundings } from './call-outs.ts';
import { areaOf, monitoredSizeAt } from './layers/jurisdiction-names.ts';
import { mercatorOf, type NamedArea, placeOf, settings } from './name-places.ts';
import { deep } from '../../../../testing/depth.ts';

interface Screen {
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  /** Degrees; the middle of the whole region if left out. */
  readonly middle?: [lon: number, lat: number];
}

const [west, , east] = siteFocus().view;

function screenOf({ zoom, width, height, middle: seen = [(west + east) / 2, 44.4] }: Screen) {
  const world = 512 * 2 ** zoom;
  const [x, y] = mercatorOf(seen);
  const place = ([right, down]: readonly [number, number]): [number, number] => [
    (right - x) * world + width / 2,
    (down - y) * world + height / 2,
  ];
  const areas = drawnJurisdictions.map(({ code, name, monitored }) => {
    const { middle, outline } = areaOf(code)!;
    const area: NamedArea = { middle: place(middle), outline: outline.map(place) };
    return { code, name, monitored, area };
  });
  const locations: CalledLocation[] = areas.filter(({ monitored }) => monitored);
  const around: Surroundings = {
    width,
    height,
    textSize: monitoredSizeAt(zoom),
    // A circle on the middle of each, and one at the south of Serbia.
    circles: [...locations.map(({ area }) => area.middle), place(mercatorOf([22, 43.2]))].map((middle) => ({
      place: middle,
      radius: 17,
    })),
    covered: [[width - 50, 0, width, 140]],
    monitored: locations.map(({ area }) => area),
    context: areas.filter(({ monitored }) => !monitored).map(({ area }) => area),
  };
  return { locations, around };
}

/** Middle of a location in degrees. */
function middleOf(code: string): [number, number] {
  const [right, down] = areaOf(code)!.middle;
  return [right * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * down))) * 180) / Math.PI];
}

function boxOf({ code, text, to, anchor }: CallOut, textSize: number): Rectangle {
  const set = settings(drawnJurisdictions.find((one) => one.code === code)!.name).find((one) => one.text === text)!;
  const [width, height] = [set.width * textSize, set.height * textSize];
  const left = { left: to[0], right: to[0] - width, top: to[0] - width / 2, bottom: to[0] - width / 2 }[anchor];
  const top = { left: to[1] - height / 2, right: to[1] - height / 2, top: to[1], bottom: to[1] - height }[anchor];
  return [left, top, left + width, top + height];
}

const isIn = ({ outline }: NamedArea, [left, top, right, bottom]: Rectangle) =>
  placeOf(
    { middle: [(left + right) / 2, (top + bottom) / 2], outline },
    { text: '', width: right - left, height: bottom - top },
    [0, 0],
    1,
  );

test.each([
  { zoom: 5.4, width: 745, height: 552 },
  { zoom: 5.45, width: 768, height: 560 },
  { zoom: 4, width: 390, height: 385 },
  { zoom: 4, width: 360, height: 385 },
])('every monitored location has its name beside it, tied to it and clear of all else: %o', (screen) => {
  const { locations, around } = screenOf(screen);
  const placed = placeCallOuts(locations, around);
  expect(placed.map(({ code }) => code).toSorted()).toEqual(['AL', 'BA', 'MD', 'ME', 'MK', 'RS', 'XK']);
  for (const one of placed) {
    const box = boxOf(one, around.textSize);
    const own = locations.find(({ code }) => code === one.code)!.area;
    expect(isIn(own, [one.from[0] - 1, one.from[1] - 1, one.from[0] + 1, one.from[1] + 1])).toBe('inside');
    for (const { code, area } of locations) expect([one.code, code, isIn(area, box)]).toEqual([one.code, code, 'outside']);
    expect(box[0] > 0 && box[1] > 0 && box[2] < screen.width && box[3] < screen.height).toBe(true);
    for (const { place, radius } of around.circles) {
      const apart = Math.hypot(
        Math.max(box[0] - place[0], 0, place[0] - box[2]),
        Math.max(box[1] - place[1], 0, place[1] - box[3]),
      );
      expect(apart).toBeGreaterThan(radius);
    }
    for (const other of placed) {
      if (other === one) continue;
      const [left, top, right, bottom] = boxOf(other, around.textSize);
      expect(box[0] < right && left < box[2] && box[1] < bottom && top < box[3]).toBe(false);
    }
  }
});

test.each([
  { zoom: 5.4, width: 745, height: 552 },
  { zoom: 5.6, width: 1160, height: 520 },
  { zoom: 5.2, width: 496, height: 660 },
  { zoom: 4.6, width: 390, height: 400, middle: [19.4, 43] as [number, number] },
  { zoom: 4, width: 360, height: 385 },
])('the name of Kosovo* is at its right, with circles and without: %o', (screen) => {
  const { locations, around } = screenOf(screen);
  for (const circles of [around.circles, []]) {
    const named = placeCallOuts(locations, { ...around, circles }).find(({ code }) => code === 'XK');
    expect(named?.anchor).toBe('left');
  }
});

test('no line runs far through another location, where it would strike out its name', () => {
  let longest = 0;
  for (const zoom of deep ? [4.5, 5, 5.5, 6] : [4.5, 5.5])
    for (const location of drawnJurisdictions.filter(({ monitored }) => monitored)) {
      const { locations, around } = screenOf({ zoom, width: 390, height: 318, middle: middleOf(location.code) });
      for (const { code, from, to } of placeCallOuts(locations, around)) {
        const others = locations.filter((one) => one.code !== code);
        const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        let through = 0;
        for (let at = 1; at < length; at += 2) {
          const [px, py] = [from[0] + ((to[0] - from[0]) * at) / length, from[1] + ((to[1] - from[1]) * at) / length];
          if (others.some(({ area }) => isIn(area, [px - 0.01, py - 0.01, px + 0.01, py + 0.01]) !== 'outside')) through += 2;
        }
        longest = Math.max(longest, through);
      }
    }
  // Looked at every four pixels.
  expect(longest).toBeLessThanOrEqual(64);
  expect(longest).toBeGreaterThan(20);
});

test('a name that has no place is left out', () => {
  const { locations, around } = screenOf({ zoom: 5.4, width: 745, height: 552 });
  expect(placeCallOuts(locations, { ...around, covered: [[0, 0, 745, 552]] })).toEqual([]);
  expect(placeCallOuts([], around)).toEqual([]);
});
