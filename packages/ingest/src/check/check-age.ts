import { type AgeBand, ageBandOf, ageBands, oldestAge, type Person, publicAges, unknownAges } from '@monitor/domain';
import { type Findings, quoted, wholeInQuotes } from '../findings.ts';
import type { RawPerson } from '../raw-incident.ts';
import { checkCode } from './check-code.ts';
import { estimateOf, wholeNumber } from './estimate.ts';

/** Years, the last included. */
interface AgeRange {
  readonly from: number;
  readonly to: number;
}

/** The ages that a text says, such as `34`, `18-24`, `<18` or `65+`; undefined if it says none from 0 to 120. */
export function ageRange(text: string): AgeRange | undefined {
  const written = text
    .replace(/\s*(?:and|or) (?:over|older|above)$/i, '+')
    .replace(/^(.*?)\s*(?:and|or) (?:under|younger|below)$/i, '<=$1');
  const said = estimateOf(written);
  if (!said || (said.low === null && said.high === null && wholeNumber(written) === undefined)) return undefined;
  const from = said.best ?? 0;
  const to = said.high ?? (said.low === null ? from : oldestAge);
  return from >= 0 && from <= to && to <= oldestAge ? { from, to } : undefined;
}

type Ages = Pick<Person, 'age' | 'age_band' | 'age_from' | 'age_to'>;

/** The age of a person, or a range and the band that all its ages are in; "not reported" with a warning if no band holds them. */
export function checkAges({ age, age_band }: Pick<RawPerson, 'age' | 'age_band'>, findings: Findings): Ages {
  const range = checkAge(age, findings);
  if (age !== null && range) return agesOf(range, age, findings, range.from);
  const other = age_band === null || ageBands.has(age_band) ? undefined : ageRange(age_band);
  if (age_band !== null && other) return agesOf(other, age_band, findings, null);
  return { ...unknownAges, age_band: checkCode(ageBands, age_band, 'age_band', findings, 'unexplained') ?? 'not_reported' };
}

/** @param age of a person of whom the text says one age alone */
function agesOf(range: AgeRange, text: string, findings: Findings, age: number | null): Ages {
  const age_band = bandOf(range, text, findings);
  return { age: range.from === range.to ? age : null, age_band, ...publicAges(range.from, range.to) };
}

/** The ages that a text says; undefined, with a warning, if it says none. */
export function checkAge(text: string | null, findings: Findings): AgeRange | undefined {
  if (text === null) return undefined;
  const range = ageRange(text);
  if (!range)
    findings.warn('age_dropped', `age ${quoted(text)} is not a whole number from 0 to ${oldestAge}, or a range such as 18-24.`);
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
