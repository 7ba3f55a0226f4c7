import { remembering } from '@monitor/domain';

/** Writes numbers as one language does. */
export interface NumberFormat {
  /** A count: `8,914`. */
  readonly count: (value: number) => string;
  /** One or more decimals: `16.7`. */
  readonly decimal: (value: number, digits?: number) => string;
  /** A rate, with as many decimals as tell small ones apart: `16.7`, `0.53`, `0.012`, `0.0004`. */
  readonly rate: (value: number) => string;
  /** A round number on an axis, with no more decimals than it has: `20`, `2.5`, `0.05`. */
  readonly tick: (value: number) => string;
  /** A share of one: `44%`; below 1%, `0.4%`. Only nothing is `0%` and only all is `100%`: else `<0.1%` and `>99%`. */
  readonly share: (value: number) => string;
  /** A signed difference given as a share of one, in whole %: `−4%`, `+6%`; only no difference is `0%`: else `−0.3%`. */
  readonly signedPercent: (value: number) => string;
  /** The size of a file, rounded: `36 kB`, `1.2 MB`. @param value bytes */
  readonly size: (value: number) => string;
}

/** U+2212, which has the width of the plus sign; Intl writes a hyphen in some languages. */
const withMinusSign = (text: string) => text.replaceAll('-', '−');

const sizeUnits = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

export function createNumberFormat(locale: string): NumberFormat {
  const whole = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const smallPercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  // On which side of zero a value lies is never rounded away.
  const smallSigned = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const smallRate = new Intl.NumberFormat(locale, { maximumSignificantDigits: 1 });
  // To make one takes a hundred times as long as to write with it.
  const withDecimals = remembering(
    (digits: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const significant = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  return {
    count: (value) => withMinusSign(whole.format(value)),
    decimal: (value, digits = 1) => withMinusSign(withDecimals(digits).format(value)),
    rate: (value) => {
      if (value > 0 && value < 0.001) return smallRate.format(value);
      const digits = value === 0 ? 0 : value < 0.1 ? 3 : value < 1 ? 2 : 1;
      return withDecimals(digits).format(value);
    },
    tick: (value) => withMinusSign(significant.format(value)),
    share: (value) => {
      if (value > 0 && value < 0.0005) return `<${smallPercent.format(0.001)}`;
      if (value >= 0.995 && value < 1) return `>${percent.format(0.99)}`;
      return (value > 0 && value < 0.01 ? smallPercent : percent).format(value);
    },
    size(value) {
      const [unit, bytes] = sizeUnits.find(([, least]) => value >= 0.9995 * least) ?? sizeUnits.at(-1)!;
      const amount = value === 0 ? 0 : Math.max(1, value / bytes);
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        maximumFractionDigits: amount < 9.95 ? 1 : 0,
      }).format(amount);
    },
    signedPercent: (value) =>
      withMinusSign(
        Math.abs(value) < 0.005 ? smallSigned.format(Math.max(0.001, Math.abs(value)) * Math.sign(value)) : signed.format(value),
      ),
  };
}
