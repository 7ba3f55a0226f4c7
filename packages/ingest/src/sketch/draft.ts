import { fewestSharing, vocabularies, type VocabularyName } from '@monitor/domain';
import { type Column, isCategorical, share } from './columns.ts';
import { onceForEach } from '../generic/once-for-each.ts';
import { codeOf } from './words.ts';

/** Why a column of categories is taken. */
export const knownWords = 'words with a known meaning';

/** Keys from the top of the mapping. */
export type Path = readonly (string | number)[];

/** Why a part of the mapping is as it is. */
export interface Guess {
  readonly path: Path;
  readonly columns: readonly string[];
  readonly reason: string;
  /** Of the cells that are not empty; undefined if that means nothing. */
  readonly share?: number | undefined;
}

/** What only a person can say. */
export interface Question {
  readonly path: Path;
  readonly text: string;
  /** A line of the mapping that may answer it. */
  readonly line?: string | undefined;
}

/** A field of a mapping, as it is written in the file. */
export type WrittenField = string | Readonly<Record<string, unknown>>;

/** A mapping in the making: each column becomes one field, and each guess says why. */
export class Draft {
  readonly incident: Record<string, WrittenField> = {};
  group: WrittenField | undefined;
  readonly people: Record<string, WrittenField>[] = [];
  readonly weapons: Record<string, WrittenField>[] = [];
  readonly sources: Record<string, WrittenField>[] = [];
  readonly nullWords = new Set<string>();
  /** Rows whose point is in no location. */
  readonly strayRows = new Set<number>();
  /** The words of the rows that are wanted, by column. */
  where: Readonly<Record<string, readonly (string | null)[]>> | undefined;
  /** What rows are, if that is not known. */
  rowsAre: string | undefined;
  readonly guesses: Guess[] = [];
  readonly questions: Question[] = [];
  readonly #used = new Set<Column>();
  readonly #aside = new Set<Column>();

  readonly columns: readonly Column[];
  /** Rows of the sample. */
  readonly rows: number;

  constructor(columns: readonly Column[], rows: number) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The column that fits best of those that are no field yet, by a number above 0; undefined if none does. @param also one that is */
  best(fit: (column: Column) => number, also?: Column): Column | undefined {
    let found: { column: Column; fit: number } | undefined;
    for (const column of this.columns) {
      const fits = this.isFree(column) || column === also ? fit(column) : 0;
      if (fits > (found?.fit ?? 0)) found = { column, fit: fits };
    }
    return found?.column;
  }

  use(...columns: readonly Column[]): void {
    for (const column of columns) this.#used.add(column);
  }

  /** Reads no further field from columns, though they may be free. */
  setAside(columns: readonly Column[]): void {
    for (const column of columns) this.#aside.add(column);
  }

  isFree(column: Column): boolean {
    return !this.#used.has(column) && !this.#aside.has(column);
  }

  /** Reads a field of the incident from columns. */
  field(name: string, columns: readonly Column[], value: WrittenField, reason: string, of?: number): void {
    this.incident[name] = value;
    this.explain(['incident', name], columns, reason, of);
  }

  explain(path: Path, columns: readonly Column[], reason: string, of?: number): void {
    this.use(...columns);
    this.guesses.push({ path, columns: columns.map(({ name }) => name), reason, share: of });
  }

  ask(path: Path, text: string, line?: string): void {
    this.questions.push({ path, text, line });
  }

  get notRead(): string[] {
    return this.columns.filter((column) => !this.#used.has(column)).map(({ name }) => name);
  }
}

/** The share of the rows of a column of categories whose words mean a code; 0 for any other column. */
export function codeShare(column: Column, vocabulary: VocabularyName): number {
  const shares = codeShares(column);
  const known =
    shares.get(vocabulary) ?? (isCategorical(column) ? share(column, (text) => codeOf(vocabulary, text) !== undefined) : 0);
  shares.set(vocabulary, known);
  return known;
}

const codeShares = onceForEach<Column, Map<VocabularyName, number>>(() => new Map());

/** The words of a column with the codes that they mean, and words about the others. */
export function translated(column: Column, vocabulary: VocabularyName): { values: Record<string, string | null>; rest: string } {
  const values = new Map<string, string | null>();
  const others: [string, number][] = [];
  const hasUnknown = vocabularies[vocabulary].has('not_reported');
  for (const [text, count] of [...column.values].toSorted(([, one], [, two]) => two - one)) {
    const code = column.unknown.has(text) && hasUnknown ? 'not_reported' : codeOf(vocabulary, text);
    if (code === undefined) others.push([text, count]);
    else values.set(text, code);
  }
  // H and M are hombre and mujer, where M and F are male and female.
  if (vocabulary === 'sex' && values.has('H') && values.has('M')) values.set('M', 'woman');
  // A rare word could be a name.
  const shown = others.filter(([, count]) => count >= fewestSharing);
  const hidden = others.filter(([, count]) => count < fewestSharing);
  const rows = hidden.reduce((sum, [, count]) => sum + count, 0);
  const list = [
    ...shown.map(([text, count]) => `"${text}" (${count} rows)`),
    ...(hidden.length > 0
      ? [`${hidden.length} rarer ${hidden.length === 1 ? 'word' : 'words'} (${rows} ${rows === 1 ? 'row' : 'rows'})`]
      : []),
  ];
  return { values: Object.fromEntries(values), rest: list.join(', ') };
}

export function percent(of: number): string {
  const rounded = Math.round(of * 100);
  return `${rounded === 100 && of < 1 ? 99 : rounded}%`;
}
