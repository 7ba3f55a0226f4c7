import { tileRules } from '@monitor/domain';

/** The latitude at which web mercator is as high as it is wide; points beyond lie on the edge. Degrees. */
const highestLatitude = 85.0511287798066;
const whole = 2 ** 32;

/** Web mercator from the north, the whole height being 2³². @param lat degrees */
export function mercatorYOf(lat: number): number {
  const clamped = Math.min(Math.max(lat, -highestLatitude), highestLatitude);
  const sine = Math.sin((clamped * Math.PI) / 180);
  const fraction = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  return Math.min(Math.max(Math.floor(fraction * whole), 0), whole - 1);
}

/** Web mercator from the west, the whole width being 2³². The antimeridian lies at the west. @param microdegrees millionths of a degree */
export function mercatorXOf(microdegrees: number): number {
  const fraction = (microdegrees + 180e6) / 360e6;
  return Math.floor((fraction - Math.floor(fraction)) * whole);
}

/** The zoom at which the earth is divided into squares that rows are kept by. */
export const { squareZoom } = tileRules;

/** The square of a point, numbered along the Z-shaped curve. Degrees. */
export function squareOf(lon: number, lat: number): number {
  const shift = 32 - squareZoom;
  return zOrder(mercatorXOf(Math.round(lon * 1e6)) >>> shift, mercatorYOf(lat) >>> shift);
}

/** Position along the Z-shaped curve: the bits of column and row in turn. Both below 2¹⁵. */
export function zOrder(x: number, y: number): number {
  return spreadBits(x) | (spreadBits(y) << 1);
}

function spreadBits(value: number): number {
  let bits = value & 0x7fff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
