/** Degrees to six decimals, about a decimetre, in the shortest form. */
export function degreesText(value: number): string {
  return String(roundedDegrees(value));
}

/** Numbers with commas between, to six decimals; undefined if a part is not a number of degrees. */
export function readDegrees(text: string): number[] | undefined {
  const parts = text.split(',');
  if (!parts.every((part) => /^-?\d{1,3}(?:\.\d{1,15})?$/.test(part))) return undefined;
  return parts.map((part) => roundedDegrees(Number(part)));
}

/** True if longitude and latitude are on earth. */
export function isPosition(lon: number, lat: number): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

function roundedDegrees(value: number): number {
  // Adding 0 makes 0 of minus 0.
  return Math.round(value * 1e6) / 1e6 + 0;
}
