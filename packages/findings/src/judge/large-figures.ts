import type { SeriesPoint, Summary } from '@monitor/contract';
import { classesOfWeapons, type Filter, filterOfSeizures, type Period } from '@monitor/domain';

/** The large seizures of a year beside all seizures. */
interface LargeYear {
  /** First day of the year. */
  readonly start: string;
  /** The days of the year that are in the period and in the data. */
  readonly days: Period;
  readonly partial: boolean;
  readonly counts: {
    readonly seizures: number;
    readonly large: number;
    /** Seizures of weapons none of which has a number: they may be large. */
    readonly unknown: number;
    readonly weapons: number;
    /** Weapons in large seizures. */
    readonly inLarge: number;
  };
}

/** The seizures of a filter that have weapons, and not ammunition alone; undefined if the filter selects ammunition alone. */
export function filterOfSeizuresOfWeapons(filter: Filter): Filter | undefined {
  const weapon = classesOfWeapons.filter((code) => filter.weapon?.includes(code) ?? true);
  return weapon.length === 0 ? undefined : { ...filterOfSeizures(filter), weapon };
}

/** Those of them that give the number of at least one weapon. */
export function filterOfNumberedSeizures(filter: Filter): Filter | undefined {
  const ofWeapons = filterOfSeizuresOfWeapons(filter);
  return ofWeapons && { ...ofWeapons, min_weapons: filter.min_weapons ?? 1 };
}

type Years = Pick<Summary, 'series' | 'period'>;

/** Answers by year, of all seizures, the large ones, those of weapons and the numbered ones among these, if any are meant. */
interface LargeAnswers {
  readonly all: Years;
  readonly large: Years;
  readonly ofWeapons?: Years | undefined;
  readonly numbered?: Years | undefined;
}

/** Large seizures year by year. */
export function largeYears({ all, large, ofWeapons, numbered }: LargeAnswers): LargeYear[] {
  if (all.period === null) return [];
  const { from, to } = all.period;
  const [inLarge, having, known] = [large, ofWeapons, numbered].map(byStart) as [Points, Points, Points];
  return all.series.points.map(({ start, partial, incidents, weapons = 0 }) => {
    const end = `${start.slice(0, 4)}-12-31`;
    return {
      start,
      days: { from: start < from ? from : start, to: end > to ? to : end },
      partial,
      counts: {
        seizures: incidents,
        large: inLarge.get(start)?.incidents ?? 0,
        unknown: (having.get(start)?.incidents ?? 0) - (known.get(start)?.incidents ?? 0),
        weapons,
        inLarge: inLarge.get(start)?.weapons ?? 0,
      },
    };
  });
}

type Points = ReadonlyMap<string, SeriesPoint>;

function byStart(answer: Years | undefined): Points {
  return new Map(answer?.series.points.map((point) => [point.start, point]));
}
