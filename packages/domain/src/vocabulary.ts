/** One coded value of a vocabulary. Codes are stable and append-only; labels are English and translated in the interface. */
export interface Term<Code extends string = string> {
  readonly code: Code;
  readonly label: string;
  readonly definition: string;
}

/** A closed list of coded values, in the order in which they are shown and in which they take their bit. */
export interface Vocabulary<Code extends string = string> {
  readonly name: string;
  readonly terms: readonly Term<Code>[];
  readonly codes: readonly Code[];
  /** True where the text is one of the codes. */
  has(text: string): text is Code;
  /** Position of a code, counted from 0. Throws `RangeError` where the code is not of this vocabulary. */
  indexOf(code: Code): number;
}

/** Builds a vocabulary from `[code, label, definition]` rows. */
export function vocabulary<const Rows extends readonly (readonly [string, string, string])[]>(
  name: string,
  rows: Rows,
): Vocabulary<Rows[number][0]> {
  type Code = Rows[number][0];
  const terms: Term<Code>[] = rows.map(([code, label, definition]) => ({ code, label, definition }));
  const positions = new Map<string, number>(terms.map((term, index) => [term.code, index]));
  return {
    name,
    terms,
    codes: terms.map((term) => term.code),
    has: (text): text is Code => positions.has(text),
    indexOf(code) {
      const position = positions.get(code);
      if (position === undefined) throw new RangeError(`"${code}" is not a code of the vocabulary ${name}`);
      return position;
    },
  };
}

/** The codes of a vocabulary as a type. */
export type CodeOf<V> = V extends Vocabulary<infer Code> ? Code : never;

/** Bit mask with one bit for each given code, by its position in the vocabulary. */
export function maskOf<Code extends string>(of: Vocabulary<Code>, codes: Iterable<Code>): number {
  let mask = 0;
  for (const code of codes) mask |= 1 << of.indexOf(code);
  return mask;
}

/** The codes whose bits are set, in vocabulary order. */
export function codesOf<Code extends string>(of: Vocabulary<Code>, mask: number): Code[] {
  return of.codes.filter((_, index) => (mask & (1 << index)) !== 0);
}
