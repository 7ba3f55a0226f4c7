import { emptyParts, emptyWeek, hourCount, type WeekHours } from '@monitor/domain';
import type { Cube } from './cube.ts';
import { exactMidnight, firstPart } from './groups.ts';
import type { Population } from './population.ts';

/** A population by weekday and hour. */
export function countHours(cube: Cube, population: Population): WeekHours {
  const { weekday, hour } = cube.groups.moment.fields;
  const counts = population.tally('moment').incidents;
  const week = emptyWeek();
  const parts = emptyParts();
  let known = 0;
  let midnight = 0;
  for (const [code, incidents] of counts.entries()) {
    const day = weekday!.values[weekday!.positions[code]!];
    if (typeof day !== 'number') continue;
    const at = Number(hour!.values[hour!.positions[code]!]);
    if (at >= firstPart) {
      parts[day]![at - firstPart]! += incidents;
      continue;
    }
    known += incidents;
    if (at === exactMidnight) midnight += incidents;
    week[day]![at % hourCount]! += incidents;
  }
  return { known, unknown: population.incidents - known, midnight, incidents: week, parts };
}
