import { type MeasuredWith, measuredOn } from '../document/machine.ts';
import { count, decimals, megabytes, milliseconds, percent, perSecond, seconds, times } from '../document/figures.ts';
import { atLeast, atMost, cells, chapter, most, table, targetTable } from '../document/markdown.ts';
import type { ReliabilityPart } from '../options.ts';
import { longestOf } from '../timing.ts';
import { clients, type CrowdKind, type CrowdMeasurement, crowdTimes } from './measure-crowd.ts';
import type { FaultMeasurement } from './measure-faults.ts';
import type { ImportGrowth } from './measure-imports.ts';
import { type SoakMeasurement, type SoakMemory, soakMemories, type Spread } from './measure-soak.ts';

/** What is measured of each part. */
export interface ReliabilityMeasurements {
  readonly load: readonly CrowdMeasurement[];
  readonly soak: SoakMeasurement;
  readonly imports: readonly ImportGrowth[];
  readonly faults: readonly FaultMeasurement[];
}

/** What was measured last of each part, and with what. */
export type ReliabilityResults = {
  readonly [Part in ReliabilityPart]?: { readonly machine: MeasuredWith; readonly measured: ReliabilityMeasurements[Part] };
};

/** Milliseconds of the 95th percentile of what is answered. */
const slowest = 250;
const wrong = 'answers that are neither the data nor a refusal that says when to try again';
const memories: Readonly<Record<SoakMemory, string>> = {
  server: 'the server, resident',
  heap: 'of it, JavaScript objects of the main thread',
  postgres: 'PostgreSQL, what its processes have of their own',
  pages: 'pages of data that these share, within what they reserve at the start',
};
const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number) => items.reduce((sum, item) => sum + value(item), 0);

/** The whole document, as Markdown. */
export function reliabilityDocument({ load, soak, imports, faults }: ReliabilityResults): string {
  return `${[
    `# Reliability

\`npx pnpm@12.4.2 bench reliability --write\` writes this file. No number is typed by hand. \`--only\` measures some of the chapters and keeps the
others, so each says when and where it was measured.`,

    ...chapter(load, ({ machine, measured }) => [
      `## ${clients} clients at once

${measured.map(crowdFinding).join('\n')}

${measuredOn(machine)} ${clients} clients, each with a connection of its own, send the next request as soon as the one before is answered or
refused, for ${crowdTimes.usual} seconds (downloads: ${crowdTimes.download}; all kinds at once: ${crowdTimes.mixed}). They run on the same machine and take their share of its processor. "All unlike" and polygons are
requests that nobody has sent before. Polygons have as many corners as there may be, and nearly all of their sides cross. Times are of what
is answered; refused is what gets a 503 that says when to try again. The newcomer checks the health of the server five times a second,
each time with a new connection; so does the operator at the address of \`OPERATOR_ADDRESS\`. Before the crowd comes, each kind has been
asked for ${crowdTimes.before} times and the server has been left alone for ${crowdTimes.rest} seconds: memory is compared with that of a server in use and at rest.`,
      targetTable(measured.flatMap(crowdTargets)),
      ...measured.flatMap(crowdTable),
    ]),

    ...chapter(soak, ({ machine, measured }) => soakChapter(measuredOn(machine), measured)),

    ...chapter(imports, ({ machine, measured }) => importsChapter(measuredOn(machine), measured)),

    ...chapter(faults, ({ machine, measured }) => {
      const [tried, survived] = [sumOf(measured, (fault) => fault.times), sumOf(measured, (fault) => fault.survived)];
      return [
        `## Kills and faults

The product survived ${count(survived)} of ${count(tried)} kills and faults, and was back after ${seconds(longestOf(measured.map(({ longest }) => longest)))} at most.

${measuredOn(machine)} Survived means that the list and the numbers had every incident and nothing half done, and that the next import
reached both. The times are from the fault to the first answer of both; those during an import include what is left of the import.`,
        targetTable([atMost('kills and faults that were not survived', tried - survived, 0)]),
        table(
          'fault | survived | median | longest',
          measured,
          (one) => `${one.name} | ${one.survived} of ${one.times} | ${seconds(one.median)} | ${seconds(one.longest)}`,
        ),
      ];
    }),
  ].join('\n\n')}\n`;
}

/** A download takes as long as its file, so it is not judged by its time. */
const numbersOf = ({ kinds }: CrowdMeasurement) => kinds.filter(({ isDownload }) => !isDownload);

function crowdFinding(measured: CrowdMeasurement): string {
  const late = numbersOf(measured).filter(({ slow }) => slow > slowest);
  const met = `95% of all kinds of answers come within ${milliseconds(longestOf(numbersOf(measured).map(({ slow }) => slow)))}`;
  const missed = `95% of the answers come within ${milliseconds(slowest)}, except ${late.map(({ name, slow }) => `${name} (${milliseconds(slow)})`).join(', ')}`;
  const health = longestOf(measured.kinds.map((kind) => kind.health.longest));
  return `With ${count(measured.incidents)} incidents, ${late.length === 0 ? met : missed}. A newcomer's health check takes ${milliseconds(health)} at most.`;
}

function crowdTargets(measured: CrowdMeasurement) {
  const of = `${count(measured.incidents)} incidents, `;
  const { kinds } = measured;
  const answer = most(numbersOf(measured), ({ slow }) => slow);
  const slow = most(kinds, ({ health }) => health.slow);
  const long = most(kinds, ({ health }) => health.longest);
  const operator = longestOf(kinds.map(({ operatorHealth }) => operatorHealth.longest));
  return [
    atMost(`${of}95th percentile of what is answered, slowest kind (${answer?.name})`, answer?.slow, slowest, milliseconds),
    atMost(`${of}95th percentile of a newcomer's health checks (${slow?.name})`, slow?.health.slow, 100, milliseconds),
    atMost(`${of}longest health check of a newcomer (${long?.name})`, long?.health.longest, 300, milliseconds),
    atMost(`${of}longest health check at the operator's address`, operator, 300, milliseconds),
    atMost(`${of}latest refusal`, longestOf(kinds.map(latestRefusal)), 2000, milliseconds),
    ...kinds.map(({ name, memory: { before, later } }) =>
      atMost(`${of}memory a minute after ${name}, of that before`, later && later / before, 1.25, decimals),
    ),
    atMost(
      of + wrong,
      sumOf(kinds, ({ failed }) => failed),
      0,
    ),
  ];
}

/** Milliseconds until the latest refusal; 0 if nothing was refused. */
const latestRefusal = ({ refusals }: CrowdKind) => longestOf([0, ...Object.values(refusals).map(({ latest }) => latest)]);

function crowdTable({ incidents, kinds, download }: CrowdMeasurement): string[] {
  const refusals = kinds.flatMap(({ name, refusals: codes }) =>
    Object.entries(codes).map(([code, { retryAfter }]) => `${name}: \`${code}\`, try again after ${retryAfter ?? '–'} s`),
  );
  return [
    `### ${count(incidents)} incidents`,
    table(
      "request | answered per second | refused per second | median | 95th percentile | 99th percentile | event-loop delay, 99th percentile | longest | latest refusal | newcomer's health check, median | 95th percentile | longest | the operator's, longest | memory before | after | a minute later",
      kinds,
      (kind) => {
        const { name, answered, refused, median, slow, slowest: latest, delay, health, operatorHealth, memory } = kind;
        return cells(
          `${name} | ${decimals(answered)} | ${decimals(refused)}`,
          ...[median, slow, latest, delay.high, delay.longest].map(milliseconds),
          Object.keys(kind.refusals).length === 0 ? '–' : milliseconds(latestRefusal(kind)),
          ...[health.median, health.slow, health.longest, operatorHealth.longest].map(milliseconds),
          ...[memory.before, memory.after, memory.later].map((bytes) => (bytes === undefined ? '–' : megabytes(bytes))),
        );
      },
    ),
    `Refused: ${refusals.join('; ') || 'nothing'}. A client of usual pace that came while the others downloaded got its file of ${megabytes(download.bytes)} at try ${download.tries}, ${seconds(download.milliseconds)} after its first request.`,
  ];
}

function soakChapter(measuredWith: string, soak: SoakMeasurement): string[] {
  const { minutes, settled, incidents, imports, kinds, refused, failures, memory, delay } = soak;
  const refusals = Object.entries(refused).map(([code, number]) => `${count(number)} × \`${code}\``);
  const late = kinds.filter(({ longest, limit }) => longest > limit).map(({ kind }) => kind);
  const within = late.length === 0 ? 'all of them within their limits' : `not all within their limits: ${late.join(', ')}`;
  const answers = sumOf(kinds, ({ ofBeginning, timing }) => (ofBeginning ? 0 : timing.count));
  const nearest = most(kinds, ({ longest, limit }) => longest / limit);
  const growth = (name: 'server' | 'postgres') => memory[name].growth.perUnit / soak.flat[name];
  const interval = ({ low, high }: { readonly low: number; readonly high: number }) => `${megabytes(low)} to ${megabytes(high)}`;
  const spread = ({ median, most: longest }: Spread, written: (value: number) => string) =>
    `${written(median)} (median), ${written(longest)} (most)`;
  const ends = memory.server.means.map((_, look) => `minute ${count(((look + 1) * minutes) / memory.server.means.length)}`);
  return [
    `## Soak

In ${count(minutes)} minutes the server gave ${count(answers)} answers, ${within}. After ${count(settled)} minutes, when it used
${megabytes(soak.flat.server)} of memory, that changed by ${megabytes(memory.server.growth.perUnit)} per hour (95% interval: ${interval(memory.server.growth)}).

${measuredWith} The product as it starts, on its ${count(incidents.before)} made-up incidents and with its built-in PostgreSQL, for ${count(minutes)} minutes. Each
kind of request comes from a client of its own at a steady pace; all but those "the same again" have a filter of their own where they
take one. Imports while this went on: ${count(imports)}, with ${count(incidents.imported)} incidents. Refused: ${refusals.join(', ') || 'none'}.`,
    targetTable([
      atMost(`growth of memory per hour: ${memories.server}`, growth('server'), 0.05, percent),
      atMost(`growth of memory per hour: ${memories.postgres}`, growth('postgres'), 0.05, percent),
      atMost(`longest answer as a part of its limit (${nearest?.kind})`, nearest && nearest.longest / nearest.limit, 1, percent),
      atMost(wrong, failures.length, 0),
      atMost('imported incidents that the numbers lack', incidents.before + incidents.imported - incidents.after, 0),
    ]),
    table(cells('mean memory', ...ends, 'most | growth per hour | 95% interval'), soakMemories, (name) => {
      const { means, most: highest, growth: slope } = memory[name];
      return cells(memories[name], ...[...means, highest, slope.perUnit].map(megabytes), interval(slope));
    }),
    `Memory that the processes of PostgreSQL share counts once. It is reserved when PostgreSQL starts (\`shared_buffers\`), and fills up to its size
when its pages are first used. The growth is the slope of a straight line through the means of ten equal
stretches after the first ${count(settled)} minutes. Delay of the server's event loop in each ten seconds: 99th percentile ${spread(delay.high, milliseconds)}; longest ${spread(delay.longest, milliseconds)}. Threads that ran or waited for a core, of this and of all else on the machine: ${spread(soak.load, decimals)}.`,
    table('request | answers | median | 95th percentile | longest | limit', kinds, ({ kind, timing, longest, limit }) =>
      cells(kind, count(timing.count), ...[timing.median, timing.slow, longest].map(milliseconds), seconds(limit)),
    ),
    ...(failures.length === 0 ? [] : [`Not answered as they should be:\n\n${failures.map((line) => `- ${line}`).join('\n')}`]),
  ];
}

/** @param measured from the fewest incidents to the most */
function importsChapter(measuredWith: string, measured: readonly ImportGrowth[]): string[] {
  const rateOf = ({ incidents, duration }: ImportGrowth) => incidents / (duration / 1000);
  const [fewest, largest] = [measured.at(0)!, measured.at(-1)!];
  const million = measured.find(({ incidents }) => incidents === 1_000_000);
  return [
    `## Imports

${count(largest.incidents)} incidents were imported at ${perSecond(rateOf(largest))}, ${count(fewest.incidents)} at ${perSecond(rateOf(fewest))}.

${measuredWith} Made-up incidents, each with its people, weapons, sources and history, generated and stored by \`monitor demo\`
into an empty database while the server runs. "Bar full" is how long the command went on after its progress bar was full. "Numbers follow"
is the time from the end of the command to the first answer that has every incident.`,
    targetTable([
      atLeast('1,000,000 incidents: speed', million && rateOf(million), 7_000, perSecond),
      atMost('1,000,000 incidents: numbers follow', million?.followed, 10_000, seconds),
      atMost('most incidents: time for each, compared with the fewest', rateOf(fewest) / rateOf(largest), 1.5, times),
      atMost('most incidents: peak memory, compared with the fewest', largest.peak / fewest.peak, 1.5, times),
    ]),
    table(
      'incidents | time | incidents a second | bar full | numbers follow | peak memory of the command',
      measured,
      (one) =>
        `${count(one.incidents)} | ${seconds(one.duration)} | ${count(rateOf(one))} | ${seconds(one.finishing)} | ${seconds(one.followed)} | ${megabytes(one.peak)}`,
    ),
  ];
}
