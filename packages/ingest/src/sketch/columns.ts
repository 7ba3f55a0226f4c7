import { foldText } from '@monitor/domain';
import { asciiDigits } from '../check/ascii-digits.ts';
import { estimateOf } from '../check/estimate.ts';
import { dateFormat, monthOfName, readDate } from '../generic/date-format.ts';
import { usualTimes } from '../generic/read-fields.ts';
import { nestedRows } from '../kinds/nested-rows.ts';
import { usualNullWords } from '../source-format.ts';
import { flagWords, headerWords, isUnknown, matched, tokensOf } from './words.ts';

/** A column of a sample, by what its name and its cells say. */
export interface Column {
  readonly name: string;
  /** The words of its name, but not those of the list whose items are rows. */
  readonly tokens: ReadonlySet<string>;
  /** Whether it is what is around such a list. */
  readonly isAround: boolean;
  /** In the order of the rows; null if empty. */
  readonly cells: readonly (string | null)[];
  /** How often each text is there. */
  readonly values: ReadonlyMap<string, number>;
  /** Those of them that mean "not known". */
  readonly unknown: ReadonlySet<string>;
  /** Cells that are not empty. */
  readonly filled: number;
}

/** The columns that a mapping can name, since their names are there once, and that are not empty. */
export function columnsOf(names: readonly string[], rows: readonly (readonly (string | undefined)[])[]): Column[] {
  const { list } = nestedRows(names);
  return names.flatMap((name, index): Column[] => {
    const isAround = list !== undefined && !name.startsWith(`${list}.*.`);
    const ownName = list === undefined || isAround ? name : name.slice(`${list}.*.`.length);
    if (name === '' || names.indexOf(name) !== names.lastIndexOf(name)) return [];
    const cells = rows.map((row) => cellOf(row[index]));
    const values = new Map<string, number>();
    for (const text of cells) if (text !== null) values.set(text, (values.get(text) ?? 0) + 1);
    const filled = cells.filter((text) => text !== null).length;
    // A word for "not known" comes again.
    const isWord = (text: string, count: number) => (count > 1 || values.size <= 100) && text.length < 30 && isUnknown(text);
    const unknown = new Set([...values].flatMap(([text, count]) => (isWord(text, count) ? [text] : [])));
    return filled === 0 ? [] : [{ name, tokens: tokensOf(ownName), isAround, cells, values, unknown, filled }];
  });
}

function cellOf(text = ''): string | null {
  const trimmed = asciiDigits(text).trim();
  return trimmed === '' || usualNullWords.has(trimmed) ? null : trimmed;
}

/** The share of the cells that are not empty, nor a word for "not known", which a test accepts; 0 if there are none. */
export function share({ values, unknown }: Column, test: (text: string) => boolean): number {
  let [accepted, all] = [0, 0];
  for (const [text, count] of values) {
    const isAccepted = test(text);
    if (isAccepted) accepted += count;
    if (isAccepted || !unknown.has(text)) all += count;
  }
  return all === 0 ? 0 : accepted / all;
}

/** How well the name of a column speaks of a field: 0 if it does not, up to 2 if it has no other words. */
export function nameFit({ tokens }: Column, field: keyof typeof headerWords): number {
  const found = matched(headerWords[field], tokens);
  return found === 0 ? 0 : 1 + Math.min(1, found / tokens.size);
}

/** True for a column of a few short texts that come again: categories, and not names, addresses or sentences. */
export function isCategorical({ values, filled }: Column): boolean {
  return values.size <= 100 && values.size * 1.5 <= filled && [...values.keys()].every((text) => text.length <= 60);
}

export function degrees(text: string): number {
  return /^[-+]?\d{1,3}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

/** The largest number of people that one incident of a sample may have; larger numbers are something else. */
const mostPeople = 2000;

export function isCount(text: string): boolean {
  const best = estimateOf(text)?.best;
  return best !== undefined && (best === null || (best >= 0 && best <= mostPeople));
}

const flags = { yes: new Set(flagWords.yes.split(' ')), no: new Set(flagWords.no.split(' ')) };

/** What the two words of a column of flags mean; undefined if it is none. */
export function flagsOf({ values, unknown }: Column): { yes: string[]; no: string[] } | undefined {
  if (values.size > 12) return undefined;
  const fold = (text: string) => foldText(text.replace(/\.0$/, ''));
  const words = [...values.keys()].filter((text) => !unknown.has(text));
  const [yes, no] = (['yes', 'no'] as const).map((kind) => words.filter((text) => flags[kind].has(fold(text)))) as [
    string[],
    string[],
  ];
  return yes.length > 0 && no.length > 0 && yes.length + no.length === words.length ? { yes, no } : undefined;
}

/** How the dates or times of a column are written. */
export interface Written {
  readonly formats: string[];
  readonly share: number;
  /** How it is known whether the day or the month comes first. */
  readonly order: 'plain' | 'shown' | 'guessed' | 'mixed';
  /** Rows in which only the day can come first, those in which only the month can, and those in which either can. */
  readonly orders?: readonly [day: number, month: number, either: number];
  /** Rows in which a spreadsheet has probably taken the day for the month. */
  readonly swapped?: number;
  /** Whether most of them are moments of UTC. */
  readonly isUtc?: boolean;
  /** The share of its texts that have a time, and of the times those that are midnight. */
  readonly timed: number;
  readonly midnight: number;
}

const monthName = String.raw`(\p{L}{3,})`;

/** Beginnings of dates, each with how it is written; # is a day or a month. */
const dateShapes: readonly (readonly [RegExp, (groups: readonly string[]) => string])[] = [
  [/^\d{4}([-/.] ?)\d{1,2}\1\d{1,2}(?!\d)/, ([, by]) => `YYYY${by}M${by}D`],
  [/^\d{1,2}([-/. ] ?)\d{1,2}\1\d{4}(?!\d)/, ([, by]) => `#${by}#${by}YYYY`],
  [/^\d{1,2}([-/.] ?)\d{1,2}\1\d{2}(?!\d)/, ([, by]) => `#${by}#${by}YY`],
  [
    new RegExp(String.raw`^\d{1,2}([-/. ] ?| de )${monthName}\.?([-/. ] ?| del? )\d{4}(?!\d)`, 'iu'),
    ([, by = '', , then = '']) => `D${by}MMM${then}YYYY`.replaceAll(/del?/g, '[$&]'),
  ],
  [
    new RegExp(String.raw`^\d{1,2}([-/. ]?)${monthName}\.?([-/. ]?)\d{2}(?!\d)`, 'iu'),
    ([, by = '', , then = '']) => `D${by}MMM${then}YY`,
  ],
  [new RegExp(String.raw`^${monthName}\.? \d{1,2}(,?) \d{4}(?!\d)`, 'iu'), ([, , comma]) => `MMM D${comma} YYYY`],
  // Milliseconds since 1970, from 2001 on.
  [/^1\d{12}(?!\d)/, () => 'unix'],
  [/^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/, () => 'YYYYMMDD'],
];
const clock =
  /^(\.?(?: ?[гр]\.?)?)(?:(T|,? +)(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)?(?:( ?)[ap]\.?m\.?)?( ?)(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** How one date is written, in parts that may have one digit or two; undefined if it is none. */
function shapeOf(text: string): string | undefined {
  for (const [expression, write] of dateShapes) {
    const found = expression.exec(text);
    const rest = found && clock.exec(text.slice(found[0].length));
    const name = found?.find((part) => /^\p{L}{3,}$/u.test(part ?? ''));
    if (!found || !rest || (name !== undefined && monthOfName(name) === undefined)) continue;
    const [, dot = '', before, , , seconds, gap, space = '', zone] = rest;
    if (before === undefined) return write(found) + dot;
    const half = gap !== undefined && /[ap]\.?m/i.test(text);
    return `${write(found)}${dot}${before}${half ? 'h' : 'H'}:mm${seconds ? ':ss' : ''}${half ? `${gap}A` : ''}${zone ? `${space}Z` : ''}`;
  }
  return undefined;
}

/** Formats of one column at most. */
const mostFormats = 5;

/** By chance, so many days are hardly ever all up to the 12th. */
const leastSwapped = 5;

/** How the dates of a column are written; undefined if it has none. @param monthFirst where nothing else shows it */
export function writtenDates(column: Column, monthFirst: boolean): Written | undefined {
  const shapes = new Map<string, string[]>();
  for (const text of column.values.keys()) {
    const shape = shapeOf(text);
    if (shape === undefined) continue;
    const known = shapes.get(shape);
    if (known) known.push(text);
    else shapes.set(shape, [text]);
  }
  const unclear = [...shapes].filter(([shape]) => shape.startsWith('#')).flatMap(([, texts]) => texts);
  const rows = (texts: readonly string[]) => texts.reduce((sum, text) => sum + (column.values.get(text) ?? 0), 0);
  const over = (expression: RegExp) => rows(unclear.filter((text) => Number(expression.exec(text)?.[1]) > 12));
  const [days, daysSecond] = [over(/^(\d+)/), over(/^\d+\D+(\d+)/)];
  const isMixed = days > 0 && daysSecond > 0;
  const isMonthFirst = days === daysSecond ? monthFirst : daysSecond > days;
  const written = [...shapes].flatMap(([shape, texts]): [string, string[]][] => {
    const ordered = (startsWithMonth: boolean) => {
      let turn = 0;
      return shape.replaceAll('#', () => (((turn += 1) === 1) === startsWithMonth ? 'M' : 'D'));
    };
    const orders = isMixed && shape.startsWith('#') ? [isMonthFirst, !isMonthFirst] : [isMonthFirst];
    return orders.map((startsWithMonth) => [padded(ordered(startsWithMonth), texts), texts]);
  });
  const rank = ([, texts]: [string, string[]]) => rows(texts);
  const formats = written
    .toSorted((one, two) => rank(two) - rank(one))
    .slice(0, mostFormats)
    .map(([format]) => format);
  const compiled = formats.map(dateFormat);
  const isDate = (text: string) => /^(?:19[4-9]|20)\d/.test(readDate(text, compiled)?.date ?? '');
  const accepted = share(column, isDate);
  if (accepted < 0.8) return undefined;
  const times = [...column.values].filter(([text]) => text.includes(':'));
  const sum = (some: readonly (readonly [string, number])[]) => some.reduce((total, [, count]) => total + count, 0);
  const midnight =
    sum(times.filter(([text]) => /(?<![:\d])0{1,2}:00(?::00(?:\.0+)?)?(?![\d:])/.test(text))) / Math.max(1, sum(times));
  const order = unclear.length === 0 ? 'plain' : isMixed ? 'mixed' : days + daysSecond > 0 ? 'shown' : 'guessed';
  const orders = [days, daysSecond, rows(unclear) - days - daysSecond] as const;
  const swapped = days > 0 && days === rows(unclear) ? rows(shapes.get('YYYY-M-D') ?? []) : 0;
  const isSwapped = swapped >= leastSwapped && shapes.get('YYYY-M-D')?.every((text) => Number(/\d+$/.exec(text)?.[0]) <= 12);
  const isUtc = share(column, (text) => /^\d{13}$|\d\s*Z$/.test(text)) > 0.5;
  return {
    formats,
    share: accepted,
    order,
    orders,
    isUtc,
    ...(isSwapped && { swapped }),
    timed: sum(times) / column.filled,
    midnight,
  };
}

/** The format with two digits in each part that has them in all texts. */
function padded(shape: string, texts: readonly string[]): string {
  return ['D', 'M', 'H', 'h'].reduce((format, part) => {
    const long = format.replace(new RegExp(`(?<![${part}D])${part}(?!${part})`), part + part);
    const { expression } = dateFormat(long);
    return texts.every((text) => expression.test(text)) ? long : format;
  }, shape);
}

/** How the times of a column are written; undefined if it has none. */
export function writtenTimes(column: Column): Written | undefined {
  const named = nameFit(column, 'time') > 0;
  const kinds: readonly [RegExp, string[]][] = [
    [/^(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/, []],
    [/^(?:0?\d|1[0-2]):[0-5]\d ?[ap]\.?m\.?$/i, ['h:mm A', 'h:mmA']],
    [/^(?:0?\d|1[0-2]):[0-5]\d:[0-5]\d ?[ap]\.?m\.?$/i, ['h:mm:ss A', 'h:mm:ssA']],
    ...(named
      ? ([
          [/^(?:[01]?\d|2[0-3])(?:\.0| ?h(?:\d\d)?)?$/i, []],
          [/^(?:[01]\d|2[0-3])[0-5]\d$/, ['HHmm']],
          [/^(?:[01]?\d|2[0-3])\.[0-5]\d$/, ['H.mm']],
        ] as [RegExp, string[]][])
      : []),
  ];
  const fits = kinds.map(([expression, formats]) => ({ formats, share: share(column, (text) => expression.test(text)) }));
  const found = fits.filter((one) => one.share > 0).toSorted((one, two) => two.share - one.share);
  const all = found.reduce((sum, one) => sum + one.share, 0);
  if (all < 0.8 || (found[0]?.share ?? 0) < 0.5) return undefined;
  // Without formats, the usual ones count.
  const some = found.flatMap(({ formats }) => (formats.length === 0 ? usualTimes : formats));
  const formats = found.every((one) => one.formats.length === 0) ? [] : [...new Set(some)];
  const midnight = share(column, (text) => /^0{1,2}:00(?::00)?$/.test(text));
  return { formats, share: all, order: 'plain', timed: 1, midnight };
}
