import { parseArgs, type ParseArgsConfig } from 'node:util';

export const sectionNames = [
  'cube',
  'sql',
  'duckdb',
  'postgis',
  'http',
  'rows',
  'screens',
  'downloads',
  'import',
  'waiting',
  'demo',
] as const;
export type SectionName = (typeof sectionNames)[number];

export interface BenchOptions {
  /** Numbers of incidents, ascending. */
  readonly sizes: readonly number[];
  readonly sections: ReadonlySet<SectionName>;
  /** True writes the document, false prints it. */
  readonly write: boolean;
  /** A PostGIS server to compare tiles with. */
  readonly postgisUrl: string | undefined;
}

/** An argument that cannot be used; the message is one line for people. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** Reads `--rows 10000,100000 --only cube,sql --write`. Throws `OptionError`. */
export function readOptions(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): BenchOptions {
  const { rows, only, write } = readArguments(parameters, benchArguments);
  return {
    sizes: sizesOf(rows),
    sections: chosenOf(sectionNames, only),
    write,
    postgisUrl: environment.POSTGIS_URL?.trim() || undefined,
  };
}

/** Reads `--url http://127.0.0.1:8080`, which may be repeated, of `bench web`. Throws `OptionError`. */
export function readWebAddresses(parameters: readonly string[]): readonly string[] {
  const addresses = readArguments(parameters, { url: { type: 'string', multiple: true, default: [] } }).url;
  const wrong = addresses.find((address) => !URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol));
  if (wrong !== undefined) throw new OptionError(`--url must be the address of a running server, not "${wrong}".`);
  return addresses;
}

export interface SignalOptions {
  /** Simulated years of each kind of series. */
  readonly runs: number;
  /** True writes the document and the rates, false prints the document. */
  readonly write: boolean;
}

/** Reads `--runs 1000 --write` of `bench signals`. Throws `OptionError`. */
export function readSignalOptions(parameters: readonly string[]): SignalOptions {
  const { runs, write } = readArguments(parameters, {
    runs: { type: 'string', default: '1000' },
    write: { type: 'boolean', default: false },
  });
  if (!/^[1-9]\d{0,5}$/.test(runs)) throw new OptionError(`--runs must be a whole number above 0, not "${runs}".`);
  return { runs: Number(runs), write };
}

export const reliabilityParts = ['load', 'soak', 'imports', 'faults'] as const;
export type ReliabilityPart = (typeof reliabilityParts)[number];

export interface ReliabilityOptions {
  readonly parts: ReadonlySet<ReliabilityPart>;
  /** Numbers of incidents of the load, ascending. */
  readonly sizes: readonly number[];
  /** Numbers of incidents of the imports, ascending. */
  readonly imports: readonly number[];
  /** Length of the soak. */
  readonly minutes: number;
  /** How often each fault is tried. */
  readonly times: number;
  /** True writes the document, false prints it. */
  readonly write: boolean;
}

/** Reads `--only load,soak --rows 1000000 --imports 100000 --minutes 60 --times 10 --write` of `bench reliability`. Throws `OptionError`. */
export function readReliabilityOptions(parameters: readonly string[]): ReliabilityOptions {
  const { only, rows, imports, minutes, times, write } = readArguments(parameters, {
    only: { type: 'string' },
    rows: { type: 'string', default: '40946,1000000' },
    imports: { type: 'string', default: '100000,1000000,5000000' },
    minutes: { type: 'string', default: '60' },
    times: { type: 'string', default: '10' },
    write: { type: 'boolean', default: false },
  });
  const wholeNumber = (name: string, text: string) => {
    if (!/^[1-9]\d{0,2}$/.test(text)) throw new OptionError(`--${name} must be a whole number from 1 to 999, not "${text}".`);
    return Number(text);
  };
  return {
    parts: chosenOf(reliabilityParts, only),
    sizes: sizesOf(rows),
    imports: sizesOf(imports, 'imports'),
    minutes: wholeNumber('minutes', minutes),
    times: wholeNumber('times', times),
    write,
  };
}

const benchArguments = {
  rows: { type: 'string', default: '10000,100000,1000000' },
  only: { type: 'string' },
  write: { type: 'boolean', default: false },
} as const;

function sizesOf(rows: string, option = 'rows'): readonly number[] {
  const sizes = rows.split(',').map((text) => {
    if (!/^\d{1,8}$/.test(text) || Number(text) < 1000)
      throw new OptionError(`--${option} must be whole numbers of 1000 or more, separated by commas, not "${text}".`);
    return Number(text);
  });
  return sizes.toSorted((one, other) => one - other);
}

/** What `--only` names, or all. */
function chosenOf<const Name extends string>(names: readonly Name[], only: string | undefined): ReadonlySet<Name> {
  if (only === undefined) return new Set(names);
  return new Set(
    only.split(',').map((text) => {
      const name = names.find((one) => one === text);
      if (name === undefined)
        throw new OptionError(`--only must be one or more of ${names.join(', ')}, separated by commas, not "${text}".`);
      return name;
    }),
  );
}

function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  parameters: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...parameters], options }).values;
  } catch (error) {
    throw new OptionError((error as Error).message);
  }
}
