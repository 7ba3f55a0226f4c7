import { inQuotes, oneLine, wholeInQuotes } from './findings.ts';
import type { ImportSummary } from './import-summary.ts';
import { recordWords } from './public-record.ts';

/** Characters of a line that repeats something of the files. */
const longestLine = 400;
/** Changed fields that are named. */
const mostNamed = 5;

/** The report of an import for a person. */
export function reportText(summary: ImportSummary): string {
  const sections = [
    fileLines(summary),
    countLines(summary),
    contentLines(summary),
    partLines(summary),
    swappedLines(summary),
    findingLines('Rejected:', summary.rejected),
    findingLines('Kept, with warnings:', summary.warnings),
    otherwiseLines(summary),
    publicationLines(summary.publication),
    pointLines(summary),
    strayLines(summary),
    exampleLines(summary),
    endLines(summary),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

export function numberText(count: number): string {
  return count.toLocaleString('en');
}

/** A line that begins with a number, below those of others. */
function counted(count: number | string, what: string): string {
  return `${(typeof count === 'number' ? numberText(count) : count).padStart(12)} ${what}`;
}

/** A line that belongs to the one above it. */
function below(text: string): string {
  return `${' '.repeat(15)}${shortened(oneLine(text))}`;
}

function shortened(text: string): string {
  return text.length > longestLine ? `${text.slice(0, longestLine - 1)}…` : text;
}

function andMore(count: number, what: string): string[] {
  return count === 0 ? [] : [`${' '.repeat(13)}and ${numberText(count)} more ${what}`];
}

function fileLines({ files }: ImportSummary): string[] {
  const shown = files.length <= 3 ? files : files.slice(0, 2);
  const lines = shown.flatMap(({ name, about, notRead }, at) => [
    `${oneLine(name)}: ${about}`,
    // Files that are imported together mostly have the same columns, which are then said once.
    ...notReadLines(notRead).filter((line) => !(at > 0 && notReadLines(shown[at - 1]!.notRead).includes(line))),
  ]);
  return files.length === shown.length ? lines : [...lines, `… and ${numberText(files.length - shown.length)} more files`];
}

function notReadLines({ columns, more }: ImportSummary['files'][number]['notRead']): string[] {
  if (columns.length === 0) return [];
  return [below(`columns that are not read: ${columns.join(', ')}${more === 0 ? '' : ` and ${numberText(more)} more`}`)];
}

function countLines({ dryRun, incidents }: ImportSummary): string[] {
  const { read, accepted, rejected, rejectedRows, rowsLeftOut, stored } = incidents;
  const lines = dryRun ? [counted(accepted, 'would be imported (dry run: nothing was written)')] : [];
  if (stored !== null) {
    const { inserted, updated, changedFields, unchanged, restored, retracted } = stored;
    lines.push(counted(inserted, 'inserted'), counted(updated, `updated${changedWords(changedFields)}`));
    lines.push(counted(unchanged, 'unchanged'));
    if (restored > 0) lines.push(counted(restored, 'of these published again, after an earlier import had retracted them'));
    if (retracted !== null) lines.push(counted(retracted, 'retracted, since they are not in the files'));
  }
  const rows = rejectedRows === rejected ? '' : ` (${numberText(rejectedRows)} rows)`;
  lines.push(counted(rejected, `rejected${rows}`), counted(read, read === 1 ? 'incident read' : 'incidents read'));
  if (rowsLeftOut > 0) lines.push(counted(rowsLeftOut, `${rowsLeftOut === 1 ? 'row' : 'rows'} left out by "where" in the mapping`));
  return lines;
}

function changedWords(fields: readonly { readonly field: string; readonly incidents: number }[]): string {
  if (fields.length === 0) return '';
  const named = fields.slice(0, mostNamed).map(({ field, incidents }) => `${field} in ${numberText(incidents)}`);
  const more = fields.length - named.length;
  return `: ${[...named, ...(more === 0 ? [] : [`${numberText(more)} more field${more === 1 ? '' : 's'}`])].join(', ')}`;
}

function contentLines({ incidents: { accepted }, contents }: ImportSummary): string[] {
  if (accepted === 0) return [];
  const { killed, injured, victims, perpetrators, weapons, firstDay, lastDay, locations, regions } = contents;
  const missing = ({ notReported }: typeof killed, one: string, several: string) =>
    notReported === 0 ? '' : ` (not reported in ${numberText(notReported)} ${notReported === 1 ? one : several})`;
  const people = (what: string, one: typeof killed) =>
    one.notReported === accepted
      ? counted('–', `${what}: not reported`)
      : counted(one.number, `${what}${missing(one, 'incident', 'incidents')}`);
  const described = (count: number, what: string) => counted(count, `${what}${count === 1 ? '' : 's'} described`);
  return [
    `In ${accepted === 1 ? 'this incident' : `these ${numberText(accepted)} incidents`}:`,
    people('killed', killed),
    people('injured', injured),
    described(victims, 'victim'),
    described(perpetrators, 'perpetrator'),
    ...(weapons === null
      ? []
      : [counted(weapons.number, `weapon${weapons.number === 1 ? '' : 's'}${missing(weapons, 'entry', 'entries')}`)]),
    counted(firstDay ?? '', 'first day'),
    counted(lastDay ?? '', 'last day'),
    ...placeLines('By location:', locations, 'locations'),
    ...placeLines('By region:', regions, 'regions'),
  ];
}

function placeLines(title: string, { most, more, notKnown }: ImportSummary['contents']['regions'], what: string): string[] {
  if (most.length === 0) return [];
  return [
    title,
    ...most.map(({ code, name, incidents }) => counted(incidents, `${name} (${code})`)),
    ...andMore(more, what),
    ...(notKnown === 0 ? [] : [counted(notKnown, 'not known')]),
  ];
}

function partLines({ fewRegions }: ImportSummary): string[] {
  return fewRegions.flatMap(({ code, name, incidents, regions, allRegions }) => [
    `${name} (${code}): all ${numberText(incidents)} incidents whose region is known lie in ${regions} of ${allRegions} regions.`,
    'If the data covers only a part, say which under "covers" in the mapping, or rates will be too low.',
  ]);
}

function swappedLines({ swappedDates }: ImportSummary): string[] {
  if (swappedDates === null) return [];
  const { dates, texts } = swappedDates;
  return [
    `Has a spreadsheet swapped the day and the month of ${numberText(dates)} dates? Their day is never over 12, and that of the ${numberText(texts)} dates that are texts always is.`,
    'If so, write YYYY-DD-MM for YYYY-MM-DD under "formats" in the mapping.',
  ];
}

function findingLines(title: string, findings: ImportSummary['rejected']): string[] {
  if (findings.length === 0) return [];
  return [
    title,
    ...findings.flatMap(({ meaning, incidents, examples, words }) => [
      counted(incidents, meaning),
      ...examples.map(below),
      ...wordLines(words),
    ]),
  ];
}

function wordLines(words: ImportSummary['otherwise'][number]['words']): string[] {
  return words.map(({ word, incidents }) => below(`${word}: ${numberText(incidents)} incidents`));
}

function otherwiseLines({ otherwise }: ImportSummary): string[] {
  if (otherwise.length === 0) return [];
  return [
    'Words that only "otherwise" of the mapping covers:',
    ...otherwise.flatMap(({ field, recordedAs, incidents, words, otherWords }) => [
      counted(incidents, `${field}: recorded as ${recordedAs === null ? 'not reported' : inQuotes(recordedAs)}`),
      ...wordLines(words),
      ...(otherWords === 0
        ? []
        : [
            below(
              `${numberText(otherWords)} ${words.length > 0 ? 'other ' : ''}${otherWords === 1 ? 'word, ' : 'words, each '}in fewer than 20 incidents`,
            ),
          ]),
    ]),
  ];
}

/** Lines such as `98% of 100 places are …`. */
export function publicationLines({ shares, publishedWhole }: ImportSummary['publication']): string[] {
  const lines = shares.flatMap(({ what, part, all, notes }) => [
    // Rounded down, so that 100% is all.
    counted(`${Math.floor((100 * part) / all)}%`, `of ${numberText(all)} ${what}`),
    ...(part === all ? [] : notes.map(below)),
  ]);
  if (lines.length > 0) lines.unshift('Public (docs/publishing.md):');
  if (publishedWhole.length === 0) return lines;
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    'Published because of "publish: all". Nobody else checks that no person is named here:',
    ...publishedWhole.map((text) => `${' '.repeat(15)}${wholeInQuotes(text)}`),
  ];
}

function pointLines({ sharedPoints: { most, more } }: ImportSummary): string[] {
  if (most.length === 0) return [];
  return [
    'Many incidents at one exact point:',
    ...most.map(({ point, incidents }) => counted(incidents, `at ${point}`)),
    ...andMore(more, 'such points'),
    'If a point is the middle of a town or an area, say how accurate it is: place_precision in docs/importing.md.',
  ];
}

function strayLines({ strayPoints }: ImportSummary): string[] {
  const { hints } = strayPoints ?? { hints: [] };
  if (hints.length === 0) return [];
  return [
    'Points in no location, and what may be wrong with them:',
    ...hints.map(({ text, points, from, to }) =>
      counted(points, `${text}: ${to} would be among the other points, and ${from} is not`),
    ),
  ];
}

function exampleLines({ examples }: ImportSummary): string[] {
  if (examples.length === 0) return [];
  return [
    examples.length === 1 ? 'As everybody will see it:' : `As everybody will see the first ${examples.length}:`,
    ...examples.map((example) => below(recordWords(example))),
  ];
}

function endLines({ rejectedFile, seconds, address, dryRun }: ImportSummary): string[] {
  const lines =
    rejectedFile === null
      ? []
      : [`Rejected rows: ${rejectedFile}`, 'Correct these rows in your files, then import the files again.'];
  if (address !== null && !dryRun) lines.push(`To see this dataset: ${address}`);
  if (seconds !== null) lines.push(`Time taken: ${seconds < 10 ? seconds.toFixed(1) : numberText(Math.round(seconds))} s`);
  return lines;
}
