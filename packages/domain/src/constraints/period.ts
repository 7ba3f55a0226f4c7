import { isIsoDate, type IsoDate } from '../date.ts';
import type { FilteredIncident } from '../incident.ts';
import { type Constraint, filterLimits } from './constraint.ts';

const { firstDay, lastDay } = filterLimits;

function edge(
  name: 'from' | 'to',
  description: string,
  isMet: (incident: FilteredIncident, day: IsoDate) => boolean,
): Constraint<IsoDate> {
  return {
    description,
    schema: { type: 'string', format: 'date' },
    read: (text) =>
      isIsoDate(text) && text >= firstDay && text <= lastDay
        ? { value: text }
        : { refused: 'bad_value', message: `"${name}" must be a date written as YYYY-MM-DD, from ${firstDay} to ${lastDay}.` },
    write: (day) => day,
    isMet,
  };
}

export const from = edge('from', 'First day, included, as YYYY-MM-DD.', ({ occurred_on }, day) => occurred_on >= day);
export const to = edge('to', 'Last day, included, as YYYY-MM-DD.', ({ occurred_on }, day) => occurred_on <= day);
