import { type Cube, populationOf } from '@monitor/cube';
import { countedPeople, type Filter } from '@monitor/domain';
import type { Answered } from '../engines/summary-engine.ts';

/**
 * Bytes that a column store must touch to answer a summary, were nothing summed up in advance: the columns of the constraints for
 * every row of the period, and the columns of facets and people for every row that is selected.
 * @param selected number of incidents that the filter selects
 */
export function bytesToTouch(cube: Cube, filter: Filter, selected: number): number {
  const { groups, columns } = cube;
  const { from, to, country, type, weapon, bbox, q } = filter;
  const ofPeriod = populationOf(cube, { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }).incidents;
  const constraints =
    (country ? groups.place.codes.BYTES_PER_ELEMENT : 0) +
    (type ? groups.kind.codes.BYTES_PER_ELEMENT : 0) +
    (weapon ? groups.weapon.codes.BYTES_PER_ELEMENT : 0) +
    (bbox ? columns.lon.BYTES_PER_ELEMENT + columns.lat.BYTES_PER_ELEMENT : 0) +
    (q === undefined ? 0 : 1 / 8);
  const { kind, circumstance, weapon: weapons, victim, perpetrator, place } = groups;
  const counted =
    [kind, circumstance, weapons, victim, perpetrator, place].reduce((sum, { codes }) => sum + codes.BYTES_PER_ELEMENT, 0) +
    countedPeople.reduce((sum, name) => sum + columns[name].BYTES_PER_ELEMENT, 0);
  return ofPeriod * constraints + selected * counted;
}

/** The number of incidents in an answer. */
export function incidentsOf(answered: Answered): number {
  const totals = answered.lines().find((line) => line.startsWith('totals '));
  return Number(totals?.split(' ')[2]);
}
