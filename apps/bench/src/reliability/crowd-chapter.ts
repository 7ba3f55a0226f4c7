import { type Machine, measuredOn } from '../document/machine.ts';
import { type Chapter, count, decimals, megabytes, milliseconds, seconds as inSeconds, type Table } from '../document/table.ts';
import { atMost, never, type Target, targetTable } from '../document/targets.ts';
import { longestOf } from '../timing.ts';
import {
  clients,
  type CrowdKind,
  type CrowdMeasurement,
  downloadSeconds,
  mixedSeconds,
  restSeconds,
  seconds,
  timesBefore,
} from './measure-crowd.ts';

/** Milliseconds: the 95th percentile of what is answered, a newcomer's health checks, and the latest refusal. */
const targets = { slow: 250, healthSlow: 100, health: 300, refusal: 2000 } as const;
/** How much more memory there may be a minute after the crowd than before it. */
const mostMemory = 1.25;

/** What a crowd gets, and what a newcomer gets beside it. */
export function crowdChapter(measured: readonly CrowdMeasurement[], machine: Machine): Chapter {
  return {
    title: `${clients} clients at once`,
    blocks: [
      measured.map(findingOf).join('\n'),
      `${measuredOn(machine)} ${clients} clients, each with a connection of its own, send the next request as soon as the one before is answered or
refused, for ${seconds} seconds (downloads: ${downloadSeconds}; all kinds at once: ${mixedSeconds}). They run on the same machine and take their share of its processor. "All unlike" and polygons are
requests that nobody has sent before. Polygons have as many corners as there may be, and nearly all of their sides cross. Times are of what
is answered; refused is what gets a 503 that says when to try again. The newcomer checks the health of the server five times a second,
each time with a new connection; so does the operator at the address of \`OPERATOR_ADDRESS\`. Before the crowd comes, each kind has been
asked for ${timesBefore} times and the server has been left alone for ${restSeconds} seconds: memory is compared with that of a server in use and at rest.`,
      targetTable(measured.flatMap(targetsOf)),
      ...measured.flatMap((one) => [`### ${count(one.incidents)} incidents`, crowdTable(one), notesOf(one)]),
    ],
  };
}

const numbersOf = ({ kinds }: CrowdMeasurement) => kinds.filter(({ isDownload }) => !isDownload);

function findingOf(measured: CrowdMeasurement): string {
  const late = numbersOf(measured).filter(({ slow }) => slow > targets.slow);
  const met = `95% of all kinds of answers come within ${milliseconds(longestOf(numbersOf(measured).map(({ slow }) => slow)))}`;
  const missed = `95% of the answers come within ${milliseconds(targets.slow)}, except ${late.map(({ name, slow }) => `${name} (${milliseconds(slow)})`).join(', ')}`;
  const health = longestOf(measured.kinds.map((kind) => kind.health.longest));
  return `With ${count(measured.incidents)} incidents, ${late.length === 0 ? met : missed}. A newcomer's health check takes ${milliseconds(health)} at most.`;
}

function targetsOf(measured: CrowdMeasurement): Target[] {
  const of = `${count(measured.incidents)} incidents, `;
  const slowest = numbersOf(measured).toSorted((one, other) => other.slow - one.slow)[0];
  const health = measured.kinds.toSorted((one, other) => other.health.longest - one.health.longest)[0];
  const slowHealth = measured.kinds.toSorted((one, other) => other.health.slow - one.health.slow)[0]!;
  return [
    ...(slowest
      ? [
          atMost(
            `${of}95th percentile of what is answered, slowest kind (${slowest.name})`,
            slowest.slow,
            targets.slow,
            milliseconds,
          ),
        ]
      : []),
    ...(health
      ? [
          atMost(
            `${of}95th percentile of a newcomer's health checks (${slowHealth.name})`,
            slowHealth.health.slow,
            targets.healthSlow,
            milliseconds,
          ),
          atMost(`${of}longest health check of a newcomer (${health.name})`, health.health.longest, targets.health, milliseconds),
        ]
      : []),
    atMost(
      `${of}longest health check at the operator's address`,
      longestOf(measured.kinds.map(({ operatorHealth }) => operatorHealth.longest)),
      targets.health,
      milliseconds,
    ),
    atMost(`${of}latest refusal`, longestOf(measured.kinds.map(latestRefusal)), targets.refusal, milliseconds),
    ...measured.kinds.flatMap(({ name, memory }) =>
      memory.later === undefined
        ? []
        : [atMost(`${of}memory a minute after ${name}, of that before`, memory.later / memory.before, mostMemory, decimals)],
    ),
    never(
      `${of}answers that are neither the data nor a refusal that says when to try again`,
      measured.kinds.reduce((sum, { failed }) => sum + failed, 0),
    ),
  ];
}

/** Milliseconds until the latest refusal; 0 where nothing was refused. */
function latestRefusal({ refusals }: CrowdKind): number {
  return longestOf([0, ...[...refusals.values()].map(({ latest }) => latest)]);
}

function crowdTable({ kinds }: CrowdMeasurement): Table {
  return {
    head: [
      'request',
      'answered per second',
      'refused per second',
      'median',
      '95th percentile',
      '99th percentile',
      'event-loop delay, 99th percentile',
      'longest',
      'latest refusal',
      "newcomer's health check, median",
      '95th percentile',
      'longest',
      "the operator's, longest",
      'memory before',
      'after',
      'a minute later',
    ],
    rows: kinds.map((kind) => {
      const { name, answered, refused, median, slow, slowest, delay, health, operatorHealth, memory } = kind;
      return [
        name,
        decimals(answered),
        decimals(refused),
        ...[median, slow, slowest, delay.high, delay.longest].map(milliseconds),
        kind.refusals.size === 0 ? '–' : milliseconds(latestRefusal(kind)),
        ...[health.median, health.slow, health.longest, operatorHealth.longest].map(milliseconds),
        megabytes(memory.before),
        megabytes(memory.after),
        memory.later === undefined ? '–' : megabytes(memory.later),
      ];
    }),
  };
}

function notesOf({ kinds, download }: CrowdMeasurement): string {
  const refusals = kinds.flatMap(({ name, refusals: codes }) =>
    [...codes].map(([code, { retryAfter }]) => `${name}: \`${code}\`, try again after ${retryAfter ?? '–'} s`),
  );
  return `Refused: ${refusals.join('; ') || 'nothing'}. A client of usual pace that came while the others downloaded got its file of ${megabytes(download.bytes)} at try ${download.tries}, ${inSeconds(download.milliseconds)} after its first request.`;
}
