import { type FieldValues, isLocalTime } from '@monitor/domain';
import { region } from '@monitor/geography';
import { jurisdictionCode } from '@monitor/geography/world';
import { checkAge } from '../check/check-age.ts';
import { checkCount } from '../check/check-casualties.ts';
import { dateProblem } from '../check/check-dates.ts';
import { checkLanguage, checkLink, checkNumber } from '../check/check-parts.ts';
import { Findings, inQuotes, notShown } from '../findings.ts';
import { unknownLocation } from '../place/unknown-location.ts';
import { parseCoordinates } from '../place/parse-coordinates.ts';
import { fieldsByName } from '../raw-incident.ts';
import { readDate, readTime } from './date-format.ts';
import type { MappedField } from './mapping-schema.ts';
import { formatsOf, usualDates, usualTimes } from './read-fields.ts';
import { splitCoordinates } from './read-incident-row.ts';

type Check = (text: string, field: MappedField, name: string) => string | undefined;

/**
 * What is wrong with a value that a mapping gives to a field, as the import would find in every row; undefined if nothing is.
 * Codes are for the schema to check.
 */
export function constantProblem(name: string, text: string, field: MappedField): string | undefined {
  const kind = fieldsByName[name]?.values;
  const check = ofField[name] ?? (typeof kind === 'string' ? ofKind[kind] : undefined);
  // What a mapping says are the words of whoever wrote it.
  return check?.(text, field, name)
    ?.replace(/^\w+: /, '')
    .replace(notShown, inQuotes(text));
}

const ofField: Readonly<Record<string, Check>> = {
  country: (text) => (jurisdictionCode(text) === undefined ? unknownLocation(text) : undefined),
  // A name of a region depends on the country of the row.
  region: (text) => (/^[A-Z]{2}-/.test(text) && !region(text) ? `${inQuotes(text)} is not the code of a region.` : undefined),
  coordinates: (text, { order }) =>
    firstFinding((findings) => parseCoordinates(splitCoordinates(text, order ?? 'lat_lon'), findings)),
  lon: (text) => firstFinding((findings) => parseCoordinates({ lon: text, lat: '1' }, findings)),
  lat: (text) => firstFinding((findings) => parseCoordinates({ lon: '1', lat: text }, findings)),
  url: (text) => firstFinding((findings) => checkLink(text, findings)),
  language: (text) => firstFinding((findings) => checkLanguage(text, findings)),
};

/** Later than any import: whether a day has come is for the import to say. */
const anyDay = '9999-12-31';

const ofKind: { readonly [Kind in keyof FieldValues]?: Check } = {
  date: (text, field) =>
    dateProblem(readDate(text, formatsOf(field, usualDates))?.date ?? text, anyDay, field.formats?.join(' or '))?.message,
  time: (text, field) =>
    isLocalTime(readTime(text, formatsOf(field, usualTimes)) ?? text)
      ? undefined
      : `${inQuotes(text)} is not a time of day in the expected format.`,
  people: (text, _, name) => firstFinding((findings) => checkCount(text, name, findings)),
  number: (text) => firstFinding((findings) => checkNumber(text, findings)),
  age: (text) => firstFinding((findings) => checkAge(text, findings)),
};

function firstFinding(check: (findings: Findings) => unknown): string | undefined {
  const findings = new Findings();
  check(findings);
  return [...findings.reasons, ...findings.warnings][0]?.message;
}
