import type { WeekHours } from '@monitor/contract';
import { hoursOfPart } from '@monitor/domain';
import { aoristicHours } from '@monitor/statistics';

export interface SpreadHours {
  /** By weekday and hour, with incidents of known part of the day spread evenly over its hours: fractions of incidents. */
  readonly incidents: readonly (readonly number[])[];
  /** The same in whole incidents, with the same sum for each part of the day. */
  readonly whole: readonly (readonly number[])[];
  /** Incidents that are spread. */
  readonly spread: number;
  /** Incidents of which not even the part of the day is known, in none of the hours. */
  readonly unknown: number;
  /** Incidents in all hours. */
  readonly shown: number;
}

/** The hours of the week with those of known part of the day spread over them. */
export function spreadHours({ incidents, parts, known, unknown }: WeekHours): SpreadHours {
  const spans = parts.flatMap((counts, day) =>
    counts.map((events, part) => ({ day, from: part * hoursOfPart, to: (part + 1) * hoursOfPart, events })),
  );
  const spread = parts.flat().reduce((sum, count) => sum + count, 0);
  return {
    incidents: aoristicHours(incidents, spans),
    whole: incidents.map((day, weekday) =>
      day.map((count, hour) => count + wholeShare(parts[weekday]?.[Math.floor(hour / hoursOfPart)] ?? 0, hour % hoursOfPart)),
    ),
    spread,
    unknown: unknown - spread,
    shown: known + spread,
  };
}

/** Whole incidents of a part of the day that fall to one of its hours: as even as whole numbers can be. */
function wholeShare(count: number, hour: number): number {
  return Math.floor(((hour + 1) * count) / hoursOfPart) - Math.floor((hour * count) / hoursOfPart);
}
