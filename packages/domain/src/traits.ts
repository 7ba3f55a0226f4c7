import {
  type Described,
  type DimensionGroup,
  dimensionNames,
  type DimensionName,
  dimensions,
  type OwnDimension,
  type Subject,
  subjectNames,
  subjects,
} from './dimensions.ts';
import type { Filter } from './filter.ts';

/*
 * Where the codes of dimensions are kept. A dimension of the incident itself has a field of its own, which holds the code. The
 * dimensions of one subject share a field, which holds the traits of all its subjects: of an incident with an illegal handgun and a
 * legal rifle, `handgun/illegal rifle_or_shotgun/legal`. Few different texts occur, so their keeper numbers them, and decides a
 * constraint once for each text.
 */

/** The field that holds the traits of a subject. */
export type TraitField = `${Subject}_traits`;
export type DimensionField = OwnDimension | TraitField;

/** What a field holds. Null where the incident has no code. Other fields that are counted in the same way hold numbers. */
export type FieldValue = string | number | null;

/** The subject whose traits a field holds. */
export function subjectOf(field: TraitField): Subject {
  return field.slice(0, -'_traits'.length) as Subject;
}

/** True where a field holds traits rather than a code of the incident itself. */
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

/** The codes of one subject of an incident, in the order of the field's dimensions. */
export type Trait = readonly string[];

/** What an incident has in the trait fields: each different trait once, sorted; an empty text where there is no subject. */
export function traitsOf(incident: Described): Readonly<Record<TraitField, string>> {
  const texts = subjectNames.map((subject) => {
    const field: TraitField = `${subject}_traits`;
    const traits = subjects[subject]
      .of(incident)
      .map((one) => (dimensionsOfField.get(field) ?? []).map((name) => dimensions[name].codeOf(one)).join('/'));
    return [field, [...new Set(traits)].toSorted().join(' ')];
  });
  return Object.fromEntries(texts) as Record<TraitField, string>;
}

/** The traits that a field holds; of a dimension of the incident itself its code, as the only one. */
export function traitsIn(field: DimensionField, value: FieldValue): readonly Trait[] {
  if (value === null || value === '') return [];
  const text = String(value);
  return isTraitField(field) ? text.split(' ').map((trait) => trait.split('/')) : [[text]];
}

/** Whether a trait meets all that the filter says of the field's dimensions; undefined where it says nothing of them. */
export function testOfField(field: DimensionField, filter: Filter): ((trait: Trait) => boolean) | undefined {
  const constrained = (dimensionsOfField.get(field) ?? []).flatMap((name, at) => {
    const allowed = filter[name];
    return allowed === undefined ? [] : [{ at, allowed: new Set<string>(allowed) }];
  });
  return constrained.length === 0 ? undefined : (trait) => constrained.every(({ at, allowed }) => allowed.has(trait[at] ?? ''));
}
