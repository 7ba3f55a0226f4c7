import { type Machine, measuredOn } from '../document/machine.ts';
import { type Chapter, count, decimals, megabytes, milliseconds, seconds, type Table } from '../document/table.ts';
import { atMost, never, type Target, targetTable } from '../document/targets.ts';
import { longestOf, medianOf } from '../timing.ts';
import type { SoakMeasurement, SoakMemory, SoakSample } from './measure-soak.ts';

/** Of the memory at the end of settling, in an hour. */
const mostGrowth = 0.05;

const memories = {
  server: 'the server, resident',
  heap: 'of it, JavaScript objects of the main thread',
  postgres: 'PostgreSQL, what its processes have of their own',
  pages: 'pages of data that these share, within what they reserve at the start',
} as const satisfies Record<SoakMemory, string>;
const memoryNames = ['server', 'heap', 'postgres', 'pages'] as const;

/** Rows of the table that shows memory over time. */
const looks = 6;

/** The product under a steady load. */
export function soakChapter(soak: SoakMeasurement, machine: Machine): Chapter {
  const { samples, refused, failures, incidents, imports, settled, minutes } = soak;
  const refusals = [...refused].map(([code, times]) => `${count(times)} × \`${code}\``);
  return {
    title: 'Soak',
    blocks: [
      findingOf(soak),
      `${measuredOn(machine)} The product as it starts, on its ${count(incidents.before)} made-up incidents and with its built-in PostgreSQL, for ${count(minutes)} minutes. Each
kind of request comes from a client of its own at a steady pace; all but those "the same again" have a filter of their own where they
take one. Imports while this went on: ${count(imports)}, with ${count(incidents.imported)} incidents. Refused: ${refusals.join(', ') || 'none'}.`,
      targetTable(targetsOf(soak)),
      growthTable(soak),
      `Memory that the processes of PostgreSQL share counts once. It is reserved when PostgreSQL starts (\`shared_buffers\`), and fills up to its size
when its pages are first used. The growth is the slope of a straight line through the means of ten equal
stretches after the first ${count(settled)} minutes. Delay of the server's event loop in each ten seconds: 99th percentile ${delay(samples, 'high')}; longest ${delay(samples, 'longest')}. Threads that ran or waited for a core, of this and of all else on the machine: ${decimals(medianOf(samples.map(({ load }) => load)))} (median), ${decimals(longestOf(samples.map(({ load }) => load)))} (most).`,
      timesTable(soak),
      ...(failures.length === 0 ? [] : [`Not answered as they should be:\n\n${failures.map((line) => `- ${line}`).join('\n')}`]),
    ],
  };
}

function growthTable(soak: SoakMeasurement): Table {
  const ends = Array.from({ length: looks }, (_, number) => ((number + 1) * soak.minutes) / looks);
  return {
    head: ['mean memory', ...ends.map((end) => `minute ${count(end)}`), 'most', 'growth per hour', '95% interval'],
    rows: memoryNames.map((memory) => {
      const { perUnit, low, high } = soak.growth[memory];
      return [
        memories[memory],
        ...ends.map((end) => megabytes(memoryAt(soak, memory, end))),
        megabytes(longestOf(soak.samples.map((sample) => sample[memory]))),
        megabytes(perUnit),
        `${megabytes(low)} to ${megabytes(high)}`,
      ];
    }),
  };
}

function timesTable({ kinds }: SoakMeasurement): Table {
  return {
    head: ['request', 'answers', 'median', '95th percentile', 'longest', 'limit'],
    rows: kinds.map(({ kind, timing, longest, limit }) => [
      kind,
      count(timing.count),
      milliseconds(timing.median),
      milliseconds(timing.slow),
      milliseconds(longest),
      seconds(limit),
    ]),
  };
}

function findingOf(soak: SoakMeasurement): string {
  const late = soak.kinds.filter(({ longest, limit }) => longest > limit);
  const answers = soak.kinds.filter(({ ofBeginning }) => !ofBeginning).reduce((sum, { timing }) => sum + timing.count, 0);
  const limits =
    late.length === 0
      ? 'all of them within their limits'
      : `not all within their limits: ${late.map(({ kind }) => kind).join(', ')}`;
  const { perUnit, low, high } = soak.growth.server;
  return `In ${count(soak.minutes)} minutes the server gave ${count(answers)} answers, ${limits}. After ${count(soak.settled)} minutes, when it used
${megabytes(settledMemory(soak, 'server'))} of memory, that changed by ${megabytes(perUnit)} per hour (95% interval: ${megabytes(low)} to ${megabytes(high)}).`;
}

function targetsOf(soak: SoakMeasurement): Target[] {
  const { kinds, failures, incidents } = soak;
  const growth = (memory: SoakMemory) => soak.growth[memory].perUnit / settledMemory(soak, memory);
  const nearest = kinds.toSorted((one, other) => other.longest / other.limit - one.longest / one.limit)[0];
  return [
    ...(['server', 'postgres'] as const).map((memory) =>
      atMost(`growth of memory per hour: ${memories[memory]}`, growth(memory), mostGrowth, percent),
    ),
    ...(nearest
      ? [atMost(`longest answer as a part of its limit (${nearest.kind})`, nearest.longest / nearest.limit, 1, percent)]
      : []),
    never('answers that are neither the data nor a refusal that says when to try again', failures.length),
    never('imported incidents that the numbers lack', incidents.before + incidents.imported - incidents.after),
  ];
}

const percent = (part: number) => `${decimals(100 * part)}%`;

function settledMemory(soak: SoakMeasurement, memory: SoakMemory): number {
  return memoryAt(soak, memory, soak.settled + 1);
}

/** The mean of the minute that ends then. */
function memoryAt({ samples }: SoakMeasurement, memory: SoakMemory, end: number): number {
  const minute = samples.filter(({ at }) => at > end - 1 && at <= end);
  return minute.reduce((sum, sample) => sum + sample[memory], 0) / minute.length;
}

function delay(samples: readonly SoakSample[], which: keyof SoakSample['delay']): string {
  const values = samples.map((sample) => sample.delay[which]);
  return `${milliseconds(medianOf(values))} (median), ${milliseconds(longestOf(values))} (most)`;
}
