import { type Constraint, filterLimits } from './constraint.ts';

const most = filterLimits.minVictims;

/** Least number of people killed and injured together. A number that is not reported adds nothing. */
export const leastVictims: Constraint<number> = {
  description: 'At least this number of people killed and injured in total.',
  schema: { type: 'integer', minimum: 1, maximum: most },
  read(text) {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= 1 && number <= most) return { value: number };
    return { refused: 'bad_value', message: `"min_victims" must be a whole number from 1 to ${most}.` };
  },
  write: String,
  isMet: ({ killed, injured }, least) => (killed ?? 0) + (injured ?? 0) >= least,
};
