/** One coded value of a vocabulary. Codes are stable and append-only; labels are English and translated in the interface. */
export interface Term<Code extends string = string> {
  readonly code: Code;
  readonly label: string;
  readonly definition: string;
}

/** Several codes of a list under one name, which filters take in their place. */
export interface CodeGroup<Code extends string = string> extends Term {
  readonly codes: readonly Code[];
}

/** A closed list of coded values, in the order in which they are shown. */
export interface Vocabulary<Code extends string = string, Name extends string = string> {
  /** The name under which its codes appear in records. */
  readonly name: Name;
  readonly terms: readonly Term<Code>[];
  readonly codes: readonly Code[];
  /** Names for several of the codes; no name is a code. */
  readonly groups: readonly CodeGroup<Code>[];
  /** True if the text is one of the codes. */
  has(text: string): text is Code;
  /** Position of a code, counted from 0. Throws `RangeError` where the code is not of this vocabulary. */
  indexOf(code: Code): number;
}

/** Builds a vocabulary from `[code, label, definition]` rows. */
export function vocabulary<const Name extends string, const Rows extends readonly (readonly [string, string, string])[]>(
  name: Name,
  rows: Rows,
  groups: readonly CodeGroup<Rows[number][0]>[] = [],
): Vocabulary<Rows[number][0], Name> {
  type Code = Rows[number][0];
  const terms: Term<Code>[] = rows.map(([code, label, definition]) => ({ code, label, definition }));
  const positions = new Map<string, number>(terms.map((term, index) => [term.code, index]));
  return {
    name,
    terms,
    codes: terms.map((term) => term.code),
    groups,
    has: (text): text is Code => positions.has(text),
    indexOf(code) {
      const position = positions.get(code);
      if (position === undefined) throw new RangeError(`"${code}" is not a code of the vocabulary ${name}`);
      return position;
    },
  };
}

/** Codes with the groups among them replaced by what they stand for. Each once, sorted. */
export function withoutGroups({ groups }: Vocabulary, codes: readonly string[]): string[] {
  const groupOf = (name: string) => groups.find(({ code }) => code === name);
  return [...new Set(codes.flatMap((code) => groupOf(code)?.codes ?? [code]))].toSorted();
}

/** The group that is just these codes; undefined if there is none. */
export function groupOfCodes({ groups }: Vocabulary, codes: readonly string[]): CodeGroup | undefined {
  const wanted = new Set(codes);
  return groups.find((group) => group.codes.length === wanted.size && group.codes.every((code) => wanted.has(code)));
}

/** The codes of a vocabulary as a type. */
export type CodeOf<V> = V extends Vocabulary<infer Code> ? Code : never;

/** Vocabularies by their name. */
export function byName<const All extends readonly Vocabulary[]>(...all: All): { readonly [V in All[number] as V['name']]: V } {
  return Object.fromEntries(all.map((one) => [one.name, one])) as { readonly [V in All[number] as V['name']]: V };
}

/** A record with a value for each of the names, in their order. */
export function recordOf<Name extends string, Value>(names: readonly Name[], valueOf: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Record<Name, Value>;
}
