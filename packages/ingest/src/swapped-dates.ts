import { asciiDigits } from './check/ascii-digits.ts';
import { cell, type Row } from './row.ts';
import type { SourceFormat } from './source-format.ts';

/** So many days are hardly ever all up to the 12th, or all after it, by chance. */
const fewest = 5;

/** Dates in which a spreadsheet has probably swapped the day and the month. */
export interface Swapped {
  /** Rows whose date was taken for one, by its first number as the month. */
  readonly dates: number;
  /** Rows whose date was left as text, since its first number is no month. */
  readonly texts: number;
}

/**
 * Looks for dates in which a spreadsheet has swapped the day and the month: it takes 03/05 for the fifth of March where the third of May
 * was meant, and leaves 13/05 as text. So the day of each date is up to 12, and each text has a number that can only be a day, always in
 * the same place.
 */
export class SwappedDates {
  readonly #column: string | undefined;
  #dates = 0;
  readonly #texts = [0, 0];
  #others = 0;

  constructor({ mayBeSwapped }: Pick<SourceFormat, 'mayBeSwapped'>) {
    this.#column = mayBeSwapped;
  }

  add(row: Row): void {
    const text = this.#column === undefined ? null : cell(row, this.#column);
    if (text === null) return;
    const [, day] = /^\d{4}-\d{2}-(\d{2})(?!\d)/.exec(asciiDigits(text)) ?? [];
    const numbers = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+\d{2}/.exec(asciiDigits(text))?.slice(1) ?? [];
    const at = numbers.findIndex((one) => Number(one) > 12);
    if (day !== undefined && Number(day) <= 12) this.#dates += 1;
    else if (at >= 0) this.#texts[at]! += 1;
    else if (day !== undefined || numbers.length > 0) this.#others += 1;
  }

  get found(): Swapped | undefined {
    const [texts = 0, none = 0] = this.#texts.toSorted((one, other) => other - one);
    const isShown = none === 0 && this.#others === 0 && this.#dates >= fewest && texts >= fewest;
    return isShown ? { dates: this.#dates, texts } : undefined;
  }
}
