import type { Casualties } from '@monitor/domain';
import { type Findings, quoted, wholeInQuotes } from '../findings.ts';
import type { RawIncident } from '../raw-incident.ts';
import { estimateOf, wholeNumber } from './estimate.ts';

/** More people than any single event of the datasets has; a larger number is a slip, such as a date in the wrong column. */
const mostPeople = 100_000;

/**
 * How many people; rejects a best estimate that is not a possible number, and drops a low or high one that contradicts it. Without a low or
 * high estimate of their own, those of a text such as `2-4` count.
 */
export function checkCasualties(raw: RawIncident, findings: Findings): Casualties {
  const killed = checkCount(raw.killed, 'killed', findings);
  const injured = checkCount(raw.injured, 'injured', findings);
  const ofKilled = boundsOf(raw.killed);
  const ofInjured = boundsOf(raw.injured);
  return {
    killed,
    killed_low: checkBound(raw.killed_low ?? ofKilled.low, killed, 'killed_low', findings),
    killed_high: checkBound(raw.killed_high ?? ofKilled.high, killed, 'killed_high', findings),
    injured,
    injured_low: checkBound(raw.injured_low ?? ofInjured.low, injured, 'injured_low', findings),
    injured_high: checkBound(raw.injured_high ?? ofInjured.high, injured, 'injured_high', findings),
    threatened: checkCount(raw.threatened, 'threatened', findings),
    suicides: checkCount(raw.suicides, 'suicides', findings),
  };
}

const noBounds = { low: null, high: null };

/** The low and high estimates in a text such as `2-4`. */
function boundsOf(text: string | null): { readonly low: string | null; readonly high: string | null } {
  if (text === null || wholeNumber(text) !== undefined) return noBounds;
  const estimate = estimateOf(text);
  if (estimate?.best == null) return noBounds;
  return { low: estimate.low?.toString() ?? null, high: estimate.high?.toString() ?? null };
}

/** How many people, null with a reason where it is not a possible number. */
export function checkCount(text: string | null, field: string, findings: Findings): number | null {
  if (text === null) return null;
  const estimate = estimateOf(text);
  const number = estimate?.best ?? 0;
  if (estimate === undefined) findings.reject('people_not_whole', `${field}: ${quoted(text)} is not a whole number of people.`);
  else if (number < 0)
    findings.reject('people_negative', `${field}: ${quoted(text)} is negative. Leave the cell empty if the number is not known.`);
  else if (number > mostPeople)
    findings.reject('people_too_many', `${field}: ${quoted(text)} is too many people for one incident.`);
  else if (estimate.best === null) warnOfOpen(text, field, findings);
  else return number;
  return null;
}

/** A number of suicides that may be above 0 makes an incident as sensitive as words that nobody has explained. */
function warnOfOpen(text: string, field: string, findings: Findings): void {
  const kind = field === 'suicides' ? 'unexplained' : 'number_open';
  findings.warn(
    kind,
    `${field}: ${quoted(text)} may be 0 or more, and was recorded as not reported.`,
    `${field} ${wholeInQuotes(text)}`,
  );
}

function checkBound(
  text: string | null,
  best: number | null,
  field: `${'killed' | 'injured'}_${'low' | 'high'}`,
  findings: Findings,
): number | null {
  if (text === null) return null;
  const number = wholeNumber(text);
  if (number === undefined || number < 0 || number > mostPeople) {
    findings.warn('bounds_dropped', `${field} ${quoted(text)} is not a valid number of people.`);
  } else if (best === null) {
    findings.warn('bounds_dropped', `${field} is ${number}, but there is no best estimate.`);
  } else if (field.endsWith('_low') ? number > best : number < best) {
    findings.warn('bounds_dropped', `${field} is ${number}, but the best estimate is ${best}.`);
  } else {
    return number;
  }
  return null;
}
