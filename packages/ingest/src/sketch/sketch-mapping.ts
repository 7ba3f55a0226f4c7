import { basename } from 'node:path';
import { foldText, romanised } from '@monitor/domain';
import type { Gazetteer } from '@monitor/geography/gazetteer';
import { type Column, columnsOf, flagsOf, nameFit, share } from './columns.ts';
import { codeShare, Draft, type Guess, type Question, translated } from './draft.ts';
import { distinct, findCounts, findPeople, isUnique } from './find-people.ts';
import { findCountry, findPlaces, findPoints, findWhen, nullWordsOf } from './find-when-where.ts';
import { Mapping } from '../generic/mapping-schema.ts';
import type { Sample } from './read-sample.ts';

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
export function sketchMapping({ file, names, rows, records }: Sample, gazetteer: Gazetteer): MappingSketch {
  const draft = new Draft(columnsOf(names, rows), rows.length);
  draft.ask(['dataset'], 'who publishes the data, under what licence, and what is it called? These lines are shown to everybody.');
  const points = findPoints(draft, gazetteer);
  const countries = findCountry(draft, points, gazetteer);
  const date = findWhen(
    draft,
    countries.find((code) => code !== undefined),
  );
  const where = draft.columns.filter((one) =>
    [draft.incident.lat, draft.incident.lon, draft.incident.coordinates].some((field) => nameIn(field) === one.name),
  );
  findPlaces(draft, countries, gazetteer);
  const place = [...(date ? [date] : []), ...where];
  const type = findType(draft);
  findPeople(draft, { place, type });
  findCounts(draft);
  findKey(draft, place);
  findParts(draft);
  if (points.length > 0)
    draft.ask(['incident'], 'has the source itself published these points? If so, add "points: as_published" above this line.');
  const nullWords = nullWordsOf(draft);
  const mapping = {
    dataset: { ...datasetOf(file), licence: 'not yet known', attribution: 'not yet known' },
    ...(records !== undefined && { file: { records } }),
    ...(nullWords && { null_words: nullWords }),
    ...(draft.group !== undefined && { group_by: draft.group }),
    incident: inOrder(draft.incident),
    ...(draft.people.length > 0 && { people: draft.people }),
    ...(draft.weapons.length > 0 && { weapons: draft.weapons }),
    ...(draft.sources.length > 0 && { sources: draft.sources }),
  };
  return { mapping, guesses: draft.guesses, questions: draft.questions, notRead: draft.notRead };
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
    const of = codeShare(one, 'type');
    return of > 0 && one.values.size > 1 && nameFit(one, 'weapon') === 0 ? of + nameFit(one, 'type') * 2 - 1.5 : 0;
  });
  if (column && nameFit(column, 'type') > 0) {
    const { values, rest } = translated(column, 'type');
    const field = { column: column.name, values, otherwise: 'other', default: 'other' };
    draft.field('type', [column], field, 'words with a known meaning', codeShare(column, 'type'));
    draft.incident.type_as_reported = column.name;
    draft.ask(
      ['incident', 'type'],
      'does each word mean this type? If a word is listed, exact points of its incidents can be public. Remove those that you are not sure of.',
    );
    if (rest !== '') draft.ask(['incident', 'type'], `what do the other words mean? They become "other": ${rest}.`);
    return column;
  }
  const police = draft.best((one) => (flagsOf(one) ? nameFit(one, 'officerInvolved') : 0));
  const flags = police && flagsOf(police);
  if (police && flags) {
    const values = Object.fromEntries([
      ...flags.yes.map((text) => [text, 'police_encounter']),
      ...flags.no.map((text) => [text, 'undetermined_shooting']),
    ]);
    draft.field(
      'type',
      [police],
      { column: police.name, values, default: 'undetermined_shooting' },
      'yes or no',
      share(police, (text) => text in values),
    );
  } else draft.incident.type = { value: 'undetermined_shooting' };
  draft.ask(
    ['incident', 'type'],
    'are all rows shootings? If a column says what happened, list its words here (docs/importing.md has the codes).',
  );
  return undefined;
}

/** What identifies an incident. @param place columns of date and point */
function findKey(draft: Draft, place: readonly Column[]): void {
  if (draft.group !== undefined) return;
  const column = draft.best((one) => {
    const named = nameFit(one, 'key') + 2 * nameFit(one, 'incident') - 2 * nameFit(one, 'rowNumber');
    return isUnique(one, draft.rows) && nameFit(one, 'key') > 0 && !isCounting(one) ? Math.max(0.1, named) : 0;
  });
  if (column) return draft.field('source_key', [column], column.name, 'different in every row', 1);
  if (place.length > 1 && distinct(place) === draft.rows)
    return draft.field(
      'source_key',
      place,
      { join: place.map(({ name }) => name) },
      'no column is different in every row, but these together are',
      1,
    );
  draft.ask(
    ['incident'],
    'which column identifies the incident? None is different in every row, so that a corrected row is a new incident (see "What identifies an incident" in docs/importing.md).',
  );
}

/** True for the numbers of the rows, unless the name says that they are those of the incidents. */
function isCounting(column: Column): boolean {
  const start = Number(column.cells[0]);
  return (
    nameFit(column, 'incident') === 0 && !column.tokens.has('id') && column.cells.every((text, row) => Number(text) === start + row)
  );
}

/** Weapons, kind of place and sources. */
function findParts(draft: Draft): void {
  const coded = (fit: (column: Column) => number, vocabulary: Parameters<typeof codeShare>[1], otherwise: string) => {
    const column = draft.best(fit);
    if (!column) return undefined;
    const { values, rest } = translated(column, vocabulary);
    const field = { column: column.name, values, ...(rest !== '' && { otherwise }) };
    return { column, field, rest, of: codeShare(column, vocabulary) };
  };
  const say = (path: readonly (string | number)[], found: NonNullable<ReturnType<typeof coded>>) => {
    draft.explain(path, [found.column], 'words with a known meaning', found.of);
    if (found.rest !== '') draft.ask(path, `what do the other words mean? ${found.rest}.`);
  };
  const weapon = coded(
    (one) => (codeShare(one, 'weapon_class') > 0.4 ? nameFit(one, 'weapon') : 0),
    'weapon_class',
    'not_reported',
  );
  if (weapon) {
    draft.weapons.push({ class: weapon.field });
    say(['weapons', 0, 'class'], weapon);
    const isNumber = (text: string) => /^\d{1,3}(?:\.0)?$/.test(text);
    const count = draft.best((one) => (share(one, isNumber) > 0.9 && nameFit(one, 'weapon') > 0 ? nameFit(one, 'count') : 0));
    if (count) {
      draft.weapons[0]!.count = count.name;
      draft.explain(['weapons', 0, 'count'], [count], 'whole numbers', share(count, isNumber));
    }
  }
  const setting = coded((one) => (codeShare(one, 'setting') > 0.5 ? nameFit(one, 'setting') : 0), 'setting', 'not_reported');
  if (setting) {
    draft.incident.setting = setting.field;
    say(['incident', 'setting'], setting);
  }
  const urbanity = coded((one) => (codeShare(one, 'urbanity') > 0.9 ? nameFit(one, 'urbanity') : 0), 'urbanity', 'not_reported');
  if (urbanity) {
    draft.incident.urbanity = urbanity.field;
    say(['incident', 'urbanity'], urbanity);
  }
  const kind = coded((one) => (codeShare(one, 'source_kind') > 0.5 ? nameFit(one, 'source') : 0), 'source_kind', 'other');
  const isLink = (text: string) => /^https?:\/\/\S+$/.test(text);
  const link = draft.best((one) => (share(one, isLink) > 0.9 ? 1 + nameFit(one, 'source') : 0));
  if (!kind && !link) return;
  draft.sources.push({ ...(kind && { kind: kind.field }), ...(link && { url: link.name }) });
  if (kind) say(['sources', 0, 'kind'], kind);
  if (link) draft.explain(['sources', 0, 'url'], [link], 'web addresses', share(link, isLink));
}
