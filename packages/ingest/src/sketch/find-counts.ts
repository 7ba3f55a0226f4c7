import { estimateOf } from '../check/estimate.ts';
import { inQuotes } from '../findings.ts';
import { type Column, flagsOf, isCount, nameFit, share } from './columns.ts';
import type { Draft } from './draft.ts';
import { countOf } from './words.ts';

const counted = ['suicides', 'killed', 'injured', 'threatened'] as const;
type Counted = (typeof counted)[number];

const numbers = (column: Column, name: Counted) =>
  column.cells.map((text) => (text === null ? 0 : (estimateOf(countOf(name, text) ?? text)?.best ?? 0)));

/** True for numbers of people, some of them with words: "1 killed", "none". */
function hasCounts(column: Column, name: Counted): boolean {
  const begins = (text: string) => /^\D?\d/.test(text) && !/\d[-/.:]\d+[-/.:]/.test(text);
  return (
    nameFit(column, name) > 0 &&
    share(column, (text) => isCount(text) || begins(text) || countOf(name, text) !== undefined) > 0.5 &&
    share(column, isCount) > 0.2
  );
}

/** Numbers of which nothing says what they count. */
function amountOf(draft: Draft): Column | undefined {
  return draft.best((one) => (share(one, isCount) > 0.9 && nameFit(one, 'key') === 0 ? nameFit(one, 'count') : 0));
}

/** The number of people killed in rows of deaths, if some are of several people. */
export function findDeathCounts(draft: Draft, reason: string): void {
  const amount = amountOf(draft);
  if (!amount || !numbers(amount, 'killed').some((number) => number > 1)) return;
  draft.field('killed', [amount], amount.name, `whole numbers. ${reason}`, share(amount, isCount));
  draft.ask(
    ['incident', 'killed'],
    `is ${inQuotes(amount.name)} the number of people killed? Nothing but the title or another column says so.`,
  );
}

/** Numbers of people. */
export function findCounts(draft: Draft): void {
  const free = draft.columns.filter((one) => draft.isFree(one));
  const counts = free.filter((one) => share(one, isCount) > 0.9);
  for (const name of counted) {
    const meant = free.filter(
      (one) =>
        draft.isFree(one) &&
        nameFit(one, name) > 0 &&
        (counts.includes(one) || hasCounts(one, name)) &&
        flagsOf(one)?.yes.every((text) => /\d/.test(text)) !== false,
    );
    const bound = (one: Column) => nameFit(one, 'low') > 0 || nameFit(one, 'high') > 0;
    const parts = meant.filter((one) => !bound(one));
    // A number of people killed that is that of the injured is so by chance.
    const isOther = (one: Column) => counted.some((field) => field !== name && nameFit(one, field) > 0);
    const totals = counts.filter((one) => !isOther(one));
    if (parts.length > 0) chooseCount(draft, name, parts, [...new Set([...totals, ...parts])]);
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
  const isCounted = draft.people.some((person) => 'outcome' in person) || draft.group !== undefined;
  const missing = isCounted ? [] : ['killed', 'injured'].filter((name) => !(name in draft.incident));
  const of = amountOf(draft);
  const advice = of ? ` ${inQuotes(of.name)} has numbers, but nothing says of what.` : '';
  if (missing.length > 0)
    draft.ask(
      ['incident'],
      `which columns have the numbers of people ${missing.join(' and ')}? None was found, so they are "not reported".${advice}`,
    );
}

/** The words of columns of numbers with what they mean, and the cells that mean nothing known. */
function wordsOfCounts(columns: readonly Column[], name: Counted): { words: Record<string, string | number | null>; rest: number } {
  const words: Record<string, string | number | null> = {};
  let rest = 0;
  for (const { values, unknown } of columns)
    for (const [text, count] of values) {
      if (isCount(text)) continue;
      const number = unknown.has(text) ? null : countOf(name, text);
      if (number === undefined) rest += count;
      else words[text] = number !== null && /^\d+$/.test(number) ? Number(number) : number;
    }
  return { words, rest };
}

/** One column of numbers, or several to add up, so that nobody is counted twice. */
function chooseCount(draft: Draft, name: Counted, parts: readonly Column[], all: readonly Column[]): void {
  const values = new Map(all.map((one) => [one, numbers(one, name)] as const));
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
    const from = columns.length === 1 ? { column: first.name } : { sum: columns.map((one) => one.name) };
    const { words, rest } = wordsOfCounts(columns, name);
    const value = Object.values(words).some((one) => one !== null)
      ? { ...from, values: words }
      : 'column' in from
        ? first.name
        : from;
    if (rest > 0)
      draft.ask(
        ['incident', name],
        `what do the ${rest} cells that are not a number alone mean? Until you say so, the people in them are not in the sum. ` +
          'Write { column: …, values: { word: 0 } } for a word, or correct the file.',
      );
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
