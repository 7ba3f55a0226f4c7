import type { SeriesPoint, Summary } from '@monitor/contract';
import { classesOfWeapons, type Filter, filterOfSeizures, type Period } from '@monitor/domain';

/** The large seizures of a year beside all seizures. */
export interface LargeYear {
  readonly year: string;
  /** The days of the year that the period and the data have. */
  readonly days: Period;
  readonly partial: boolean;
  readonly seizures: number;
  readonly large: number;
  /** Seizures of weapons none of which has a number: they may be large. */
  readonly unknown: number;
  readonly weapons: number;
  /** Weapons in large seizures. */
  readonly inLarge: number;
}

/** The seizures of a filter that have weapons, and not ammunition alone; undefined where the filter selects ammunition alone. */
export function filterOfSeizuresOfWeapons(filter: Filter): Filter | undefined {
  const weapon = classesOfWeapons.filter((code) => filter.weapon?.includes(code) ?? true);
  return weapon.length === 0 ? undefined : { ...filterOfSeizures(filter), weapon };
}

/** Those of them that give the number of at least one weapon. */
export function filterOfNumberedSeizures(filter: Filter): Filter | undefined {
  const ofWeapons = filterOfSeizuresOfWeapons(filter);
  return ofWeapons && { ...ofWeapons, min_weapons: filter.min_weapons ?? 1 };
}

/** Undefined while it is awaited; null where nothing is asked, since no such seizure is meant. */
type Years = Pick<Summary, 'series' | 'period'> | null | undefined;

/**
 * Large seizures year by year.
 * @param answers of all seizures, the large ones, those of weapons and the numbered ones among these, each by year
 */
export function largeYears(answers: Readonly<Record<'all' | 'large' | 'ofWeapons' | 'numbered', Years>>): LargeYear[] {
  const { all, large, ofWeapons, numbered } = answers;
  if (all?.period == null || [large, ofWeapons, numbered].includes(undefined)) return [];
  const { from, to } = all.period;
  const [inLarge, having, known] = [large, ofWeapons, numbered].map(byStart) as [Points, Points, Points];
  return all.series.points.map(({ start, partial, incidents, weapons = 0 }) => {
    const year = start.slice(0, 4);
    const end = `${year}-12-31`;
    return {
      year,
      days: { from: start < from ? from : start, to: end > to ? to : end },
      partial,
      seizures: incidents,
      large: inLarge.get(start)?.incidents ?? 0,
      // Where the answers are of two filters for a moment, there is no negative number.
      unknown: Math.max(0, (having.get(start)?.incidents ?? 0) - (known.get(start)?.incidents ?? 0)),
      weapons,
      inLarge: inLarge.get(start)?.weapons ?? 0,
    };
  });
}

type Points = ReadonlyMap<string, SeriesPoint>;

function byStart(answer: Years): Points {
  return new Map(answer?.series.points.map((point) => [point.start, point]));
}
