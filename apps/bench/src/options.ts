import { parseArgs, type ParseArgsConfig } from 'node:util';

/** What can be measured; the name of a group stands for all of its parts. */
export const partsOfGroup = {
  performance: ['cube', 'sql', 'duckdb', 'postgis', 'http', 'rows', 'screens', 'downloads', 'import', 'waiting', 'demo'],
  reliability: ['load', 'soak', 'imports', 'faults', 'storm'],
  signals: ['signals'],
  spread: ['spread'],
  web: ['web'],
  containers: ['containers'],
} as const;
type Group = keyof typeof partsOfGroup;
export type Part = (typeof partsOfGroup)[Group][number];

export interface BenchOptions {
  readonly parts: ReadonlySet<Part>;
  /** Numbers of incidents, ascending; the usual ones of the part if not given. */
  readonly rows: readonly number[] | undefined;
  /** Length of the soak, and of the storm. */
  readonly minutes: number;
  /** Of the first night of the storm; those after it count on. */
  readonly seed: number;
  /** How often each fault is tried. */
  readonly times: number;
  /** Simulated years of each kind of series of signals. */
  readonly runs: number;
  /** Running servers to measure in the browser. */
  readonly urls: readonly string[];
  /** Whether the results are written into the documents, too. */
  readonly write: boolean;
  /** A PostGIS server to compare tiles with. */
  readonly postgisUrl: string | undefined;
}

/** Something that cannot be measured as asked; the message is for people. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

const known = {
  rows: { type: 'string' },
  minutes: { type: 'string', default: '60' },
  seed: { type: 'string', default: '1' },
  times: { type: 'string', default: '10' },
  runs: { type: 'string', default: '1000' },
  url: { type: 'string', multiple: true, default: [] },
  write: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/** Reads `cube sql --rows 10000,100000 --write`; without a part, all of `performance`. Throws `OptionError`. */
export function readOptions(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): BenchOptions {
  const { values, positionals } = read(parameters);
  return {
    parts: new Set((positionals.length > 0 ? positionals : ['performance']).flatMap(partsOf)),
    rows: values.rows
      ?.split(',')
      .map(sizeOf)
      .toSorted((one, other) => one - other),
    minutes: wholeNumber('minutes', values.minutes),
    seed: wholeNumber('seed', values.seed),
    times: wholeNumber('times', values.times),
    runs: wholeNumber('runs', values.runs),
    urls: values.url.map(addressOf),
    write: values.write,
    postgisUrl: environment.POSTGIS_URL?.trim() || undefined,
  };
}

function read(parameters: readonly string[]) {
  try {
    return parseArgs({ args: [...parameters], options: known, allowPositionals: true });
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}

function partsOf(text: string): readonly Part[] {
  const groups: Readonly<Record<string, readonly Part[]>> = partsOfGroup;
  const parts = Object.values(groups).flat();
  const found = Object.hasOwn(groups, text) ? groups[text] : parts.filter((part) => part === text);
  if (!found?.length) throw new OptionError(`Measure ${[...Object.keys(groups), ...parts].join(', ')}, not "${text}".`);
  return found;
}

function sizeOf(text: string): number {
  if (!/^\d{1,8}$/.test(text) || Number(text) < 1000)
    throw new OptionError(`--rows must be whole numbers of 1000 or more, separated by commas, not "${text}".`);
  return Number(text);
}

function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new OptionError(`--${name} must be a whole number above 0, not "${text}".`);
  return Number(text);
}

function addressOf(address: string): string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new OptionError(`--url must be the address of a running server, not "${address}".`);
  return address.replace(/\/+$/, '');
}
