/**
 * Longitude and latitude from one text: `POINT (20.46 44.81)`, or two numbers in the order given, with a comma, a semicolon or
 * blanks between them. Decimal commas are read where something else separates the numbers.
 */
export function splitCoordinates(text: string, order: 'lat_lon' | 'lon_lat'): { lon: string; lat: string } {
  const point = /^(?:SRID=\d+;)?\s*POINT\s*Z?\s*\(\s*(\S+)\s+(\S+?)(?:\s+\S+)?\s*\)$/i.exec(text);
  if (point) return { lon: point[1] ?? '', lat: point[2] ?? '' };
  const plain = text.replace(/^[([]|[)\]]$/g, '').trim();
  const parts = plain.split(/\s*;\s*|\s*,\s+|\s+/);
  const numbers = parts.length === 1 ? plain.split(',') : parts;
  const [first = '', second = ''] = numbers.length === 2 ? numbers : numbers.length === 1 ? [text] : [text, text];
  return order === 'lat_lon' ? { lat: first.trim(), lon: second.trim() } : { lon: first.trim(), lat: second.trim() };
}
