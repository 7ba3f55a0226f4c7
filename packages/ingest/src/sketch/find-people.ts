import { ageRange } from '../check/check-age.ts';
import { estimateOf, wholeNumber } from '../check/estimate.ts';
import { type Column, flagsOf, isCategorical, isCount, nameFit, share } from './columns.ts';
import { codeShare, type Draft, translated, type WrittenField } from './draft.ts';

type Entry = Record<string, WrittenField>;

/** The columns that describe one person of the row. */
interface Described {
  readonly entry: Entry;
  readonly explain: ((at: number) => void)[];
  /** Of a column of flags, such as "fatal": it is a person's only if rows are people. */
  readonly isFlagged: boolean;
}

/** People that rows describe, and which rows belong to one incident. @param place columns of date and point */
export function findPeople(draft: Draft, place: readonly Column[]): void {
  const isPerpetrator = (column: Column) => nameFit(column, 'perpetrator') > 0;
  const [victim, perpetrator] = [describe(draft, (column) => !isPerpetrator(column)), describe(draft, isPerpetrator)];
  const group = victim.explain.length > 0 ? findGroup(draft, place) : undefined;
  const isThere = victim.explain.length > 1 || (victim.explain.length === 1 && (group !== undefined || !victim.isFlagged));
  if (isThere && group !== undefined) {
    const [first] = group;
    draft.group = group.length > 1 ? { join: group.map(({ name }) => name) } : (first?.name ?? '');
    const reason =
      group.length > 1
        ? 'no column identifies the incident, but several rows have these in common'
        : 'rows with the same text here have the same date';
    draft.explain(['group_by'], group, `${reason}: each row is a person`);
  }
  for (const [{ entry, explain }, role] of [
    [isThere ? victim : undefined, 'victim'],
    [perpetrator, 'perpetrator'],
  ].filter((one): one is [Described, string] => one[0] !== undefined)) {
    if (explain.length === 0) continue;
    const at = draft.people.push({ ...('role' in entry ? {} : { role: { value: role } }), ...entry }) - 1;
    for (const say of explain) say(at);
  }
  if (isThere && group !== undefined && !('outcome' in victim.entry))
    draft.ask(['people', 0], 'which column says whether the person was killed or injured? Without it, nobody is counted.');
}

function describe(draft: Draft, isMeant: (column: Column) => boolean): Described {
  const entry: Entry = {};
  const explain: Described['explain'] = [];
  let isFlagged = false;
  const taken = new Set<Column>();
  const add = (
    name: string,
    column: Column | undefined,
    field: (one: Column) => WrittenField,
    reason: string,
    of?: number,
    rest = '',
  ) => {
    if (!column) return;
    taken.add(column);
    entry[name] = field(column);
    explain.push((at) => {
      draft.explain(['people', at, name], [column], reason, of);
      if (rest !== '') draft.ask(['people', at, name], `what do these words mean? ${rest}`);
    });
  };
  const best = (fit: (column: Column) => number) => draft.best((one) => (isMeant(one) && !taken.has(one) ? fit(one) : 0));
  const coded = (name: string, vocabulary: Parameters<typeof codeShare>[1], fit: (column: Column, of: number) => number) => {
    const column = best((one) => fit(one, codeShare(one, vocabulary)));
    if (!column) return;
    const { values, rest } = translated(column, vocabulary);
    const field = { column: column.name, values, ...(rest !== '' && { otherwise: name === 'role' ? 'victim' : 'not_reported' }) };
    add(name, column, () => field, 'words with a known meaning', codeShare(column, vocabulary), rest);
  };
  coded('role', 'person_role', (one, of) => (of > 0.8 ? of + nameFit(one, 'role') : 0));
  coded('outcome', 'person_outcome', (one, of) =>
    of > 0.5 && nameFit(one, 'type') < 2 && hasOutcome(one) ? of + nameFit(one, 'outcome') : 0,
  );
  const flag =
    'outcome' in entry
      ? undefined
      : best((one) => (flagsOf(one) && nameFit(one, 'perpetrator') === 0 ? nameFit(one, 'killed') : 0));
  if (flag && isMeantOfVictims(flag)) {
    const { yes, no } = flagsOf(flag)!;
    const values = Object.fromEntries([...yes.map((text) => [text, 'killed']), ...no.map((text) => [text, 'injured'])]);
    add(
      'outcome',
      flag,
      ({ name }) => ({ column: name, values }),
      'yes or no; who was not killed is taken for injured',
      share(flag, (text) => text in values),
    );
    isFlagged = true;
  }
  coded('sex', 'sex', (one, of) =>
    of > 0.8 && (nameFit(one, 'sex') > 0 || (of > 0.95 && hasLongWords(one))) ? of + 2 * nameFit(one, 'sex') : 0,
  );
  if (isObject(entry.sex) && isSpanish(entry.sex.values))
    entry.sex = { ...entry.sex, values: { ...entry.sex.values, ...spanish(entry.sex.values) } };
  const isYears = (text: string) => (wholeNumber(text) ?? 999) <= 120;
  const age = best((one) => (share(one, isYears) > 0.8 ? nameFit(one, 'age') : 0));
  add('age', age, ({ name }) => name, 'numbers from 0 to 120', age && share(age, isYears));
  const isBand = (text: string) => ageRange(text) !== undefined;
  const band = best((one) => (nameFit(one, 'age') > 0 && isCategorical(one) && share(one, isBand) > 0.8 ? nameFit(one, 'age') : 0));
  const unknown = [...(band?.unknown ?? [])];
  const bandOf = ({ name }: Column): WrittenField =>
    unknown.length === 0 ? name : { column: name, values: Object.fromEntries(unknown.map((text) => [text, null])) };
  add('age_band', band, bandOf, 'ranges of ages', band && share(band, isBand));
  coded('relationship', 'relationship', (one, of) => (of > 0.5 ? nameFit(one, 'relationship') : 0));
  return { entry, explain, isFlagged };
}

const isObject = (field: WrittenField | undefined): field is { values: Record<string, string> } => typeof field === 'object';

function isMeantOfVictims(column: Column): boolean {
  return nameFit(column, 'perpetrator') === 0;
}

/** True for a column of which some words mean killed or injured, and not only a state of the case. */
function hasOutcome(column: Column): boolean {
  return translatedCodes(column).some((code) => code === 'killed' || code === 'injured');
}

function translatedCodes(column: Column): (string | null)[] {
  return Object.values(translated(column, 'person_outcome').values);
}

function hasLongWords({ values }: Column): boolean {
  return values.size > 1 && [...values.keys()].every((text) => text.length > 2);
}

/** H and M are hombre and mujer, where M and F are male and female. */
function isSpanish(values: Readonly<Record<string, string>>): boolean {
  return Object.keys(values).some((word) => /^h$/i.test(word)) && Object.keys(values).some((word) => /^m$/i.test(word));
}

function spanish(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.keys(values).flatMap((word) => (/^m$/i.test(word) ? [[word, 'woman']] : [])));
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
  const isRepeated = place.length > 1 && distinct(place) < draft.rows * 0.995;
  return isRepeated ? [...place] : undefined;
}

export function isUnique({ values, filled }: Column, rows: number): boolean {
  return filled === rows && values.size === rows;
}

/** How many different rows some columns make. */
export function distinct(columns: readonly Column[]): number {
  const [first] = columns;
  return new Set(first?.cells.map((_, row) => JSON.stringify(columns.map(({ cells }) => cells[row])))).size;
}

const numbers = (column: Column) => column.cells.map((text) => (text === null ? 0 : (estimateOf(text)?.best ?? 0)));

/** Numbers of people. */
export function findCounts(draft: Draft): void {
  const counts = draft.columns.filter((one) => draft.isFree(one) && share(one, isCount) > 0.9);
  for (const name of ['suicides', 'killed', 'injured', 'threatened'] as const) {
    const meant = counts.filter(
      (one) => draft.isFree(one) && nameFit(one, name) > 0 && flagsOf(one)?.yes.every((text) => /\d/.test(text)) !== false,
    );
    const bound = (one: Column) => nameFit(one, 'low') > 0 || nameFit(one, 'high') > 0;
    const parts = meant.filter((one) => !bound(one));
    if (parts.length > 0) chooseCount(draft, name, parts, counts);
    if (name !== 'killed' && name !== 'injured') continue;
    for (const side of ['low', 'high'] as const) {
      const column =
        meant.find((one) => nameFit(one, side) > 0) ??
        (name === 'killed' ? counts.find((one) => draft.isFree(one) && nameFit(one, side) === 2) : undefined);
      if (column && name in draft.incident)
        draft.field(
          `${name}_${side}`,
          [column],
          column.name,
          `numbers, and the name of a ${side} estimate`,
          share(column, isCount),
        );
    }
  }
  if (draft.people.length === 0 && !('killed' in draft.incident) && !('injured' in draft.incident))
    draft.ask(
      ['incident'],
      'which columns have the numbers of people killed and injured? None was found, so they are "not reported".',
    );
}

/** One column of numbers, or several to add up, so that nobody is counted twice. */
function chooseCount(draft: Draft, name: string, parts: readonly Column[], all: readonly Column[]): void {
  const values = new Map(all.map((one) => [one, numbers(one)] as const));
  const at = (one: Column, row: number) => values.get(one)?.[row] ?? 0;
  const rows = Array.from({ length: draft.rows }, (_, row) => row);
  const sum = (some: readonly Column[], row: number) => some.reduce((total, one) => total + at(one, row), 0);
  const filledIn = (some: readonly Column[]) => rows.filter((row) => sum(some, row) > 0);
  const isSum = (total: Column, some: readonly Column[]) => {
    const filled = filledIn(some);
    return filled.length > 0 && filled.filter((row) => at(total, row) === sum(some, row)).length >= filled.length * 0.98;
  };
  const say = (columns: readonly Column[], reason: string, others: readonly Column[] = []) => {
    const [first] = columns;
    if (!first) return;
    const value = columns.length === 1 ? first.name : { sum: columns.map((one) => one.name) };
    draft.field(name, columns, value, reason, share(first, isCount));
    draft.use(...others);
  };
  const [only] = parts;
  if (only && parts.length === 1) return say([only], 'whole numbers');
  const filledMost = Math.max(...parts.map(({ filled }) => filled));
  const isSparseTotal = (one: Column) => nameFit(one, 'total') > 0 && one.filled < filledMost / 2;
  const used = parts.filter((one) => !isSparseTotal(one));
  const sparse = parts.filter(isSparseTotal);
  const total = all.find((one) => {
    const others = used.filter((part) => part !== one);
    return draft.isFree(one) && (others.length > 1 || used.includes(one)) && isSum(one, others);
  });
  if (total)
    return say(
      [total],
      'it is the sum of the other columns, so only it is read and nobody is counted twice',
      parts.filter((one) => one !== total),
    );
  /** Whether a column can have the others as its parts, which its name may say, or theirs. */
  const isWhole = (one: Column) => {
    const others = used.filter((other) => other !== one);
    const isNamed = nameFit(one, 'total') > 0 || others.every(({ tokens }) => [...one.tokens].every((token) => tokens.has(token)));
    const some = filledIn(others);
    return isNamed && some.filter((row) => others.every((other) => at(other, row) <= at(one, row))).length >= some.length * 0.98;
  };
  const whole = used.find(isWhole);
  if (whole && used.length > 1) {
    draft.ask(
      ['incident', name],
      `are the other columns parts of this one (${used
        .filter((one) => one !== whole)
        .map((one) => `"${one.name}"`)
        .join(', ')})? If not, write { sum: […] }.`,
    );
    return say(
      [whole],
      'it is never less than the other columns, so only it is read and nobody is counted twice',
      used.filter((one) => one !== whole),
    );
  }
  const reason = `numbers of different people, added up${sparse.length > 0 ? `. ${sparse.map((one) => `"${one.name}"`).join(', ')} is mostly empty, and is not read` : ''}`;
  say(used, used.length > 1 ? reason : 'whole numbers', sparse);
}
