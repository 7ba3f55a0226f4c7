import { type Cube, populationOf } from '@monitor/cube';
import { countedPeople, type Filter } from '@monitor/domain';
import { medianOf } from '../timing.ts';

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
export function incidentsOf(answered: { lines(): string[] }): number {
  const totals = answered.lines().find((line) => line.startsWith('totals '));
  return Number(totals?.split(' ')[2]);
}

/** Bytes per second that one thread reads and writes, measured by copying a block far larger than the processor's caches. */
export function memoryBandwidth(): number {
  const source = new Uint8Array(256 * 1024 * 1024).fill(1);
  const target = new Uint8Array(source.length);
  const rates = Array.from({ length: 9 }, () => {
    const start = performance.now();
    target.set(source);
    return (2 * source.length) / ((performance.now() - start) / 1000);
  });
  return medianOf(rates);
}
