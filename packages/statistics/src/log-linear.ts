/** Counts, and what they depend on: one factor and up to four numbers. All arrays have an entry for each count. */
export interface LogLinearData {
  readonly counts: ArrayLike<number>;
  /** The group of each count, from 0 on. */
  readonly group: Uint8Array;
  readonly groups: number;
  readonly covariates: readonly Float64Array[];
  /** What each mean is a multiple of, such as the days of its month; 1 if left out. */
  readonly exposure?: Float64Array;
  /** 1 if left out. */
  readonly weights?: Float64Array;
}

export interface LogLinearFit {
  /** Of each covariate, on the log scale. */
  readonly slopes: readonly number[];
  /** Inverse of the information about the slopes: times the dispersion, their covariance. */
  readonly inverse: readonly (readonly number[])[];
  readonly means: Float64Array;
  /** Part of each count in its own mean, 0 to 1: the diagonal of the hat matrix. */
  readonly leverages: Float64Array;
  /** Pearson X² per degree of freedom: 1 for Poisson counts, above it where they vary more. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  /** Twice the distance of its log-likelihood from that of a model that fits each count; calculated when it is read. */
  readonly deviance: number;
  /** Mean on the log scale for a group and covariates, with its variance in units of the dispersion. */
  readonly predict: (group: number, covariates: readonly number[]) => { readonly logMean: number; readonly variance: number };
}

const iterations = 40;
const precision = 1e-9;
/** The largest step of a slope in one iteration, and the largest slope: beyond it a covariate is of zeros alone. */
const largestStep = 2;
const largestSlope = 20;

/**
 * Quasi-Poisson regression with a logarithmic link: E(count) = exposure × exp(group + slopes × covariates), where the variance of a count is `dispersion`
 * times its mean (McCullagh and Nelder, Generalized Linear Models, chapters 6 and 9). The effect of a group is that with which its
 * means add up to its counts, so Newton's method is needed for the slopes only. `undefined` where it does not settle, as where all counts
 * on one side of a step are 0, or where a covariate is the same within each group.
 */
export function fitLogLinear(data: LogLinearData): LogLinearFit | undefined {
  const { counts, group, groups, covariates, weights } = data;
  const sums = sumsOf(data);
  const slopes = covariates.map(() => 0);
  const state = emptyState(data);
  for (let iteration = 0; iteration < iterations; iteration++) {
    moveTo(slopes, state, data, sums);
    const inverse = invert(state.information);
    if (inverse === undefined) return undefined;
    let furthest = 0;
    for (const [at, row] of inverse.entries()) {
      const step = row.reduce((sum, value, other) => sum + value * state.score[other]!, 0);
      slopes[at]! += Math.max(-largestStep, Math.min(largestStep, step));
      furthest = Math.max(furthest, Math.abs(step));
      if (!(Math.abs(slopes[at]!) < largestSlope)) return undefined;
    }
    if (furthest > precision) continue;
    const { centres, effects, means } = state;
    /** Variance of the logarithm of a mean of a group, in units of the dispersion. */
    const spreadOf = (at: number, values: ArrayLike<number>) => {
      let sum = sums.ofGroup[at]! > 0 ? 1 / sums.ofGroup[at]! : 0;
      for (let one = 0; one < inverse.length; one++) {
        const away = values[one]! - centres[at * inverse.length + one]!;
        for (let other = 0; other < inverse.length; other++)
          sum += away * inverse[one]![other]! * (values[other]! - centres[at * inverse.length + other]!);
      }
      return sum;
    };
    const values = new Float64Array(slopes.length);
    const leverages = new Float64Array(counts.length);
    let pearson = 0;
    for (let row = 0; row < counts.length; row++) {
      const mean = (means[row]! *= effects[group[row]!]!);
      if (mean === 0) continue;
      const count = counts[row]!;
      const weight = weights === undefined ? 1 : weights[row]!;
      for (let at = 0; at < slopes.length; at++) values[at] = covariates[at]![row]!;
      leverages[row] = weight * mean * spreadOf(group[row]!, values);
      pearson += (weight * (count - mean) ** 2) / mean;
    }
    const degreesOfFreedom = counts.length - groups - slopes.length;
    return {
      slopes,
      inverse,
      means,
      leverages,
      get deviance() {
        return devianceOf(data, means);
      },
      degreesOfFreedom,
      dispersion: pearson / degreesOfFreedom,
      predict: (at, where) => ({
        logMean: Math.log(effects[at]!) + slopes.reduce((sum, slope, covariate) => sum + slope * where[covariate]!, 0),
        variance: spreadOf(at, where),
      }),
    };
  }
  return undefined;
}

function devianceOf({ counts, weights }: LogLinearData, means: Float64Array): number {
  let deviance = 0;
  for (const [row, mean] of means.entries()) {
    if (mean === 0) continue;
    const count = counts[row]!;
    deviance += 2 * (weights?.[row] ?? 1) * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean));
  }
  return deviance;
}

interface Sums {
  /** Weighted counts of each group, and counts times each covariate. */
  readonly ofGroup: Float64Array;
  readonly ofCovariate: readonly number[];
}

function sumsOf({ counts, group, groups, covariates, weights }: LogLinearData): Sums {
  const ofGroup = new Float64Array(groups);
  const ofCovariate = covariates.map(() => 0);
  for (let row = 0; row < counts.length; row++) {
    const count = weights === undefined ? counts[row]! : counts[row]! * weights[row]!;
    ofGroup[group[row]!]! += count;
    for (let at = 0; at < covariates.length; at++) ofCovariate[at]! += count * covariates[at]![row]!;
  }
  return { ofGroup, ofCovariate };
}

/** A step of the fit; one for all of them, since making it takes as long as filling it. */
interface State {
  readonly score: number[];
  readonly information: number[][];
  /** Means without the factor of their group. */
  readonly means: Float64Array;
  /** Factor of each group, and the mean of each covariate in it, weighted with the means: one group after the other. */
  readonly effects: Float64Array;
  readonly centres: Float64Array;
  /** Sums of each group: of the means, times each covariate, and times each pair of them. */
  readonly first: Float64Array;
  readonly moments: Float64Array;
  readonly squares: Float64Array;
}

function emptyState({ counts, groups, covariates }: LogLinearData): State {
  const size = covariates.length;
  return {
    score: Array<number>(size).fill(0),
    information: Array.from({ length: size }, () => Array<number>(size).fill(0)),
    means: new Float64Array(counts.length),
    effects: new Float64Array(groups),
    centres: new Float64Array(groups * size),
    first: new Float64Array(groups),
    moments: new Float64Array(groups * size),
    squares: new Float64Array(groups * size * size),
  };
}

function moveTo(slopes: readonly number[], state: State, data: LogLinearData, sums: Sums): void {
  const { group, groups, covariates, exposure, weights } = data;
  const { score, information, means, effects, centres, first, moments, squares } = state;
  const size = covariates.length;
  for (const values of [effects, centres, first, moments, squares]) values.fill(0);
  for (let row = 0; row < group.length; row++) {
    let predictor = 0;
    for (let at = 0; at < size; at++) predictor += slopes[at]! * covariates[at]![row]!;
    const mean = (exposure === undefined ? 1 : exposure[row]!) * (predictor === 0 ? 1 : Math.exp(predictor));
    means[row] = mean;
    const weighted = weights === undefined ? mean : mean * weights[row]!;
    const of = group[row]!;
    first[of]! += weighted;
    for (let one = 0; one < size; one++) {
      const moment = weighted * covariates[one]![row]!;
      moments[of * size + one]! += moment;
      for (let other = 0; other <= one; other++) squares[(of * size + one) * size + other]! += moment * covariates[other]![row]!;
    }
  }
  for (let one = 0; one < size; one++) {
    score[one] = sums.ofCovariate[one]!;
    information[one]!.fill(0);
  }
  for (let of = 0; of < groups; of++) {
    if (first[of] === 0) continue;
    const effect = (effects[of] = sums.ofGroup[of]! / first[of]!);
    for (let one = 0; one < size; one++) {
      const centre = (centres[of * size + one] = moments[of * size + one]! / first[of]!);
      score[one]! -= effect * moments[of * size + one]!;
      for (let other = 0; other <= one; other++) {
        const spread = squares[(of * size + one) * size + other]! - centre * moments[of * size + other]!;
        information[one]![other]! += effect * spread;
      }
    }
  }
  for (let one = 0; one < size; one++)
    for (let other = 0; other < one; other++) information[other]![one] = information[one]![other]!;
}

/** Inverse of a small symmetric matrix by elimination; `undefined` where it is not positive definite. */
function invert(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, other) => (other === at ? 1 : 0))]);
  for (let at = 0; at < size; at++) {
    const pivot = rows[at]![at]!;
    if (!(pivot > 1e-9 * matrix[at]![at]!) || !(pivot > 1e-12)) return undefined;
    for (let column = 0; column < 2 * size; column++) rows[at]![column]! /= pivot;
    for (let row = 0; row < size; row++) {
      if (row === at) continue;
      const factor = rows[row]![at]!;
      for (let column = 0; column < 2 * size; column++) rows[row]![column]! -= factor * rows[at]![column]!;
    }
  }
  return rows.map((row) => row.slice(size));
}
