import { type Machine, measuredOn } from '../document/machine.ts';
import { type Chapter, count, decimals, megabytes, milliseconds, seconds as inSeconds, type Table } from '../document/table.ts';
import { atMost, never, type Target, targetTable } from '../document/targets.ts';
import { longestOf } from '../timing.ts';
import { clients, type CrowdKind, type CrowdMeasurement, downloadSeconds, seconds } from './measure-crowd.ts';

/** Milliseconds: the 95th percentile of what is answered, and a newcomer's health check. */
const targets = { slow: 250, health: 300 } as const;

/** What a crowd gets, and what a newcomer gets beside it. */
export function crowdChapter(measured: readonly CrowdMeasurement[], machine: Machine): Chapter {
  return {
    title: `${clients} clients at once`,
    blocks: [
      measured.map(findingOf).join('\n'),
      `${measuredOn(machine)} ${clients} clients, each with a connection of its own, send the next request as soon as the one before is answered or
refused, for ${seconds} seconds (downloads: ${downloadSeconds}). They run on the same machine and take their share of its processor. "All unlike" and polygons are
requests that nobody has sent before. Polygons have as many corners as there may be, and nearly all of their sides cross. Times are of what
is answered; refused is what gets a 503 that says when to try again. The newcomer checks the health of the server five times a second,
each time with a new connection.`,
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
      ? [atMost(`${of}longest health check of a newcomer (${health.name})`, health.health.longest, targets.health, milliseconds)]
      : []),
    never(
      `${of}answers that are neither the data nor a refusal that says when to try again`,
      measured.kinds.reduce((sum, { failed }) => sum + failed, 0),
    ),
  ];
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
      "newcomer's health check, median",
      'longest',
    ],
    rows: kinds.map(({ name, answered, refused, median, slow, slowest, delay, health }: CrowdKind) => [
      name,
      decimals(answered),
      decimals(refused),
      ...[median, slow, slowest, delay.high, delay.longest, health.median, health.longest].map(milliseconds),
    ]),
  };
}

function notesOf({ kinds, download }: CrowdMeasurement): string {
  const refusals = kinds.flatMap(({ name, refusals: codes }) =>
    [...codes].map(([code, { retryAfter }]) => `${name}: \`${code}\`, try again after ${retryAfter ?? '–'} s`),
  );
  return `Refused: ${refusals.join('; ') || 'nothing'}. A client of usual pace that came while the others downloaded got its file of ${megabytes(download.bytes)} at try ${download.tries}, ${inSeconds(download.milliseconds)} after its first request.`;
}
