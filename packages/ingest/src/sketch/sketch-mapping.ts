import { basename } from 'node:path';
import { foldText, romanised } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { inQuotes } from '../findings.ts';
import { Mapping, notYetKnown } from '../generic/mapping-schema.ts';
import { nestedRows } from '../kinds/nested-rows.ts';
import { usualNullWords } from '../source-format.ts';
import { type Column, columnsOf, flagsOf, isCategorical, isCount, nameFit, share } from './columns.ts';
import { codeShare, Draft, type Guess, knownWords, type Question, translated } from './draft.ts';
import { findCounts, findDeathCounts } from './find-counts.ts';
import { whyAllDeaths } from './find-deaths.ts';
import { distinct, findPeople, findPeopleInLists } from './find-people.ts';
import { columnOfTotal } from '../generic/row-of-totals.ts';
import { askForTotals } from './find-totals.ts';
import { findWanted } from './find-wanted.ts';
import { findWhen } from './find-when.ts';
import { askForPart, askForStrays, findCountry, findPlaces, findPoints } from './find-where.ts';
import { itemOf, type Sample } from './read-sample.ts';
import { codeOf } from './words.ts';

/** A mapping that works as far as it can, with what it rests on. */
export interface MappingSketch {
  /** As it is written in a mapping file. */
  readonly mapping: Record<string, unknown>;
  readonly guesses: readonly Guess[];
  readonly questions: readonly Question[];
  /** Columns that became no field. */
  readonly notRead: readonly string[];
}

/** Guesses a mapping from the names and the first rows of a file. It names columns, but repeats no texts of the file other than categories. */
export function sketchMapping({ file, names, rows: all, ...how }: Sample, gazetteer: Gazetteer): MappingSketch {
  const rows = all.filter((row) => !isNote(names, row));
  const outer = names.map((name) => (itemOf(name) ? '' : name));
  const draft = new Draft(columnsOf(outer, rows), rows.length);
  draft.ask(['dataset'], 'who publishes the data, under what licence, and what is it called? These lines are shown to everybody.');
  if (how.headerLines !== undefined)
    draft.ask(
      ['file'],
      `are the column names in ${how.headerLines} lines? They are joined: "Men" under "Killed" is "Killed Men". If not, delete "header_lines".`,
    );
  const { alike = [] } = how;
  if (alike.length > 0)
    draft.ask(
      ['dataset'],
      `do these sheets belong to the data: ${alike.map(inQuotes).join(', ')}? They have the same columns, but an import reads one sheet. Copy their rows below those of the first.`,
    );
  const { list } = nestedRows(outer);
  if (list !== undefined)
    draft.explain(
      ['incident'],
      [],
      `Each item of ${inQuotes(list)} is a row, with what is around it: it is the innermost list that has dates`,
    );
  const points = findPoints(draft, gazetteer);
  const countries = findCountry(draft, points, gazetteer);
  const country = countries.find((code) => code !== undefined);
  const date = findWhen(draft, country);
  const { lat, lon, coordinates } = draft.incident;
  const where = draft.columns.filter(({ name }) => [lat, lon, coordinates].some((field) => nameIn(field) === name));
  findPlaces(draft, countries, gazetteer);
  askForPart(draft, points, countries, gazetteer);
  askForStrays(draft, points, gazetteer);
  // Numbers of people and dates around a list are totals of its items.
  draft.setAside(draft.columns.filter(({ isAround }) => isAround));
  const place = [...(date ? [date] : []), ...where];
  const type = findType(draft);
  const deaths = whyAllDeaths(draft, [file, ...(how.titles ?? []), list ?? ''], type);
  if (deaths !== undefined) findDeathCounts(draft, deaths);
  findPeople(draft, { place, type, deaths });
  const items = itemsOf(names, rows);
  findPeopleInLists(draft, items, new Set(names));
  findCounts(draft);
  findKey(draft, place);
  findParts(draft);
  askForTotals(draft, date);
  const unread = numbersWithoutName(names, rows);
  if (unread !== undefined) draft.ask(['incident'], unread);
  if (points.length > 0)
    draft.ask(['incident'], 'has the source itself published these points? If so, add "points: as_published" above this line.');
  draft.ask(
    ['words'],
    'are all words under "values" categories, none of them the name of a person, and do they mean what is beside them? As long as this line is here, no text of the type and no exact point and time is public because of them. Delete it once you have checked.',
  );
  const nullWords = nullWordsOf(draft);
  if (nullWords) draft.explain(['null_words'], [], 'the usual words for "not known", and those of the columns that are read');
  const { sheet, records, encoding, headerLines } = how;
  const said = Object.fromEntries(
    Object.entries({ encoding, header_lines: headerLines, sheet, records }).filter(([, text]) => text !== undefined),
  );
  const mapping = {
    dataset: { ...datasetOf(file), licence: notYetKnown, attribution: notYetKnown },
    ...(Object.keys(said).length > 0 && { file: said }),
    ...(nullWords && { null_words: nullWords }),
    ...(draft.where && { where: draft.where }),
    ...(draft.group !== undefined && { group_by: draft.group }),
    ...(draft.rowsAre !== undefined && { rows: draft.rowsAre }),
    words: 'unchecked',
    incident: inOrder(draft.incident),
    ...(draft.people.length > 0 && { people: draft.people }),
    ...(draft.weapons.length > 0 && { weapons: draft.weapons }),
    ...(draft.sources.length > 0 && { sources: draft.sources }),
  };
  return {
    mapping,
    guesses: draft.guesses,
    questions: draft.questions,
    notRead: [...draft.notRead, ...items.notRead.map((name) => name.replace('.0.', '.*.'))],
  };
}

/** The columns of lists in a list, each with the cells of all items. */
function itemsOf(names: readonly string[], rows: Sample['rows']): Draft {
  const places = new Map<string, number[]>();
  for (const [index, name] of names.entries()) {
    const { first } = itemOf(name) ?? {};
    if (first !== undefined) places.set(first, [...(places.get(first) ?? []), index]);
  }
  const columns = [...places].flatMap(([first, some]) =>
    columnsOf(
      [first],
      rows.flatMap((row) => some.map((index) => [row[index]])),
    ),
  );
  return new Draft(columns, 0);
}

/** What to ask about columns with numbers that no mapping can name; undefined if there are none. */
function numbersWithoutName(names: readonly string[], rows: Sample['rows']): string | undefined {
  const width = Math.min(1000, Math.max(names.length, ...rows.map((row) => row.length)));
  const places = Array.from({ length: width }, (_, index) => index).filter((index) => {
    const name = names[index] ?? '';
    const [column] = name === '' || names.indexOf(name) !== names.lastIndexOf(name) ? columnsOf(['x'], rows.map((row) => [row[index]])) : []; // prettier-ignore
    return column && share(column, isCount) > 0.9 && !isCounting(column);
  });
  if (places.length === 0) return undefined;
  const list = places.map((index) => `${index + 1}${names[index] ? ` (${inQuotes(names[index])})` : ''}`).join(', ');
  return `do the columns ${list} have numbers of people? They have no name, or that of another column, so they are not read. Give each its own name in the file.`;
}

/** Fields in the order of the guide. */
function inOrder(incident: Draft['incident']): Draft['incident'] {
  const order = Object.keys(Mapping.properties.incident.properties);
  return Object.fromEntries(Object.entries(incident).toSorted(([one], [two]) => order.indexOf(one) - order.indexOf(two)));
}

function nameIn(field: unknown): unknown {
  return typeof field === 'object' && field !== null && 'column' in field ? field.column : field;
}

/** A name for the dataset from that of its file. */
function datasetOf(file: string): { slug: string; title: string } {
  const stem = basename(file).replace(/(?:\.[a-z]{2,7})+$/i, '');
  const slug = foldText(romanised(stem)[0] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug.length < 2 ? { slug: 'my-data', title: 'My data' } : { slug, title: slug.replaceAll('-', ' ') };
}

/** The type of the incidents, from words of a column or the same for all. */
function findType(draft: Draft): Column | undefined {
  const column = draft.best((one) => {
    // Texts with other words become "other" and are asked about, so that they are not taken for shootings.
    const of = isCategorical(one) ? share(one, (text) => codeOf('type', text, true) !== undefined) : 0;
    return of > 0 && nameFit(one, 'weapon') === 0 ? of + nameFit(one, 'type') * 2 - 1.5 : 0;
  });
  if (column && nameFit(column, 'type') > 0) {
    const { values, rest } = translated(column, 'type');
    const field = { column: column.name, values, otherwise: 'other', default: 'other' };
    draft.field('type', [column], field, knownWords, codeShare(column, 'type'));
    draft.incident.type_as_reported = column.name;
    draft.ask(['incident', 'type'], 'does each word mean this type? Remove those that you are not sure of.');
    if (rest !== '') draft.ask(['incident', 'type'], `what do the other words mean? They become "other": ${rest}.`);
    return column;
  }
  const police = draft.best((one) => (flagsOf(one) ? nameFit(one, 'officerInvolved') : 0));
  const { yes, no } = (police && flagsOf(police)) ?? { yes: [], no: [] };
  const shooting = 'undetermined_shooting';
  const values = Object.fromEntries([...yes.map((text) => [text, 'police_encounter']), ...no.map((text) => [text, shooting])]);
  if (police) draft.field('type', [police], { column: police.name, values, default: shooting }, 'yes or no');
  else draft.incident.type = { value: shooting };
  const codes = '(docs/importing.md has the codes)';
  draft.ask(['incident', 'type'], `are all rows shootings? If a column says what happened, list its words here ${codes}.`);
  return undefined;
}

/** What identifies an incident. @param place columns of date and point */
function findKey(draft: Draft, place: readonly Column[]): void {
  if (draft.group !== undefined) return;
  const column = draft.best((one) => {
    const different = one.values.size / draft.rows;
    if (nameFit(one, 'key') === 0 || different < mostlyDifferent || isCounting(one)) return 0;
    const named = Math.max(0.1, nameFit(one, 'key') + 2 * nameFit(one, 'incident') - 2 * nameFit(one, 'rowNumber'));
    return different === 1 ? named : named / 10;
  });
  if (column) return draft.field('source_key', [column], column.name, differentWords(draft, column));
  const together = { join: place.map(({ name }) => name) };
  if (place.length > 1 && distinct(place) === draft.rows)
    return draft.field('source_key', place, together, 'only together they are different in every row that was read');
  const advice = '(see "What identifies an incident" in docs/importing.md)';
  draft.ask(
    ['incident'],
    `which column identifies the incident? No column was found, so a corrected row is a new incident ${advice}.`,
  );
}

/** The share of rows from which an identifier that is there twice is taken for a mistake. */
const mostlyDifferent = 0.9;

function differentWords(draft: Draft, { values, filled }: Column): string {
  const [repeated, empty] = [filled - values.size, draft.rows - filled];
  const same = repeated > 0 ? draft.rows - distinct(draft.columns) : 0;
  const counts: [number, string][] = [[repeated, 'with that of another row'], [same, 'the same in all columns as another'], [empty, 'without one']]; // prettier-ignore
  const exceptions = counts.flatMap(([count, words]) => (count > 0 ? [`${count} ${words}`] : []));
  return exceptions.length === 0
    ? 'different in every row that was read'
    : `different in nearly every row that was read. Not in these, which the import will reject: ${exceptions.join(', ')}`;
}

/** True for a row of totals, and for one with a single text, such as a note below the table. */
function isNote(names: readonly string[], row: Sample['rows'][number]): boolean {
  const cells = row.map((text) => text ?? '');
  if (names.length > 2 && cells.filter((text) => text.trim()).length < 2) return true;
  const position = new Map(names.map((name, index) => [name, index]));
  return columnOfTotal({ file: '', line: 0, columns: { names, position, nullWords: usualNullWords }, cells }) !== undefined;
}

/** True for the numbers of the rows, unless the name says that they are those of the incidents. */
function isCounting(column: Column): boolean {
  if (nameFit(column, 'incident') > 0 || column.tokens.has('id')) return false;
  const numbers = column.cells.flatMap((text) => (text === null ? [] : [Number(text)]));
  // Rows may have been deleted, and the last may be the first.
  return [1, -1].some(
    (step) => numbers.filter((number, at) => at === 0 || number === numbers[at - 1]! + step).length >= numbers.length * 0.95,
  );
}

/** Fields that only words of categories give: where they are, their vocabulary, the share of words that must be known, and what others mean. */
const codedFields = [
  ['weapons', 'class', 'weapon_class', 'weapon', 0.4, 'not_reported'],
  ['incident', 'setting', 'setting', 'setting', 0.5, 'not_reported'],
  ['incident', 'urbanity', 'urbanity', 'urbanity', 0.9, 'not_reported'],
  ['sources', 'kind', 'source_kind', 'source', 0.5, 'other'],
] as const;

/** Weapons, kind of place and sources. */
function findParts(draft: Draft): void {
  for (const [part, name, vocabulary, header, least, otherwise] of codedFields) {
    const column = draft.best((one) => (codeShare(one, vocabulary) > least ? nameFit(one, header) : 0));
    if (!column) continue;
    const { values, rest } = translated(column, vocabulary);
    const field = { column: column.name, values, ...(rest !== '' && { otherwise }) };
    const path = part === 'incident' ? [part, name] : [part, 0, name];
    if (part === 'incident') draft.incident[name] = field;
    else draft[part].push({ [name]: field });
    draft.explain(path, [column], knownWords, codeShare(column, vocabulary));
    if (part === 'weapons') findWanted(draft, column);
    if (rest !== '') draft.ask(path, `what do the other words mean? ${rest}.`);
  }
  const add = (part: 'weapons' | 'sources', name: string, column: Column, reason: string, of: number) => {
    draft[part][0] = { ...draft[part][0], [name]: column.name };
    draft.explain([part, 0, name], [column], reason, of);
  };
  const isNumber = (text: string) => /^\d{1,3}(?:\.0)?$/.test(text);
  const isAmount = (one: Column) => draft.weapons.length > 0 && share(one, isNumber) > 0.9 && nameFit(one, 'weapon') > 0;
  const count = draft.best((one) => (isAmount(one) ? nameFit(one, 'count') : 0));
  if (count) add('weapons', 'count', count, 'whole numbers', share(count, isNumber));
  const isLink = (text: string) => /^https?:\/\/\S+$/.test(text);
  const link = draft.best((one) => (share(one, isLink) > 0.9 ? 1 + nameFit(one, 'source') : 0));
  if (link) add('sources', 'url', link, 'web addresses', share(link, isLink));
}

/** The words that mean "no value", if there are others than the usual ones in columns whose words have no other meaning. */
function nullWordsOf({ incident, people, weapons, columns, nullWords }: Draft): string[] | undefined {
  const { type_as_reported: _, ...plain } = incident;
  const fields = [plain, ...people, ...weapons].flatMap((entry) => Object.values(entry));
  const read = new Set(
    fields.flatMap((field) => (typeof field === 'string' ? field : 'values' in field ? [] : [field.column, field.sum].flat())),
  );
  const words = columns.filter(({ name }) => read.has(name)).flatMap(({ unknown }) => [...unknown]);
  const all = new Set([...words, ...nullWords]);
  return all.size === 0 ? undefined : [...usualNullWords, ...all];
}
