/** Formats of cells that every workbook has without listing them. */
const builtIn = new Map([
  ...[14, 15, 16, 17].map((number) => [String(number), 'yyyy-mm-dd'] as const),
  ...[18, 19, 20, 21, 45, 46, 47].map((number) => [String(number), 'hh:mm:ss'] as const),
  ['22', 'yyyy-mm-dd hh:mm'],
]);

/** The letters of the parts of a date in Cyrillic and Greek formats, which some programs write. */
const letters: Readonly<Record<string, string>> = {
  д: 'd',
  м: 'm',
  г: 'y',
  ч: 'h',
  с: 's',
  η: 'd',
  μ: 'm',
  ε: 'y',
  ω: 'h',
  δ: 's',
};
const localPart = new RegExp(String.raw`(?<!\p{L})([${Object.keys(letters).join('')}])\1{0,3}(?!\p{L})`, 'giu');

/** The format of a cell, if it writes a number as a date or a time. @param code as the workbook lists it */
export function dateFormatOf(number: string, code = builtIn.get(number)): string | undefined {
  const parts = code
    ?.split(';')[0]
    ?.replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replaceAll(localPart, (_, letter: string) => letters[letter.toLowerCase()] ?? '');
  return parts !== undefined && !/^general$/i.test(parts.trim()) && /[ymdhs]/i.test(parts) ? parts : undefined;
}

const millisecondsOfDay = 86_400_000;
/** Days from the first day of a workbook to 1 January 1970. */
const days1900 = 25_569;
const days1904 = 24_107;

/**
 * A number of days as ISO text, as far as its format shows it: `2023-05-01`, `14:30:00` or `2023-05-01 14:30:00`. To the second.
 * Undefined for a number that is not a date.
 */
export function cellDate(days: number, format: string, is1904: boolean): string | undefined {
  // Excel takes 1900 for a leap year, so that its days before March are one further.
  const start = is1904 ? days1904 : days >= 1 && days < 60 ? days1900 - 1 : days1900;
  const moment = new Date(Math.round(((days - start) * millisecondsOfDay) / 1000) * 1000);
  if (days < 0 || Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999) return undefined;
  const [date = '', time = ''] = moment.toISOString().slice(0, 19).split('T');
  const hasTime = /[hs]/i.test(format);
  if (!hasTime) return date;
  return /[yd]/i.test(format) ? `${date} ${time}` : time;
}
