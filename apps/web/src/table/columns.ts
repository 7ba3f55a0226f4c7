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

/** What columns of a kind are like. */
interface Kind {
  /** Pixels that its values need. */
  readonly width: number;
  readonly grows?: true;
  readonly isNumber?: true;
  /** Whether the first press on its head sorts by the greatest. */
  readonly greatestFirst?: true;
}

const kinds: Readonly<Record<Exclude<ColumnKind, object>, Kind>> = {
  date: { width: 90, greatestFirst: true },
  time: { width: 40 },
  text: { width: 110, grows: true },
  degrees: { width: 78, isNumber: true },
  people: { width: 66, isNumber: true, greatestFirst: true },
  number: { width: 54, isNumber: true, greatestFirst: true },
  age: { width: 54 },
  codes: { width: 130, grows: true },
  dataset: { width: 120 },
  identifier: { width: 138 },
};
/** All vocabularies are alike. */
const ofVocabulary: Kind = { width: 112, grows: true };
const kindOfColumn = (name: ColumnName) => {
  const kind = kindOf(name);
  return typeof kind === 'object' ? ofVocabulary : kinds[kind];
};

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
  const { width, grows = false, isNumber = false } = kindOfColumn(name);
  return { name, width: widthOf[name] ?? width, grows, isNumber };
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

/** The order after a press on a column's head: its first order, then the other way round. */
export function nextSort(current: Sort, field: SortField): Sort {
  const { field: before, descending } = sortState(current);
  const down = before === field ? !descending : kindOfColumn(field).greatestFirst === true;
  return down ? `-${field}` : field;
}

/** The name of a column; that of what is counted is the measure's. */
export function columnLabel(name: ColumnName, measure: Measure, t: TFunction): string {
  return name === 'amount' ? t(`measure.${measure}.name`) : t(`table.column.${name}`);
}

/** So narrow that rows are cards; incident-table.module.css has the same width. */
export const cardScreen = '(max-width: 720px)';
