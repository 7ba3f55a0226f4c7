import {
  dimensions,
  type CountedPeople,
  countedPeople,
  fieldOf,
  fieldOfMeasure,
  type FieldValue,
  type HarmedPeople,
  harmedPeople,
  isMeasureOfDescribed,
  measureNames,
  precisionsWithoutPoint,
  recordOf,
  weeklyPrecisions,
} from '@monitor/domain';
import type { CubeRows } from './cube-rows.ts';
import { type GroupName, groupOfNumbers, notReportedBits, notReportedGroup } from './groups.ts';
import { bitmapOfCodes, countRows, type RowBitmap } from './row-bitmap.ts';

/** Rows of which totals say how many there are: to count those of a population, no incident is looked at. */
export interface RowFlags {
  /** Incidents that leave out a number of people. */
  readonly notReported: Readonly<Record<CountedPeople, RowBitmap>>;
  /** The numbers that some incident leaves out. Of the others, nothing has to be counted. */
  readonly leftOut: readonly HarmedPeople[];
  /** Incidents without a point on the map. */
  readonly withoutPoint: RowBitmap;
  /** Incidents of which the week is known. */
  readonly ofWeek: RowBitmap;
  /** For each group of people who are described one by one, the incidents that describe nobody. */
  readonly undescribed: Readonly<Partial<Record<GroupName, RowBitmap>>>;
}

export function rowFlagsOf(rows: CubeRows): RowFlags {
  const flagged = (group: GroupName, field: string, isFlagged: (value: FieldValue) => boolean) => {
    const { codes, fields } = rows.groups[group];
    const { values, positions } = fields[field]!;
    const flags = Uint8Array.from(values, (value) => (isFlagged(value) ? 1 : 0));
    const passes = Uint8Array.from(positions, (value) => flags[value]!);
    return bitmapOfCodes(rows, codes, passes, { start: 0, end: rows.rows });
  };
  const described = measureNames.filter(isMeasureOfDescribed).map((measure) => fieldOfMeasure(measure)!);
  const notReported = recordOf(countedPeople, (name) =>
    flagged(notReportedGroup, 'not_reported', (value) => (Number(value) & notReportedBits[name]) !== 0),
  );
  return {
    notReported,
    leftOut: harmedPeople.filter((name) => countRows(notReported[name], { start: 0, end: rows.rows }) > 0),
    withoutPoint: flagged(dimensions.place_precision.group, fieldOf('place_precision'), (value) =>
      (precisionsWithoutPoint as readonly FieldValue[]).includes(value),
    ),
    ofWeek: flagged(dimensions.date_precision.group, fieldOf('date_precision'), (value) =>
      (weeklyPrecisions as readonly FieldValue[]).includes(value),
    ),
    undescribed: Object.fromEntries(
      described.map((field) => {
        const group = groupOfNumbers(field);
        return [group, flagged(group, field, (value) => value === '')];
      }),
    ),
  };
}
