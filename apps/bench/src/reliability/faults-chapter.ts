import { type Machine, measuredOn } from '../document/machine.ts';
import { type Chapter, count, seconds } from '../document/table.ts';
import { never, targetTable } from '../document/targets.ts';
import { longestOf } from '../timing.ts';
import type { FaultMeasurement } from './measure-faults.ts';

/** What a bad night may bring, and what was left after it. */
export function faultsChapter(faults: readonly FaultMeasurement[], machine: Machine): Chapter {
  const sumOf = (value: (fault: FaultMeasurement) => number) => faults.reduce((sum, fault) => sum + value(fault), 0);
  const notSurvived = sumOf((fault) => fault.times - fault.survived);
  const survived = `${count(sumOf((fault) => fault.survived))} of ${count(sumOf((fault) => fault.times))}`;
  return {
    title: 'Kills and faults',
    blocks: [
      `The product survived ${survived} kills and faults, and was back after ${seconds(longestOf(faults.map(({ longest }) => longest)))} at most.`,
      `${measuredOn(machine)} Survived means that the list and the numbers had every incident and nothing half done, and that the next import
reached both. The times are from the fault to the first answer of both; those during an import include what is left of the import.`,
      targetTable([never('kills and faults that were not survived', notSurvived)]),
      {
        head: ['fault', 'survived', 'median', 'longest'],
        rows: faults.map(({ name, survived: times, times: all, median, longest }) => [
          name,
          `${times} of ${all}`,
          seconds(median),
          seconds(longest),
        ]),
      },
    ],
  };
}
