import { type AgeBand, ageBandOf, ageBands, type Person } from '@monitor/domain';
import { type Findings, quoted, wholeInQuotes } from '../findings.ts';
import type { RawPerson } from '../raw-incident.ts';
import { checkCode } from './check-code.ts';
import { estimateOf, wholeNumber } from './estimate.ts';

/** Years, the last included. */
interface AgeRange {
  readonly from: number;
  readonly to: number;
}

/** The oldest age that is believed, in years. */
const oldest = 120;

/** The ages that a text says, such as `34`, `18-24`, `<18` or `65+`; undefined if it says none from 0 to 120. */
export function ageRange(text: string): AgeRange | undefined {
  const written = text
    .replace(/\s*(?:and|or) (?:over|older|above)$/i, '+')
    .replace(/^(.*?)\s*(?:and|or) (?:under|younger|below)$/i, '<=$1');
  const said = estimateOf(written);
  if (!said || (said.low === null && said.high === null && wholeNumber(written) === undefined)) return undefined;
  const from = said.best ?? 0;
  const to = said.high ?? (said.low === null ? from : oldest);
  return from >= 0 && from <= to && to <= oldest ? { from, to } : undefined;
}

/** The age of a person, or the band that all ages of a range are in; "not reported" with a warning if no band holds them. */
export function checkAges(
  { age, age_band }: Pick<RawPerson, 'age' | 'age_band'>,
  findings: Findings,
): Pick<Person, 'age' | 'age_band'> {
  const range = checkAge(age, findings);
  if (age !== null && range) return { age: range.from === range.to ? range.from : null, age_band: bandOf(range, age, findings) };
  const other = age_band === null || ageBands.has(age_band) ? undefined : ageRange(age_band);
  if (age_band !== null && other) return { age: null, age_band: bandOf(other, age_band, findings) };
  return { age: null, age_band: checkCode(ageBands, age_band, 'age_band', findings, 'unexplained') ?? 'not_reported' };
}

/** The ages that a text says; undefined, with a warning, if it says none. */
export function checkAge(text: string | null, findings: Findings): AgeRange | undefined {
  if (text === null) return undefined;
  const range = ageRange(text);
  if (!range)
    findings.warn('age_dropped', `age ${quoted(text)} is not a whole number from 0 to ${oldest}, or a range such as 18-24.`);
  return range;
}

function bandOf({ from, to }: AgeRange, text: string, findings: Findings): AgeBand {
  const [first, last] = [ageBandOf(from), ageBandOf(to)];
  if (first === last) return first;
  const kind = first === ageBandOf(0) ? 'age_range_young' : 'age_range';
  findings.warn(
    kind,
    `the ages ${quoted(text)} are in several of our bands: ${ageBands.codes.join(', ')}.`,
    `ages ${wholeInQuotes(text)}`,
  );
  return 'not_reported';
}
