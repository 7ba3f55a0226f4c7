import type { Casualties } from '@monitor/domain';
import { type Findings, quoted } from '../findings.ts';
import type { RawIncident } from '../raw-incident.ts';
import { estimateOf, wholeNumber } from './estimate.ts';

/** More people than any single event of the datasets has; a larger number is a slip, such as a date in the wrong column. */
const mostPeople = 100_000;

/**
 * How many people; rejects a best estimate that is not a possible number, and drops a low or high one that contradicts it. Without a low or
 * high estimate of their own, those of a text such as `2-4` count.
 */
export function checkCasualties(raw: RawIncident, findings: Findings): Casualties {
  return {
    ...checkEstimate(raw, 'killed', findings),
    ...checkEstimate(raw, 'injured', findings),
    threatened: checkCount(raw.threatened, 'threatened', findings),
    suicides: checkCount(raw.suicides, 'suicides', findings),
  };
}

type Estimated<Name extends 'killed' | 'injured'> = Pick<Casualties, Name | `${Name}_low` | `${Name}_high`>;

function checkEstimate<Name extends 'killed' | 'injured'>(raw: RawIncident, name: Name, findings: Findings): Estimated<Name> {
  const best = checkCount(raw[name], name, findings);
  const said = raw[name] === null ? undefined : estimateOf(raw[name]);
  const bound = (which: 'low' | 'high') =>
    checkBound(raw[`${name}_${which}`] ?? said?.[which]?.toString() ?? null, best, `${name}_${which}`, findings);
  return { [name]: best, [`${name}_low`]: bound('low'), [`${name}_high`]: bound('high') } as Estimated<Name>;
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
  else return estimate.best;
  return null;
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
