import type { Sort, SortField } from '@monitor/contract';
import { type Field, fieldOfSort, incidentFields, isDescending, isFigureName, isListedCodes, type Measure } from '@monitor/domain';
import type { ColumnName, ColumnWidths } from './choices.ts';
import type { TFunction } from 'i18next';

/** What the cells of a column contain: as the list of fields says or, where it has no such field, what the list of incidents adds. */
export type ColumnKind = Field['values'] | 'codes' | 'dataset' | 'identifier';

/** Of the fields that everybody sees in the list, and of what the list says beside them. */
export function kindOf(name: ColumnName): ColumnKind {
  if (isListedCodes(name)) return 'codes';
  if (name === 'dataset') return 'dataset';
  if (name === 'id') return 'identifier';
  return name === 'amount' ? 'people' : incidentFields[name].values;
}

/** A column of the table. */
export interface Column {
  readonly name: ColumnName;
  /** Pixels, until a person chooses a width; with room to spare, more where it grows. */
  readonly width: number;
  readonly grows: boolean;
  /** Numbers stand at the end of their column. */
  readonly isNumber: boolean;
}

/** Pixels that values of a kind need; all vocabularies are alike. */
const widthOfKind: Readonly<Record<Exclude<ColumnKind, object>, number>> = {
  date: 90,
  time: 40,
  text: 110,
  degrees: 78,
  people: 66,
  number: 54,
  age: 54,
  codes: 130,
  dataset: 120,
  identifier: 138,
};
const widthOfVocabulary = 112;
/** Columns whose values or heads are longer or shorter than most of their kind. */
const widthOf: ColumnWidths = {
  place: 118,
  country: 154,
  type: 168,
  threatened: 86,
  suicides: 72,
  sources: 90,
  place_precision: 72,
  amount: 92,
};

export function columnOf(name: ColumnName): Column {
  const kind = kindOf(name);
  return {
    name,
    width: widthOf[name] ?? (typeof kind === 'string' ? widthOfKind[kind] : widthOfVocabulary),
    grows: kind === 'text' || kind === 'codes' || typeof kind === 'object',
    isNumber: kind === 'people' || kind === 'degrees',
  };
}

/** Whether a column says anything while a measure is counted: one of its own, unless another column says the same. */
export function isColumnOf(name: ColumnName, measure: Measure): boolean {
  return name !== 'amount' || !isFigureName(measure);
}

export interface SortState {
  readonly field: SortField;
  readonly descending: boolean;
}

export function sortState(sort: Sort): SortState {
  return { field: fieldOfSort(sort), descending: isDescending(sort) };
}

/** The order after a press on a column's head: its first order, then the other way round. Dates and counts begin with the greatest. */
export function nextSort(current: Sort, field: SortField): Sort {
  const { field: before, descending } = sortState(current);
  const kind = kindOf(field);
  const down = before === field ? !descending : kind === 'date' || kind === 'people';
  return down ? `-${field}` : field;
}

/** The name of a column; that of what is counted is the measure's. */
export function columnLabel(name: ColumnName, measure: Measure, t: TFunction): string {
  return name === 'amount' ? t(`measure.${measure}.name`) : t(`table.column.${name}`);
}

/** So narrow that rows are cards; incident-table.module.css has the same width. */
export const cardScreen = '(max-width: 720px)';
