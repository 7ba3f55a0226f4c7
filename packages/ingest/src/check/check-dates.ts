import {
  type DatePrecision,
  datePrecisions,
  earliestDate,
  type IsoDate,
  isIsoDate,
  isLocalTime,
  type PartOfDay,
  partOfDayOf,
  partsOfDay,
} from '@monitor/domain';
import { type Findings, quoted, type Reason, type ReasonKind } from '../findings.ts';
import type { RawIncident } from '../raw-incident.ts';
import { checkCode } from './check-code.ts';

export interface CheckedDates {
  readonly occurred_on: IsoDate;
  readonly occurred_until: IsoDate | null;
  readonly local_time: string | null;
  readonly part_of_day: PartOfDay | null;
  readonly date_precision: DatePrecision;
}

/** When it was; rejects a date that is missing, impossible, before 1946 or after today. */
export function checkDates(raw: RawIncident, today: IsoDate, findings: Findings): CheckedDates {
  const problem = dateProblem(raw.occurred_on, today, raw.date_format);
  if (problem !== undefined) findings.reject(problem.kind, `occurred_on: ${problem.message}`);
  const occurred_on = raw.occurred_on ?? '';
  const local_time = checkTime(raw.local_time, findings);
  const part = checkCode(partsOfDay, raw.part_of_day, 'part_of_day', findings);
  return {
    occurred_on,
    occurred_until: problem === undefined ? checkEnd(raw.occurred_until, occurred_on, today, findings) : null,
    local_time,
    part_of_day: local_time === null ? part : partOfDayOf(local_time),
    date_precision: checkCode(datePrecisions, raw.date_precision, 'date_precision', findings) ?? 'day',
  };
}

/** What is wrong with a date; undefined for a good one. */
export function dateProblem(text: string | null, today: IsoDate, format = 'YYYY-MM-DD'): Reason | undefined {
  if (text === null) return { kind: 'date_missing', message: 'there is no date.' };
  const problem = (kind: ReasonKind, what: string): Reason => ({ kind, message: `${quoted(text)} ${what}` });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return problem('date_format', `is not a date written as ${format}.`);
  if (!isIsoDate(text)) return problem('date_invalid', 'is not a valid date.');
  if (text > today)
    return problem('date_in_future', `is in the future (today is ${today}). Check that the day and month are not swapped.`);
  if (text < earliestDate) return problem('date_too_early', `is before ${earliestDate}, the earliest date allowed.`);
  return undefined;
}

function checkEnd(text: string | null, start: IsoDate, today: IsoDate, findings: Findings): IsoDate | null {
  if (text === null || text === start) return null;
  const problem = dateProblem(text, today);
  if (problem !== undefined) findings.warn('end_dropped', `occurred_until: ${problem.message}`);
  else if (text < start) findings.warn('end_dropped', `occurred_until ${quoted(text)} is before occurred_on ${quoted(start)}.`);
  else return text;
  return null;
}

function checkTime(text: string | null, findings: Findings): string | null {
  if (text === null) return null;
  if (isLocalTime(text)) return text;
  findings.warn('time_dropped', `local_time ${quoted(text)} is not a time of day in the expected format.`);
  return null;
}
