import { type DatePrecision, foldText, isIsoDate } from '@monitor/domain';
import { asciiDigits } from '../check/ascii-digits.ts';
import { approximately } from '../check/estimate.ts';
import { cellDate } from '../kinds/workbook-dates.ts';

/** Parts of a date or time, with the text each matches. Longer names come first, so that `MMMM` is not read as `MM` twice. */
const parts = {
  YYYY: String.raw`(?<year>\d{4})`,
  YY: String.raw`(?<shortYear>\d{2})`,
  MMMM: String.raw`(?<monthName>\p{L}+)\.?`,
  MMM: String.raw`(?<monthName>\p{L}+)\.?`,
  MM: String.raw`(?<month>\d{2})`,
  M: String.raw`(?<month>\d{1,2})`,
  DD: String.raw`(?<day>\d{2})`,
  D: String.raw`(?<day>\d{1,2})`,
  HH: String.raw`(?<hour>\d{2})`,
  H: String.raw`(?<hour>\d{1,2})`,
  hh: String.raw`(?<hour>\d{2})`,
  h: String.raw`(?<hour>\d{1,2})`,
  mm: String.raw`(?<minute>\d{2})`,
  ss: String.raw`\d{2}(?:\.\d+)?`,
  A: String.raw`(?<half>[AaPp]\.?[Mm]\.?)`,
  T: 'T',
  excel: String.raw`(?<days>\d{4,5})(?:\.\d+)?`,
  Z: String.raw`(?<offset>Z|[+-]\d{2}(?::?\d{2})?)`,
  unix: String.raw`(?<unix>\d{9,13})(?:\.\d+)?`,
} as const;

/** Text that is in the file as it is, in brackets or quotation marks. */
const quotedText = /^(?:\[([^\]]+)\]|'([^']+)'|"([^"]+)")$/;

const pattern = new RegExp(
  String.raw`\[[^\]]+\]|'[^']+'|"[^"]+"|${Object.keys(parts).join('|')}|[A-Za-z]+|[^A-Za-z'"[]+|['"[]`,
  'g',
);

/** An expression for a text as it is written, with any number of blanks where it has some. */
function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
}

/** A compiled format. Dates are taken as they are written: an offset at the end moves nothing, unless a time zone is given. */
export interface DateFormat {
  readonly text: string;
  readonly expression: RegExp;
}

/** Compiles a format such as `DD.MM.YYYY` or `HH:mm [hrs]`. Throws `RangeError` with a sentence where it has an unknown part. */
export function dateFormat(text: string): DateFormat {
  const source = (text.match(pattern) ?? [])
    .map((part) => {
      if (part in parts) return parts[part as keyof typeof parts];
      const [, ...inside] = quotedText.exec(part) ?? [];
      const words = inside.find((one) => one !== undefined);
      if (words !== undefined || !/[A-Za-z]/.test(part)) return literal(words ?? part);
      const word = text.match(/[A-Za-z]+/g)?.find((one) => one.includes(part));
      throw new RangeError(
        `"${text}" contains "${word}", which is not one of ${Object.keys(parts).join(', ')}. Write other letters in brackets, such as "HH:mm [hrs]".`,
      );
    })
    .join('');
  try {
    return { text, expression: new RegExp(`^${source}$`, 'u') };
  } catch {
    throw new RangeError(`"${text}" contains the same part of a date twice.`);
  }
}

/** Languages whose names of months are known. No name is that of different months in two of them, as it would be with Polish and Czech. */
const languages = 'en bs hr sr sr-Latn mk bg uk be ru sq ro pt es fr it de sv sl tr el he ar'.split(' ');

const english = 'january february march april may june july august september october november december'.split(' ');

/** Numbers of months by their names, whole and short, as they are alone and beside a day, folded. */
let months: Map<string, number> | undefined;

function readMonths(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of languages)
    for (const month of ['long', 'short'] as const)
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(language, { month, day, timeZone: 'UTC', calendar: 'gregory' });
        for (let at = 0; at < 12; at += 1) {
          const name = format.formatToParts(Date.UTC(2025, at, 1)).find(({ type }) => type === 'month')?.value;
          if (name !== undefined) names.set(foldText(name).replace(/\.$/, ''), at + 1);
        }
      }
  return names;
}

/** The number of a month, by its name in one of the languages or three letters or more of its English name. */
export function monthOfName(name: string): number | undefined {
  const folded = foldText(name);
  const ofEnglish = folded.length >= 3 ? english.findIndex((one) => one.startsWith(folded)) : -1;
  return ofEnglish >= 0 ? ofEnglish + 1 : (months ??= readMonths()).get(folded);
}

/** A date that a text says, as `YYYY-MM-DD`, and not yet known to exist. */
export interface ReadDate {
  readonly date: string;
  readonly precision: DatePrecision;
  /** What it is in another format, if that date exists as well. */
  readonly other?: string;
}

/**
 * The date that a text says in the first format in which it exists, or else in the first it fits. Without a day it is the first of the
 * month, without a month the first of January. A year of two digits lies between 1946 and 2045.
 * @param zone in which moments of UTC or with an offset are a day
 */
export function readDate(written: string, formats: readonly DateFormat[], zone?: string): ReadDate | undefined {
  const text = asciiDigits(written);
  const [first, ...others] = formats.flatMap((format) => dateIn(text, format, zone) ?? []);
  if (first === undefined || others.length === 0) return first;
  const [date = first, ...rest] = [first, ...others].filter((one) => isIsoDate(one.date));
  const other = rest.find((one) => one.date !== date.date)?.date;
  return other === undefined ? date : { ...date, other };
}

type Groups = Readonly<Record<string, string | undefined>>;

function dateIn(text: string, { expression }: DateFormat, zone: string | undefined): ReadDate | undefined {
  const groups: Groups | undefined = expression.exec(text)?.groups;
  if (!groups) return undefined;
  if (groups.unix !== undefined) return { date: localTime(unixTime(groups.unix), zone).date, precision: 'day' };
  if (groups.days !== undefined) {
    const date = cellDate(Number(groups.days), 'yyyy', false);
    return date === undefined ? undefined : { date, precision: 'day' };
  }
  const year = groups.year ?? `${Number(groups.shortYear) >= 46 ? '19' : '20'}${groups.shortYear}`;
  const month = groups.month ?? (groups.monthName && monthOfName(groups.monthName)?.toString());
  if (groups.monthName !== undefined && month === undefined) return undefined;
  const precision = groups.day ? 'day' : month ? 'month' : 'year';
  const date = `${year}-${(month ?? '1').padStart(2, '0')}-${(groups.day ?? '1').padStart(2, '0')}`;
  return { date: momentIn(date, groups, zone)?.date ?? date, precision };
}

/** Seconds since 1970, or milliseconds, which have more digits. */
function unixTime(text: string): number {
  return Number(text) * (text.length > 11 ? 1 : 1000);
}

/** The day and time in a zone, of a day and time with an offset; undefined if there is no offset or zone, or the day does not exist. */
function momentIn(date: string, groups: Groups, zone: string | undefined): { date: string; time: string } | undefined {
  const time = timeIn(groups);
  if (zone === undefined || groups.offset === undefined || time === undefined || !isIsoDate(date)) return undefined;
  const offset = groups.offset.replace(/^(.\d\d):?(\d\d)?$/, (_, hours: string, minutes = '00') => `${hours}:${minutes}`);
  const moment = Date.parse(`${date}T${time}${offset}`);
  return Number.isNaN(moment) ? undefined : localTime(moment, zone);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function localTime(moment: number, zone = 'UTC'): { date: string; time: string } {
  // Swedish dates are written as here.
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(zone, clock);
  const [date = '', time = ''] = clock.format(moment).split(' ');
  return { date, time };
}

function timeIn(groups: Groups): string | undefined {
  if (groups.hour === undefined) return undefined;
  const half = groups.half?.[0]?.toLowerCase();
  const hour = half === undefined ? Number(groups.hour) : (Number(groups.hour) % 12) + (half === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${groups.minute ?? '00'}`;
}

/** The time that a text says in the first format it fits, as `HH:MM` and not yet known to exist. */
export function readTime(written: string, formats: readonly DateFormat[], zone?: string): string | undefined {
  const text = asciiDigits(written);
  for (const format of formats) {
    const groups: Groups | undefined = format.expression.exec(text)?.groups;
    if (groups?.unix !== undefined) return localTime(unixTime(groups.unix), zone).time;
    if (groups?.hour === undefined) continue;
    const { date } = dateIn(text, format, undefined) ?? {};
    return (date === undefined ? undefined : momentIn(date, groups, zone)?.time) ?? timeIn(groups);
  }
  return undefined;
}

/**
 * A time without what makes it approximate or only an hour: `about 21:00` and `21:xx` are `21:00`, `21h` and `21.0` are `21`, and `21h30`,
 * `21:30 hrs` and `2130h` are `21:30`.
 */
export function plainTime(text: string): string {
  return asciiDigits(text)
    .replace(approximately, '')
    .replace(/^(\d{1,2})\s?(?:h|hrs?\.?|hours?|\.0)$/i, '$1')
    .replace(/^(\d{1,2})\s?h\s?(\d{2})$/i, '$1:$2')
    .replace(/^(\d{1,2})[:.]?(\d{2}(?::\d{2})?)\s?(?:h|hrs?\.?|hours?)$/i, '$1:$2')
    .replace(/^(\d{1,2}):(?:xx|\?\?|--)$/i, '$1:00');
}
