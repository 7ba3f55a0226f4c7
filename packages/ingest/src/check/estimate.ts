import { asciiDigits } from './ascii-digits.ts';

/** A number of people as a text says it. */
export interface Estimate {
  /** Null if there may be nobody or somebody. */
  readonly best: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A whole number that may be written `3`, `3.0` or `3,0`; undefined if the text is not such a number. */
export function wholeNumber(text: string): number | undefined {
  const [, digits] = /^(-?\d{1,12})(?:\.0*|,0{1,2})?$/.exec(asciiDigits(text)) ?? [];
  return digits === undefined ? undefined : Number(digits) + 0;
}

/** Characters of the longest text that is read as a number: an expression may take long over others. */
const longest = 40;

/** What is before a number that is not exact. */
export const approximately = /^(?:[~≈]|about|around|approx(?:imately|\.)?|circa|ca?\.|cca\.?)\s*(?=\d)/i;

/** Words and signs before a number, and what they make of it. */
const before: readonly (readonly [words: RegExp, meaning: (number: number) => Estimate | undefined])[] = [
  [approximately, (best) => (best === 0 ? range(0, null) : { best, low: null, high: null })],
  [/^(?:>=|≥|at least)\s*(?=\d)/i, (low) => range(low, null)],
  [/^(?:>|more than|over)\s*(?=\d)/i, (number) => range(number + 1, null)],
  [/^(?:<=|≤|at most|up to)\s*(?=\d)/i, (high) => range(0, high)],
  [/^(?:<|fewer than|less than|under)\s*(?=\d)/i, (number) => range(0, number - 1)],
];

/**
 * The number of people that a text says: a whole number, or `2+`, `2-4`, `~3`, `>5`, `<10` and the like. Of several numbers the lowest is the
 * best estimate, so that only people who are sure to have been there are counted. Undefined if the text is none of these.
 */
export function estimateOf(written: string): Estimate | undefined {
  const text = asciiDigits(written);
  const exact = wholeNumber(text);
  if (exact !== undefined) return { best: exact, low: null, high: null };
  if (text.length > longest) return undefined;
  const [, from, to] = /^(\S+?)\s*(?:[-–—−]|\bto\b)\s*(\S+)$/i.exec(text) ?? [];
  const [low, high] = [from, to].map((part) => natural(part));
  if (low !== undefined && high !== undefined) return range(low, high);
  const atLeast = natural(/^(\S+?)\s*(?:\+|or more)$/i.exec(text)?.[1]);
  if (atLeast !== undefined) return range(atLeast, null);
  for (const [words, meaning] of before) {
    const number = words.test(text) ? natural(text.replace(words, '')) : undefined;
    if (number !== undefined) return meaning(number);
  }
  return undefined;
}

/** The lowest number is the best estimate. Nobody can say of nobody or somebody that it was nobody. */
function range(low: number, high: number | null): Estimate | undefined {
  if (high !== null && low > high) return undefined;
  return { best: low > 0 || high === 0 ? low : null, low, high };
}

function natural(text: string | undefined): number | undefined {
  const number = text === undefined ? undefined : wholeNumber(text);
  return number !== undefined && number >= 0 ? number : undefined;
}

/**
 * The sum of numbers of people as a text of the same kind; null if there are none, and a text that is not a number if one is not. The
 * numbers are those of different people, so what is reported counts, whatever is not.
 */
export function sumOf(texts: readonly (string | null)[]): string | null {
  const reported = texts.filter((text) => text !== null);
  const [first] = reported;
  if (first === undefined || reported.length === 1) return first ?? null;
  const estimates = reported.map(estimateOf);
  const wrong = reported.find((_, at) => isUnusable(estimates[at]));
  if (wrong !== undefined) return wrong;
  const parts = estimates.filter((one) => one !== undefined);
  const sum = (numberOf: (part: Estimate) => number) => parts.reduce((total, part) => total + numberOf(part), 0);
  const best = sum(({ best: one }) => one ?? 0);
  const most = sum(({ best: one, high }) => high ?? one ?? 0);
  if (parts.some(({ low, high }) => low !== null && high === null)) return `${best}+`;
  return parts.some(({ high }) => high !== null) ? `${best}-${most}` : String(best);
}

/** True for what is not a number, and for a negative one, which another must not hide. */
function isUnusable(estimate: Estimate | undefined): boolean {
  return estimate === undefined || (estimate.best ?? 0) < 0;
}
