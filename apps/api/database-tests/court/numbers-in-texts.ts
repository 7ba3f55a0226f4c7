import { type Voice } from '@monitor/findings';
import { expect } from 'vitest';
import { type Body, textOf } from './near.ts';

/* What texts say of numbers, changes and intervals. */

export const numberIn = (text: unknown) => Number.parseFloat(textOf(text).replaceAll(',', ''));
/** All numbers of a text but percentages. */
export const numbersIn = (text: unknown) =>
  [...textOf(text).matchAll(/[<>]?\d[\d,]*(?:\.\d+)?%?/g)].flatMap(([one]) => (one.endsWith('%') ? [] : numberIn(one)));

export const isAbout = (text: unknown, value: number, tolerance = 0.06) =>
  expect(Math.abs(numberIn(text) - value)).toBeLessThanOrEqual(tolerance * value + 0.06);

/** A percentage with a sign or a word as a ratio: `−22%` and `22% fewer` are 0.78. */
export function ratioIn(text: unknown): number {
  const size = Number.parseFloat(textOf(text).replace(/[^\d.]/g, '')) / 100;
  if (/no difference/.test(textOf(text))) return 1;
  return 1 + (/^[−-]|fewer/.test(textOf(text)) ? -size : size);
}

/** What a number is written as: the same number, percentage, or about the same rate. */
export function agree(text: unknown, expected: number | string | readonly number[], { number }: Voice): void {
  if (typeof text === 'number' || typeof expected === 'string') expect(text).toBe(expected);
  else if (typeof expected !== 'number') expect(numbersIn(text)).toEqual(expected);
  else if (textOf(text).endsWith('%')) expect([number.share(expected), number.signedPercent(expected)]).toContain(text);
  else if (Number.isInteger(expected)) expect(numberIn(text)).toBe(expected);
  else isRate(text, expected);
}

/** A number with decimals, to within its last one and a fiftieth of it. */
export function isRate(text: unknown, expected: number): void {
  const decimals = /\.(\d+)/.exec(textOf(text))?.[1]?.length ?? 0;
  expect(Math.abs(numberIn(text) - expected)).toBeLessThanOrEqual(0.51 * 10 ** -decimals + 0.02 * Math.abs(expected));
}

/** The ends of the interval of a ratio, as values give them; undefined if they give none. */
export function endsOf({ low, high, first, second, interval }: Body, kind?: string): readonly [number, number] | undefined {
  const sign = (text: unknown) => (kind === 'fewer' ? `−${textOf(text)}` : text);
  if (first !== undefined) return [ratioIn(sign(first)), ratioIn(sign(second))];
  if (low !== undefined) return [ratioIn(low), ratioIn(high)];
  if (typeof interval !== 'string') return undefined;
  const [one = '', other = ''] = interval.split(' to ');
  return [ratioIn(/fewer|more/.test(one) ? one : `${one} ${/fewer/.test(other) ? 'fewer' : 'more'}`), ratioIn(other)];
}

/** Percentages are written without decimals. */
const rounding = 0.0051;

/**
 * That an interval of a ratio of two counts holds it, is as long on either side (on the log scale), and no shorter than that of two counts
 * of single events (Poisson), nor many times longer.
 */
export function isInterval(
  [low, high]: readonly [number, number],
  { difference, variance }: { readonly difference: number; readonly variance: number },
  most = 3,
): void {
  const ratio = 1 + difference;
  expect(low).toBeLessThanOrEqual(ratio + rounding);
  expect(high).toBeGreaterThanOrEqual(ratio - rounding);
  const bound = (text: number) => Math.max(1e-6, text);
  const slack = rounding / bound(low) + rounding / bound(high);
  const width = Math.log(bound(high) / bound(low));
  const plain = 2 * 1.96 * Math.sqrt(variance);
  expect(width).toBeGreaterThan(0.97 * plain - slack);
  expect(width).toBeLessThan(most * plain + slack);
  expect(Math.abs(Math.log(bound(low)) + Math.log(bound(high)) - 2 * Math.log(ratio))).toBeLessThan(0.08 * width + 3 * slack);
}
