import type { Point } from '@monitor/geography';

/** What may be wrong with a point. */
interface Slip {
  /** A sentence without its end. */
  readonly text: string;
  /** Where the point would be. */
  readonly moved: Point;
}

/** A sign or the two numbers turned. */
export function turns({ lon, lat }: Point): Slip[] {
  return onEarth([
    { text: 'the longitude seems to have the wrong sign', moved: { lon: -lon, lat } },
    { text: 'the latitude seems to have the wrong sign', moved: { lon, lat: -lat } },
    { text: 'the latitude and longitude seem to be swapped', moved: { lon: lat, lat: lon } },
  ]);
}

/** These, and digits that are lost or swapped. */
export function slips(point: Point): Slip[] {
  const digits = (
    [
      ['longitude', 'lon'],
      ['latitude', 'lat'],
    ] as const
  ).flatMap(([name, of]) => [
    ...withOneMore(point[of]).map((value) => ({ text: `the ${name} seems to lack a digit`, moved: { ...point, [of]: value } })),
    ...withTwoSwapped(point[of]).map((value) => ({
      text: `two digits of the ${name} seem to be swapped`,
      moved: { ...point, [of]: value },
    })),
  ]);
  return [...turns(point), ...onEarth(digits)];
}

function onEarth(some: readonly Slip[]): Slip[] {
  return some.filter(({ moved: { lon, lat } }) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
}

/** A number with one more digit before the point: further behind, a digit moves it too little. */
function withOneMore(value: number): number[] {
  const [, sign = '', whole = '', rest = ''] = partsOf(value);
  const places = Array.from({ length: whole.length + 1 }, (_, at) => at);
  return places.flatMap((at) =>
    Array.from({ length: 10 }, (_, digit) => Number(`${sign}${whole.slice(0, at)}${digit}${whole.slice(at)}${rest}`)),
  );
}

/** A number with two digits swapped that follow each other, with or without the point between them. */
function withTwoSwapped(value: number): number[] {
  const [, sign = '', whole = '', rest = ''] = partsOf(value);
  const digits = `${whole}${rest.slice(1, 2)}`.split('');
  return digits.slice(1).map((digit, at) => {
    const swapped = digits
      .with(at, digit)
      .with(at + 1, digits[at]!)
      .join('');
    return Number(`${sign}${swapped.slice(0, whole.length)}.${swapped.slice(whole.length)}${rest.slice(2)}`);
  });
}

function partsOf(value: number): readonly string[] {
  return /^(-?)(\d+)(.*)$/.exec(value.toFixed(6)) ?? [];
}

/** A point as messages have it: about a kilometre is enough to find a mistake, and tells of no house. */
export function latitudeAndLongitude({ lat, lon }: Point): string {
  return `latitude ${lat.toFixed(2)}, longitude ${lon.toFixed(2)}`;
}
