import type { Fields, Vocabulary } from '@monitor/domain';

/** The English label of a code. A value that is not a code of the vocabulary stays as it is. */
export function labelOf(vocabulary: Vocabulary, code: string): string {
  return vocabulary.has(code) ? (vocabulary.terms[vocabulary.indexOf(code)]?.label ?? code) : code;
}

/** What a field holds, in words: its label where it is coded. */
export function inWords<Value>(values: Fields[string]['values'], value: Value): Value | string {
  return typeof values === 'object' && typeof value === 'string' ? labelOf(values, value) : value;
}

/** One person or weapon in words, each field under its name, such as `sex: Woman, age band: 19–35`; what is not reported is left out. */
export function partInWords<Name extends string>(
  names: readonly Name[],
  fields: Readonly<Record<Name, Fields[string]>>,
  part: Readonly<Record<Name, string | number | null>>,
): string {
  return names
    .filter((name) => part[name] !== null)
    .map((name) => `${name.replaceAll('_', ' ')}: ${inWords(fields[name].values, part[name])}`)
    .join(', ');
}
