import { chosenColumns, columnsQuery, csvStyles, defaultSort, exportFormat, type ExportFormatName, sorts } from '@monitor/contract';
import { type FilterName, measureNames, recordOf, wantedWords } from '@monitor/domain';
import { weeksShown } from '@monitor/findings';
import { type About, addressOf, tableMetadata } from '@monitor/formats/portable-writers';
import { flag, identifier, oneOf, optionalNumber, type Parameter, shortText, wholeNumber } from './request/parameters.ts';
import { ProblemError } from './request/problem-error.ts';
import { against, columns } from './request/selection-parameters.ts';

/* What is asked of records. */

/** What a list of incidents is asked for beside the filter. */
export const listParameters = {
  sort: oneOf(
    sorts,
    defaultSort,
    'Sort order. A minus sign in front reverses it. Missing values come last in either direction. Ties are sorted by identifier.',
  ),
  measure: oneOf(
    measureNames,
    'incidents',
    'Adds `amount` to each incident: the number that this measure counts in it. The sort order `amount` sorts by it.',
  ),
  limit: wholeNumber(1, 500, 50, 'Incidents per page.'),
  cursor: shortText(1000, '`nextCursor` from the previous page. Use it to read a whole list page by page.'),
  offset: optionalNumber(
    0,
    9_999_999,
    'Number of incidents to skip. Use it to jump to any place in the list. All pages of one `datasetVersion` fit together.',
  ),
  around: identifier('Identifier of an incident. The page then has this incident in its middle.'),
};

/** After the page with this `nextCursor`, after so many rows, or so that an incident with this public identifier is in its middle. */
export type ListStart = { readonly cursor: string } | { readonly offset: number } | { readonly around: string };

type Start = { readonly [Name in 'cursor' | 'around']: string | undefined } & { readonly offset: number | undefined };

/** Where the page begins. Throws `bad_query` where it is said in two ways. */
export function readListStart({ cursor, offset, around }: Start): ListStart | undefined {
  const given = Object.entries({ cursor, offset, around }).filter(([, value]) => value !== undefined);
  const [[parameter, value] = ['', ''], second] = given;
  if (second !== undefined) {
    const message = 'Give only one of "cursor", "offset" and "around".';
    throw new ProblemError('bad_query', message, {
      problems: [{ parameter: second[0], code: 'bad_value', value: String(second[1]).slice(0, 100), message }],
    });
  }
  return parameter === '' ? undefined : ({ [parameter]: value } as unknown as ListStart);
}

const longestName = 100;
const mostWords = 5;

const words: Parameter<string> = {
  schema: {
    type: 'string',
    maxLength: longestName,
    description:
      'Search text, in Latin or Cyrillic script. Finds settlements by their names in English and other languages. Each word must be the start of a word in the same name.',
  },
  read(text, name) {
    const lists = wantedWords(text);
    if (text.length <= longestName && lists.length > 0 && lists.every((list) => list.length <= mostWords)) return { value: text };
    return { message: `"${name}" must be 1 to ${mostWords} words with letters or digits, and ${longestName} characters or fewer.` };
  },
};

/** What settlements are looked for by. */
export const placeParameters = { q: words, limit: wholeNumber(1, 50, 8, 'Maximum number of settlements.') };

/** What a ranking of settlements is asked for beside the filter. */
export const settlementParameters = {
  measure: oneOf(measureNames, 'incidents', 'What settlements are ranked by.'),
  limit: wholeNumber(1, 500, 50, 'Maximum number of settlements.'),
  spread: flag('`1` also counts how many settlements have each amount, and how many there are.'),
};

/** The parts of the filter that choose series. */
export const signalFilter = ['country', 'type', 'weapon'] as const satisfies readonly FilterName[];

/** What every list of signals takes. */
export const signalParameters = {
  weeks: wholeNumber(1, weeksShown, weeksShown, 'Number of weeks, up to the latest complete week of the data.'),
};

/** What the list of signals takes. */
export const signalListParameters = {
  ...signalParameters,
  lines: oneOf(
    ['signals', 'all', 'none'],
    'signals',
    'Which series have their weeks with the expected range: those with a signal and the closest one, all, or none.',
  ),
};

/** What every file of incidents is asked for beside the filter. */
const fileParameters = {
  against,
  sort: oneOf(sorts, 'occurred_on', 'Sort order. A minus sign in front reverses it. Ties are sorted by identifier.'),
  measure: oneOf(measureNames, 'incidents', 'What the sort order `amount` sorts by.'),
};

/** What some formats are asked for, too: see `parametersOfFile`. */
const fileChoices = {
  columns,
  style: oneOf(
    csvStyles,
    'plain',
    '`readable` is for people: labels instead of codes. In a CSV, also cells separated by `;`, decimal commas, and a byte-order mark.',
  ),
  headings: flag('`1` gives the columns headings for people, such as `Occurred on`, in place of their names.'),
  hxl: flag('`1` adds a row of HXL hashtags below the header.'),
  bom: flag('`1` adds a byte-order mark at the start, for old versions of Excel.'),
};

/** What a file of incidents in a format is asked for beside the filter. */
export function parametersOfFile(name: ExportFormatName) {
  return { ...fileParameters, ...recordOf(exportFormat(name).options, (option) => fileChoices[option]) } as typeof fileParameters &
    Partial<typeof fileChoices>;
}

/** What the description of the columns of a CSV is asked for beside the filter. */
export const descriptionParameters = { against, columns };

/** What the CSV of a selection holds, for programs: CSV on the Web, as text. @param wanted names of columns; all of them if left out */
export function describeColumns(about: About, wanted: readonly string[] | undefined): string {
  const url = addressOf(about, '/api/v1/incidents.csv', columnsQuery(wanted));
  const described = chosenColumns({ columns: wanted, compared: about.selection.against !== undefined });
  return JSON.stringify(tableMetadata({ url, columns: described, key: ['id'] }, about), null, 2);
}
