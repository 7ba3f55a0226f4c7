import {
  type Described,
  type Dimension,
  type DimensionGroup,
  dimensionNames,
  type DimensionName,
  dimensions,
  type OwnDimension,
  type Subject,
  subjectNames,
  type SubjectOfIncident,
  subjects,
} from './dimensions.ts';
import type { Filter } from './filter.ts';

/*
 * Where the codes of dimensions are kept. A dimension of the incident itself has a field of its own, which holds the code. The
 * dimensions of one subject share a field, which holds the traits of all its subjects: of an incident with two women injured and a man
 * killed, by strangers, `man/19-35/killed/stranger woman/19-35/injured/stranger*2`. Few different texts occur, so their keeper numbers
 * them, and decides once for each text what a constraint or a measure makes of it.
 */

/** The field that holds the traits of a subject. */
export type TraitField = `${Subject}_traits`;
export type DimensionField = OwnDimension | TraitField;

/** What a field holds. Null if the incident has no code. Other fields that are counted in the same way hold numbers. */
export type FieldValue = string | number | null;

/** The subject whose traits a field holds. */
export function subjectOf(field: TraitField): Subject {
  return field.slice(0, -'_traits'.length) as Subject;
}

/** True if a field holds traits rather than a code of the incident itself. */
export function isTraitField(field: string): field is TraitField {
  return field.endsWith('_traits');
}

/** The field that holds the codes of a dimension. */
export function fieldOf(name: DimensionName): DimensionField {
  const { subject } = dimensions[name];
  return subject === 'incident' ? (name as OwnDimension) : `${subject}_traits`;
}

/** All fields, each with the dimensions whose codes it holds, in the order in which a trait names them. */
export const dimensionsOfField: ReadonlyMap<DimensionField, readonly DimensionName[]> = new Map(
  dimensionNames.map((name) => [fieldOf(name), dimensionNames.filter((other) => fieldOf(other) === fieldOf(name))]),
);
export const dimensionFields: readonly DimensionField[] = [...dimensionsOfField.keys()];
export const traitFields: readonly TraitField[] = subjectNames.map((subject): TraitField => `${subject}_traits`);

/** The dimensions that are counted together. */
export function dimensionsOfGroup(group: DimensionGroup): readonly DimensionName[] {
  return dimensionNames.filter((name) => dimensions[name].group === group);
}

/** The fields whose combinations are counted together. */
export function fieldsOfGroup(group: DimensionGroup): readonly DimensionField[] {
  return [...new Set(dimensionsOfGroup(group).map(fieldOf))];
}

/** What one or several subjects of an incident have in common. */
export interface Trait {
  /** In the order of the field's dimensions; `noCode` where the subjects have none. */
  readonly codes: readonly string[];
  /** How many subjects have it; null if the source does not say. Of subjects whose number means nothing it is 1. */
  readonly number: number | null;
}

/** Stands in a text for a dimension of which a subject has no code. */
export const noCode = '-';
const numberMark = '*';
const notReported = '?';

/**
 * What an incident has in the trait fields: each different trait once, sorted, with how many subjects have it where that is not 1. An
 * empty text if there is no subject. The same trait can stand twice: with a number, and without one where a source gives none.
 */
export function traitsOf(incident: Described): Readonly<Record<TraitField, string>> {
  const traits = {} as Record<TraitField, string>;
  for (const written of writtenTraits) traits[written.field] = traitsText(written, incident);
  return traits;
}

/** What the tables say of each field, looked up once: an import has millions of entries. */
const writtenTraits = traitFields.map((field) => {
  const { of, numberOf }: SubjectOfIncident = subjects[subjectOf(field)];
  const codesOf = (dimensionsOfField.get(field) ?? []).map((name): Dimension['codeOf'] => dimensions[name].codeOf);
  return { field, of, numberOf, codesOf };
});

function traitsText({ of, numberOf, codesOf }: (typeof writtenTraits)[number], incident: Described): string {
  const entries = of(incident);
  if (entries.length === 0) return '';
  const numbers = new Map<string, number>();
  for (const entry of entries) {
    let trait = '';
    for (const codeOf of codesOf) trait += `${trait === '' ? '' : '/'}${codeOf(entry) ?? noCode}`;
    const number = numberOf === undefined ? 1 : numberOf(entry);
    if (number === null) numbers.set(`${trait}${numberMark}${notReported}`, 1);
    else numbers.set(trait, numberOf === undefined ? 1 : (numbers.get(trait) ?? 0) + number);
  }
  const texts = Array.from(numbers, ([trait, number]) => (number === 1 ? trait : `${trait}${numberMark}${number}`));
  return texts.toSorted().join(' ');
}

/** The text of a set of traits without how many subjects have each: what filters look at. Far fewer of these texts are different. */
export function withoutNumbers(traits: string): string {
  if (!traits.includes(numberMark)) return traits;
  const bare = traits
    .split(' ')
    .map((trait) => trait.slice(0, trait.indexOf(numberMark) < 0 ? undefined : trait.indexOf(numberMark)));
  return [...new Set(bare)].join(' ');
}

/**
 * The traits that a field holds; of a dimension of the incident itself its code, as the only one.
 * @param known of this and other values, by their texts: thousands of values that are kept have the same few hundred traits
 */
export function traitsIn(field: DimensionField, value: FieldValue, known?: Map<string, Trait>): readonly Trait[] {
  if (value === null || value === '') return [];
  const text = String(value);
  if (!isTraitField(field)) return [{ codes: [text], number: 1 }];
  return text.split(' ').map((one) => {
    const trait = known?.get(one) ?? traitIn(one);
    known?.set(one, trait);
    return trait;
  });
}

function traitIn(text: string): Trait {
  const [codes = '', number] = text.split(numberMark);
  return { codes: codes.split('/'), number: number === undefined ? 1 : number === notReported ? null : Number(number) };
}

/** Whether a trait meets all that the filter says of the field's dimensions; undefined if it says nothing of them. */
export function testOfField(field: DimensionField, filter: Filter): ((trait: Trait) => boolean) | undefined {
  const constrained = (dimensionsOfField.get(field) ?? []).flatMap((name, at) => {
    const allowed = filter[name];
    return allowed === undefined ? [] : [{ at, allowed: new Set<string>(allowed) }];
  });
  return constrained.length === 0 ? undefined : ({ codes }) => constrained.every(({ at, allowed }) => allowed.has(codes[at] ?? ''));
}
