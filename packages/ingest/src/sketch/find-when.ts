import { type Column, nameFit, share, type Written, writtenDates, writtenTimes } from './columns.ts';
import { codeShare, type Draft, percent, translated } from './draft.ts';

/** Locations in which the month is written before the day. */
const monthFirst: ReadonlySet<string> = new Set(['US', 'PR', 'GU', 'VI', 'AS', 'MP', 'FM', 'MH', 'PW']);

/** The share of midnights from which they are times that nobody knew. */
const unknownMidnight = 0.1;

/** Date and time. @param country in which most of the rows are */
export function findWhen(draft: Draft, country: string | undefined): Column | undefined {
  const own = draft.columns.filter(({ isAround }) => !isAround);
  const known = new Map(own.map((column) => [column, writtenDates(column, monthFirst.has(country ?? ''))] as const));
  const fit = (column: Column) => {
    const written = known.get(column);
    return written
      ? Math.max(
          0.1,
          written.share -
            (written.formats[0] === 'unix' ? 0.5 : 0) +
            2 * nameFit(column, 'date') -
            3 * (nameFit(column, 'notDate') + nameFit(column, 'latest')) -
            2 * nameFit(column, 'end'),
        )
      : 0;
  };
  const column = draft.best(fit);
  const written = column && known.get(column);
  if (!column || !written) return findYear(draft);
  const zone = zoneOf(country);
  const isNumber = written.formats[0] === 'unix';
  const value = isNumber ? { column: column.name, formats: ['unix'], zone: zone ?? 'UTC' } : dated(column, written);
  draft.field('occurred_on', [column], value, isNumber ? 'milliseconds since 1970' : orderWords(written), written.share);
  if (written.isUtc)
    draft.ask(
      ['incident', 'occurred_on'],
      isNumber
        ? 'is the time zone right? The day depends on it.'
        : `are these times of UTC, as their "Z" says? If so, add "zone: ${zone ?? 'Europe/Belgrade'}" here and to the time, since nights are otherwise on another day.`,
    );
  const [days = 0, months = 0, either = 0] = written.orders ?? [];
  if (written.order === 'mixed')
    draft.ask(
      ['incident', 'occurred_on'],
      `which of these formats is right? Both occur: only the day can come first in ${rowsOf(days)}, and only the month in ${rowsOf(months)}. ` +
        `${either} more can be either: as long as both are listed, these are rejected unless both give the same date.`,
    );
  if (written.swapped !== undefined)
    draft.ask(
      ['incident', 'occurred_on'],
      `has Excel swapped the day and the month of ${rowsOf(written.swapped)}? Their day is never over 12, and that of all others is: Excel with ` +
        'American settings takes 03/05/2025 for a day in March, and leaves 13/05/2025 as text. If so, replace "YYYY-MM-DD" with "YYYY-DD-MM".',
    );
  if (written.order === 'guessed')
    draft.ask(
      ['incident', 'occurred_on'],
      `is "${written.formats[0]}" right? No date of the file shows whether the day or the month comes first.`,
    );
  const until = draft.best((one) => (known.get(one) ? nameFit(one, 'end') : 0));
  const last = until && known.get(until);
  if (until && last) draft.field('occurred_until', [until], dated(until, last), 'dates, and the name of an end', last.share);
  findTime(draft, column, written);
  return column;
}

/** The time zone of a location that has only one. */
function zoneOf(country = ''): string | undefined {
  const locale = new Intl.Locale('und', { region: /^[A-Z]{2}$/.test(country) ? country : 'ZZ' }) as Intl.Locale & Zones;
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  return zones.length === 1 ? zones[0] : undefined;
}

/** In some versions of Node.js it is the one, in others the other. */
interface Zones {
  readonly timeZones?: readonly string[];
  readonly getTimeZones?: () => readonly string[] | undefined;
}

const rowsOf = (count: number) => (count === 1 ? '1 row' : `${count} rows`);

function dated({ name }: Column, { formats }: Written): string | { column: string; formats: string[] } {
  return formats.length === 1 && formats[0] === 'YYYY-MM-DD' ? name : { column: name, formats };
}

function orderWords({ order }: Written): string {
  if (order === 'plain') return 'dates';
  return order === 'shown' ? 'dates, of which those after the 12th of a month show the order' : 'dates';
}

function findYear(draft: Draft): Column | undefined {
  const year = draft.best((one) => (share(one, (text) => /^(?:19|20)\d\d$/.test(text)) > 0.95 ? nameFit(one, 'year') : 0));
  draft.ask(
    ['incident', 'occurred_on'],
    'which column has the date, and how is it written? No column has dates that the importer can read.',
  );
  if (!year) draft.incident.occurred_on = 'date';
  else draft.field('occurred_on', [year], { column: year.name, formats: ['YYYY'] }, 'years');
  return year;
}

function findTime(draft: Draft, date: Column, { timed, midnight, formats }: Written): void {
  const known = new Map(draft.columns.map((column) => [column, writtenTimes(column)] as const));
  const column = draft.best((one) => {
    const written = known.get(one);
    return written && nameFit(one, 'notDate') === 0 && nameFit(one, 'end') === 0
      ? written.share + nameFit(one, 'time') - (written.share > 0.95 ? 0 : 1)
      : 0;
  });
  const written = column && known.get(column);
  if (column && written) {
    const value = written.formats.length > 0 ? { column: column.name, formats: written.formats } : column.name;
    draft.field('local_time', [column], value, 'times of day', written.share);
    if (written.midnight <= unknownMidnight) return;
    for (const text of column.values.keys()) if (/^0{1,2}:00(?::00)?$/.test(text)) draft.nullWords.add(text);
    draft.ask(
      ['null_words'],
      `does 00:00 mean that the time is not known? It is in ${percent(written.midnight)} of the rows, so it is read as such.`,
    );
  } else if (timed > 0.8 && midnight <= unknownMidnight) {
    draft.field('local_time', [date], { column: date.name, formats }, 'the times behind the dates', timed);
  } else {
    if (timed > 0.8 && midnight < 1)
      draft.ask(
        ['incident', 'occurred_on'],
        `what does the time 00:00 mean? ${percent(midnight)} of the times are that, so the times are not read.`,
      );
    const part = draft.best((one) => (codeShare(one, 'part_of_day') > 0.8 ? nameFit(one, 'time') + nameFit(one, 'partOfDay') : 0));
    if (part)
      draft.field('part_of_day', [part], { column: part.name, values: translated(part, 'part_of_day').values }, 'parts of the day');
  }
}
