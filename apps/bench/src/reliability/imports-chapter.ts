import { type Machine, measuredOn } from '../document/machine.ts';
import { type Chapter, count, megabytes, seconds, times } from '../document/table.ts';
import { atLeast, atMost, targetTable } from '../document/targets.ts';
import type { ImportGrowth } from './measure-imports.ts';

const rateOf = ({ incidents, duration }: ImportGrowth) => incidents / (duration / 1000);

/** How imports grow, from the fewest incidents to the most. */
export function importsChapter(measured: readonly ImportGrowth[], machine: Machine): Chapter {
  const [fewest, most] = [measured.at(0), measured.at(-1)];
  if (!fewest || !most) throw new Error('No import was measured.');
  const perSecond = (value: number) => `${count(value)} a second`;
  const million = measured.find(({ incidents }) => incidents === 1_000_000);
  return {
    title: 'Imports',
    blocks: [
      `${count(most.incidents)} incidents were imported at ${perSecond(rateOf(most))}, ${count(fewest.incidents)} at ${perSecond(rateOf(fewest))}.`,
      `${measuredOn(machine)} Made-up incidents, each with its people, weapons, sources and history, generated and stored by \`monitor demo\`
into an empty database while the server runs. "Bar full" is how long the command went on after its progress bar was full. "Numbers follow"
is the time from the end of the command to the first answer that has every incident.`,
      targetTable([
        ...(million
          ? [
              atLeast('1,000,000 incidents: speed', rateOf(million), 7_000, perSecond),
              atMost('1,000,000 incidents: numbers follow', million.followed, 10_000, seconds),
            ]
          : []),
        atMost('most incidents: time for each, compared with the fewest', rateOf(fewest) / rateOf(most), 1.5, times),
        atMost('most incidents: peak memory, compared with the fewest', most.peak / fewest.peak, 1.5, times),
      ]),
      {
        head: ['incidents', 'time', 'incidents a second', 'bar full', 'numbers follow', 'peak memory of the command'],
        rows: measured.map((one) => [
          count(one.incidents),
          seconds(one.duration),
          count(rateOf(one)),
          seconds(one.finishing),
          seconds(one.followed),
          megabytes(one.peak),
        ]),
      },
    ],
  };
}
