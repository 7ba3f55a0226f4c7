/** Hours of one day within which events happened at a time that is not known: from `from` to before `to`. */
export interface HourSpan {
  /** The row of the week that they belong to. */
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly events: number;
}

/**
 * Events by day and hour with those of unknown time spread evenly over the hours within which they happened (Ratcliffe, "Aoristic analysis: the
 * spatial interpretation of unspecific temporal events", International Journal of Geographical Information Science 14, 2000). The sum is
 * that of all events. Throws `RangeError` on a span that has no hour of the week.
 * @param known events of known time: for each day those of each hour
 */
export function aoristicHours(known: readonly (readonly number[])[], spans: readonly HourSpan[]): number[][] {
  const hours = known.map((day) => [...day]);
  for (const { day, from, to, events } of spans) {
    const row = hours[day];
    if (row === undefined || !(from >= 0 && from < to && to <= row.length)) throw new RangeError('A span has hours of the week');
    for (let hour = from; hour < to; hour++) row[hour]! += events / (to - from);
  }
  return hours;
}
