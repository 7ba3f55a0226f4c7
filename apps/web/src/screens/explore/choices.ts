import { intervalChoices, units } from '@monitor/contract';
import { measureNames } from '@monitor/domain';
import { matching, oneOfEach } from '../../filter/choice.ts';

/** What the bars by location and those by region show. Settlements have no rates, and so are a ranking of their own. */
export const placeChoices = { locations: units, regions: [...units, 'settlements'] } as const;

export const exploreChoices = {
  /** Of the trend; `measure` is what figures, charts, map and table count, `statistics` whether those of place and time are shown. */
  ...oneOfEach({ interval: intervalChoices, measure: measureNames, ...placeChoices, statistics: ['closed', 'open'] }),
  /** Public id of the incident whose record is open. */
  incident: matching(/^[A-Za-z0-9_-]{1,64}$/),
  /** The region whose hours of the week are shown; everywhere if there is none. */
  hours: matching(/^[A-Z]{2}-[A-Z0-9]{1,8}$/),
};
