import { type Field, fieldOfSort, incidentFields, isIsoDate, isListedCodes, isPublicId, type Sort } from '@monitor/domain';

/** The cursor is not one that the list gave out, or it belongs to another sort. */
export class BadCursorError extends Error {
  override readonly name = 'BadCursorError';
}

/** Where a page ended: the value of the sorted field and the public identifier of its last row. It tells no more than that row does. */
export interface ListPosition {
  readonly value: string | number | null;
  readonly id: string;
}

/** An opaque text for addresses: the sort and the position as JSON in base 64. */
export function writeCursor(sort: Sort, { value, id }: ListPosition): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** Throws `BadCursorError` on anything that `writeCursor` cannot have written for this sort. */
export function readCursor(sort: Sort, cursor: string): ListPosition {
  const [ofSort, value, id, ...rest] = parseArray(cursor);
  const known = ofSort === sort && rest.length === 0 && isPossibleValue(sort, value) && typeof id === 'string';
  if (!known || !isPublicId(id)) throw new BadCursorError('The cursor is not one that this list gave out for this sort.');
  return { value, id };
}

function parseArray(cursor: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function isPossibleValue(sort: Sort, value: unknown): value is ListPosition['value'] {
  const field = fieldOfSort(sort);
  if (field === 'id' || field === 'dataset') return isText(value);
  if (isListedCodes(field)) return value === null || isText(value);
  const { values, required }: Pick<Field, 'values' | 'required'> =
    field === 'amount' ? { values: 'people', required: false } : incidentFields[field];
  if (value === null) return !required;
  switch (values) {
    case 'date':
      return typeof value === 'string' && isIsoDate(value) && value >= '0001-01-01';
    case 'people':
      return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
    case 'degrees':
      return typeof value === 'number' && Math.abs(value) <= 180;
    default:
      return isText(value);
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && !value.includes('\0');
}
