import type { Point } from '@monitor/geography';
import { asciiDigits } from '../check/ascii-digits.ts';
import { type Findings, quoted } from '../findings.ts';
import type { RawPlace } from '../raw-incident.ts';

/**
 * The coordinates of an incident in degrees; undefined if there are none, and, with a warning, where they are impossible:
 * no numbers, out of range, one without the other, or (0, 0), which means "unknown" in many files.
 */
export function parseCoordinates(raw: Pick<RawPlace, 'lon' | 'lat'>, findings: Findings): Point | undefined {
  if (raw.lon === null && raw.lat === null) return undefined;
  const written = `(${quoted(raw.lat ?? '')}, ${quoted(raw.lon ?? '')})`;
  if (raw.lon === null || raw.lat === null) {
    findings.warn('point_impossible', `latitude and longitude ${written}: one of them is missing.`);
    return undefined;
  }
  const [lon, lat] = [degrees(raw.lon), degrees(raw.lat)];
  if (lon === undefined || lat === undefined) {
    findings.warn('point_impossible', `latitude and longitude ${written} are not numbers in degrees.`);
  } else if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
    findings.warn('point_impossible', `latitude and longitude ${written} must be from -90 to 90 and from -180 to 180.`);
  } else if (lon === 0 && lat === 0) {
    findings.warn('point_impossible', `latitude and longitude are 0, 0, which usually means that they are not known.`);
  } else {
    return { lon, lat };
  }
  return undefined;
}

/** Degrees written with a decimal point or a decimal comma. */
function degrees(text: string): number | undefined {
  const plain = asciiDigits(text)
    .replace('\u2212', '-')
    .replace(/^\+/, '')
    .replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return /^-?\d*\.?\d+(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}
