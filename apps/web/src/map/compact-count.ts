const formats = new Map<string, (count: number) => string>();

/** Writes a count as short as a circle on the map needs it: `372`, `1.2K`, `12K`. */
export function compactCount(locale: string): (count: number) => string {
  let format = formats.get(locale);
  if (format === undefined) {
    const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 });
    // Below a thousand every digit is told.
    format = (count) => (count < 1000 ? String(count) : compact.format(count));
    formats.set(locale, format);
  }
  return format;
}
