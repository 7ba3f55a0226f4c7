import { afterAll, beforeAll, inject } from 'vitest';
import { type Database, openDatabase } from '../../packages/store/database-tests/open-database.ts';

type Row = Readonly<Record<string, string | number>>;

/** The tables of the running product, which tests may only read. */
interface MadeUpRecord {
  readonly select: <Result extends object = Row>(text: string) => Promise<readonly Result[]>;
  /** The numbers of the only row, by their names. */
  readonly numbersOf: (text: string) => Promise<Record<string, number>>;
  /** How many incidents meet a condition. */
  readonly countOf: (where: string) => Promise<number>;
}

export function useMadeUpRecord(): MadeUpRecord {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(inject('databaseUrl'), { connections: 1 });
    await database.connections`set default_transaction_read_only = on`;
  });
  afterAll(() => database.close());
  const select = async <Result extends object = Row>(text: string) => [...(await database.connections.unsafe<Result[]>(text))];
  const numbersOf = async (text: string) =>
    Object.fromEntries(Object.entries((await select(text))[0] ?? {}).map(([name, value]) => [name, Number(value)]));
  return {
    select,
    numbersOf,
    countOf: async (where) => (await numbersOf(`select count(*) from incidents where ${where}`)).count ?? NaN,
  };
}

/* Conditions in SQL. */

export const isViolence = `type not in ('weapon_seizure', 'weapon_theft')`;
export const isSeizure = `type = 'weapon_seizure'`;
export const inYear = (year: number) => `occurred_on between '${year}-01-01' and '${year}-12-31'`;
const monthsEnd = (yearsAgo: number) =>
  `(select date_trunc('month', max(occurred_on) + 1) - interval '${yearsAgo} years' from incidents)`;
/** The last twelve whole months of the data, or those some years before. */
export const inLastMonths = (yearsAgo = 0) => `occurred_on >= ${monthsEnd(yearsAgo + 1)} and occurred_on < ${monthsEnd(yearsAgo)}`;

/** The ends of the 95% interval of a ratio of two counts, or of rates where it is said what they are per. */
export function intervalOf(
  [a, b]: readonly [number, number],
  [ofA, ofB]: readonly [number, number] = [1, 1],
): [low: number, high: number] {
  // Rothman, Greenland and Lash: ln ratio ± 1.96 √(1/a + 1/b).
  const ratio = a / ofA / (b / ofB);
  const spread = Math.exp(1.959964 * Math.sqrt(1 / a + 1 / b));
  return [ratio / spread, ratio * spread];
}
