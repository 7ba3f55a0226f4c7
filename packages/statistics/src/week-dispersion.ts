/** How counts of weeks vary: sums over neighbouring weeks. */
export interface WeekDifferences {
  readonly weeks: number;
  /** Of the square of their difference. */
  readonly squares: number;
  /** Of the counts of both. */
  readonly sums: number;
}

/** Fewer weeks say too little of how they vary. */
export const leastWeeks = 8;

/**
 * The dispersion φ of counts that are `φ` times as variable as if events happened one by one, at random: Σ(x′ − x)² / Σ(x′ + x) over
 * neighbouring weeks x and x′, since each squared difference is φ(μ′ + μ) on average where the level is the same (von Neumann and others,
 * "The mean square successive difference", Annals of Mathematical Statistics 12, 1941; its weights are those of quasi-Poisson counts, as
 * McCullagh and Nelder, Generalized Linear Models, section 6.2.3, have them). What changes slowly, such as a level or a season, is no
 * part of it. A year is meant, and of fewer than `leastWeeks` weeks, or of what varies less than at random, 1 is given.
 */
export function weekDispersion({ weeks, squares, sums }: WeekDifferences): number {
  return weeks < leastWeeks || sums === 0 ? 1 : Math.max(1, squares / sums);
}
