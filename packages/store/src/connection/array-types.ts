import type postgres from 'postgres';
import { parse } from 'postgres-array';

type Element = string | number | boolean | null;

/**
 * How arrays are handed to PostgreSQL and read, by the number of their type. The driver can ask each server for its types instead,
 * but a connection that breaks while it does so ends the whole process (postgres 3.4).
 */
export const arrayTypes = {
  textArray: arrayType(1009, String),
  integerArray: arrayType(1007, Number),
  bigintArray: arrayType(1016, Number),
  doubleArray: arrayType(1022, Number),
  dateArray: arrayType(1182, String),
};

function arrayType(type: number, elementOf: (text: string) => Element): postgres.PostgresType<readonly Element[]> {
  return { to: type, from: [type], serialize: arrayText, parse: (text: string) => parse(text, elementOf) };
}

/** PostgreSQL's text of an array. Drizzle gives it as that text where it knows the column. */
function arrayText(values: readonly Element[] | string): string {
  if (typeof values === 'string') return values;
  const text = (value: Element) =>
    typeof value === 'string' ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : String(value ?? 'NULL');
  return `{${values.map(text).join(',')}}`;
}
