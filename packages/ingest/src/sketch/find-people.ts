import type { VocabularyName } from '@monitor/domain';
import { ageRange } from '../check/check-age.ts';
import { wholeNumber } from '../check/estimate.ts';
import { type Column, flagsOf, isCategorical, nameFit, share } from './columns.ts';
import { mostItems } from './read-sample.ts';
import { codeShare, type Draft, knownWords, translated, type WrittenField } from './draft.ts';

/** A field of a person that a column gives. */
interface Found {
  /** Undefined if it is the same in all rows. */
  readonly column?: Column;
  readonly field: WrittenField;
  readonly reason: string;
  readonly share?: number;
  /** Words whose meaning is not known. */
  readonly rest?: string;
}
type Person = Map<string, Found>;

interface Ground {
  /** The columns of date and point. */
  readonly place: readonly Column[];
  /** The column of the type, which may say as well what happened to the person of the row. */
  readonly type: Column | undefined;
  /** Why the person of every row was killed, if that is so. */
  readonly deaths: string | undefined;
}

/**
 * People in a list of each record of JSON: what the first item means, the others do.
 * @param items columns of all items, by the name of that of the first
 * @param names of the columns of each item, since some may lack a key
 */
export function findPeopleInLists(draft: Draft, items: Draft, names: ReadonlySet<string>): void {
  for (const list of new Set(items.columns.map(({ name }) => name.split('.0.')[0]!)))
    for (const role of ['victim', 'perpetrator'] as const) {
      const isPerpetrator = (one: Column) => nameFit(one, 'perpetrator') > 0;
      const person = describe(
        items,
        (one) => names.has(one.name) && one.name.startsWith(`${list}.0.`) && isPerpetrator(one) === (role === 'perpetrator'),
      );
      const found = [...person.values()].flatMap(({ column = [] }) => column);
      if (!person.has('outcome') && !person.has('role') && !found.some((one) => nameFit(one, role) > 0)) continue;
      items.use(...found);
      addPerson(draft, person, role);
      for (let item = 1; item < mostItems; item += 1) {
        const fields = [...person].flatMap(([name, { field, column }]) => {
          const of = (column?.name ?? '').replace('.0.', `.${item}.`);
          return names.has(of) ? [[name, typeof field === 'string' ? of : { ...field, column: of }] as const] : [];
        });
        if (fields.length > 0)
          draft.people.push({ ...(!person.has('role') && { role: { value: role } }), ...Object.fromEntries(fields) });
      }
    }
}

/** People that rows describe, and which rows belong to one incident. */
export function findPeople(draft: Draft, { place, type, deaths }: Ground): void {
  const isPerpetrator = (column: Column) => nameFit(column, 'perpetrator') > 0;
  const victim = describe(draft, (column) => !isPerpetrator(column), type);
  const flag = victim.has('outcome')
    ? undefined
    : draft.best((one) => (flagsOf(one) && !isPerpetrator(one) ? nameFit(one, 'killed') : 0));
  // Rows of several people are counted by their numbers.
  const hasCount = 'killed' in draft.incident;
  if (deaths !== undefined && !victim.has('outcome') && !flag && (victim.size > 0 || !hasCount))
    victim.set('outcome', { field: { value: 'killed' }, reason: deaths });
  const group = !hasCount && (victim.size > 0 || flag) ? findGroup(draft, place) : undefined;
  // If rows are not people, 1 and 0 are numbers of people.
  const isFlag = group !== undefined || (victim.size > 0 && ![...(flag?.values.keys() ?? [])].some((text) => /\d/.test(text)));
  if (flag && isFlag) victim.set('outcome', killedOrNot(flag));
  if (group !== undefined && victim.size > 0) {
    draft.group = group.length > 1 ? { join: group.map(({ name }) => name) } : group[0]!.name;
    const reason =
      group.length > 1 ? 'several rows have all of these in common' : 'rows with the same text here have the same date';
    draft.explain(['group_by'], group, `${reason}, so each row is a person`);
    if (!victim.has('outcome'))
      draft.ask(['group_by'], 'which column says whether the person was killed or injured? Without it, nobody is counted.');
  }
  addPerson(draft, victim, 'victim');
  addPerson(draft, describe(draft, isPerpetrator), 'perpetrator');
}

function addPerson(draft: Draft, person: Person, role: string): void {
  if (person.size === 0) return;
  const fields = [...person].map(([name, { field }]) => [name, field] as const);
  const at = draft.people.push({ ...(!person.has('role') && { role: { value: role } }), ...Object.fromEntries(fields) }) - 1;
  for (const [name, { column, reason, share: of, rest = '' }] of person) {
    draft.explain(['people', at, name], column ? [column] : [], reason, of);
    if (!column)
      draft.ask(
        ['people', at, name],
        'was the person of every row killed? If not, name the column that says who was, and what its words mean.',
      );
    if (rest !== '') draft.ask(['people', at, name], `what do these words mean? ${rest}.`);
  }
}

function describe(draft: Draft, isMeant: (column: Column) => boolean, type?: Column): Person {
  const person: Person = new Map();
  const best = (fit: (column: Column) => number, also?: Column) => {
    const isTaken = (one: Column) => [...person.values()].some(({ column }) => column === one);
    return draft.best((one) => (isMeant(one) && !isTaken(one) ? fit(one) : 0), also);
  };
  const coded = (name: string, vocabulary: VocabularyName, fit: (column: Column, of: number) => number, also?: Column) => {
    const column = best((one) => fit(one, codeShare(one, vocabulary)), also);
    if (!column) return;
    const { values, rest } = translated(column, vocabulary);
    const field = { column: column.name, values, ...(rest !== '' && { otherwise: name === 'role' ? 'victim' : 'not_reported' }) };
    person.set(name, { column, field, reason: knownWords, share: codeShare(column, vocabulary), rest });
  };
  coded('role', 'person_role', (one, of) => (of > (nameFit(one, 'role') > 0 ? 0.8 : 0.95) ? of + nameFit(one, 'role') : 0));
  const outcome = (one: Column, of: number) => {
    const codes = of > 0.5 ? Object.values(translated(one, 'person_outcome').values) : [];
    const isSaid = one === type ? codes.includes('killed') && codes.includes('injured') : /killed|injured/.test(codes.join(' '));
    const named = nameFit(one, 'outcome');
    return isSaid && of > (named > 0 ? 0.5 : 0.95) ? of + named : 0;
  };
  coded('outcome', 'person_outcome', outcome, type);
  coded('sex', 'sex', (one, of) =>
    of > 0.8 && (nameFit(one, 'sex') > 0 || (of > 0.95 && hasLongWords(one))) ? of + 2 * nameFit(one, 'sex') : 0,
  );
  const isYears = (text: string) => (wholeNumber(text) ?? 999) <= 120;
  const age = best((one) => (share(one, isYears) > 0.8 ? nameFit(one, 'age') : 0));
  if (age) person.set('age', { column: age, field: age.name, reason: 'numbers from 0 to 120', share: share(age, isYears) });
  const isBand = (text: string) => ageRange(text) !== undefined;
  const band = best((one) => (isCategorical(one) && share(one, isBand) > 0.8 ? nameFit(one, 'age') : 0));
  if (band) person.set('age_band', { column: band, field: band.name, reason: 'ranges of ages', share: share(band, isBand) });
  coded('relationship', 'relationship', (one, of) => (of > 0.5 ? nameFit(one, 'relationship') : 0));
  return person;
}

/** The outcome of a column of flags, such as "fatal". */
function killedOrNot(flag: Column): Found {
  const { yes, no } = flagsOf(flag)!;
  const values = Object.fromEntries([...yes.map((text) => [text, 'killed']), ...no.map((text) => [text, 'injured'])]);
  const reason = 'yes or no; a person who was not killed is taken for injured';
  return { column: flag, field: { column: flag.name, values }, reason, share: share(flag, (text) => yes.includes(text) || no.includes(text)) }; // prettier-ignore
}

function hasLongWords({ values }: Column): boolean {
  return values.size > 1 && [...values.keys()].every((text) => text.length > 2);
}

/** The columns by which rows belong to one incident; undefined if each row is one. */
function findGroup(draft: Draft, place: readonly Column[]): Column[] | undefined {
  const [date] = place;
  const isGroup = (column: Column) => {
    if (!date || column.filled < draft.rows * 0.999 || column.values.size === column.filled || column.values.size < 2) return false;
    const first = new Map<string, string | null>();
    let [repeated, same] = [0, 0];
    for (const [row, key] of column.cells.entries()) {
      if (key === null) continue;
      const known = first.get(key);
      if (known === undefined) first.set(key, date.cells[row] ?? null);
      else {
        repeated += 1;
        if (known === date.cells[row]) same += 1;
      }
    }
    return same >= repeated * 0.98 && repeated < draft.rows * 0.9;
  };
  const column = draft.best((one) =>
    !place.includes(one) && /\d/.test([...one.values.keys()][0] ?? '') && isGroup(one)
      ? nameFit(one, 'key') + nameFit(one, 'incident')
      : 0,
  );
  if (column) return [column];
  if (draft.best((one) => (isUnique(one, draft.rows) && nameFit(one, 'rowNumber') === 0 && nameFit(one, 'incident') > 0 ? 1 : 0)))
    return undefined;
  // Points that lost a digit in one way are one.
  const isRepeated = place.length > 1 && distinct(place, draft.strayRows) < (draft.rows - draft.strayRows.size) * 0.995;
  return isRepeated ? [...place] : undefined;
}

function isUnique({ values, filled }: Column, rows: number): boolean {
  return filled === rows && values.size === rows;
}

/** How many different rows some columns make. @param without the numbers of rows that are left out */
export function distinct(columns: readonly Column[], without: ReadonlySet<number> = new Set()): number {
  const [first] = columns;
  const rows = first ? [...first.cells.keys()].filter((row) => !without.has(row)) : [];
  return new Set(rows.map((row) => JSON.stringify(columns.map(({ cells }) => cells[row])))).size;
}
