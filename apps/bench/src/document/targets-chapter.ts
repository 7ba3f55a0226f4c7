import { exportFormat } from '@monitor/contract';
import { engineNames } from '../engines/engine-names.ts';
import { ratios, type Results, type SizeResult } from '../results.ts';
import { wholeRegionZoom } from '../sections/measure-tiles.ts';
import { medianOf } from '../timing.ts';
import { type Chapter, count, decimals, kilobytes, megabytes, milliseconds, seconds, times } from './table.ts';
import { atLeast, atMost, type Target, targetTable } from './targets.ts';

/** The targets of the product, and the number of incidents that they hold for. */
const targets = {
  incidents: 1_000_000,
  timesStatement: 30,
  timesDuckdb: 1,
  timesPostgis: 20,
  tileBytes: 100_000,
  slowAnswer: 30,
  bytesAnIncident: 64,
  endpoint: 100,
  demoRate: 5_000,
  screen: 100,
  row: 100,
  shareOfCopy: 0.4,
  firstByte: 200,
  downloadMemory: 100e6,
  importSeconds: 60,
  importMemory: 400e6,
  longerWait: 50,
} as const;

/** Each target and what was measured. */
export function targetsChapter(results: Results): Chapter | undefined {
  const million = results.sizes.find(({ rows }) => rows === targets.incidents);
  const found = [
    ...(million
      ? [
          ...summaryTargets(million),
          ...tileTargets(million),
          ...screenTargets(million),
          ...rowTargets(million),
          ...downloadTargets(million),
        ]
      : []),
    ...memoryTargets(results.sizes.at(-1)),
    ...endpointTargets(results),
    ...importTargets(results),
    ...waitingTargets(results),
  ];
  if (found.length === 0) return undefined;
  return {
    title: 'Targets',
    blocks: [targetTable(found)],
  };
}

function summaryTargets({ rows, summary }: SizeResult): Target[] {
  const of = `${count(rows)} incidents, summary: `;
  const ratio = (name: string, least: number): Target[] => {
    const all = ratios(summary, name);
    if (all.length === 0) return [];
    const median = medianOf(all);
    const what = `${of}times faster than ${name}, median of the filters`;
    return [
      { what, wanted: `≥ ${times(least)}`, found: `${times(median)} (lowest ${times(Math.min(...all))})`, met: median >= least },
    ];
  };
  const slow = summary.flatMap(({ timings }) => timings[engineNames.cube]?.slow ?? []);
  return [
    ...ratio(engineNames.statement, targets.timesStatement),
    ...ratio(engineNames.duckdb, targets.timesDuckdb),
    ...(slow.length > 0
      ? [atMost(`${of}95th percentile, slowest filter`, Math.max(...slow), targets.slowAnswer, milliseconds)]
      : []),
  ];
}

function tileTargets({ rows, tiles }: SizeResult): Target[] {
  const of = `${count(rows)} incidents, `;
  const whole = tiles.find(({ tile, filterName }) => tile.z === wholeRegionZoom && filterName === 'none');
  const ratio = whole && ratios([whole], engineNames.postgisPoints)[0];
  const sizes = tiles.flatMap(({ gzipped }) => gzipped[engineNames.cube] ?? []);
  const slow = tiles.flatMap(({ timings }) => timings[engineNames.cube]?.slow ?? []);
  if (sizes.length === 0) return [];
  return [
    ...(ratio === undefined
      ? []
      : [
          {
            what: `${of}tile of the whole region: times faster than ${engineNames.postgisPoints}`,
            wanted: `≥ ${times(targets.timesPostgis)}`,
            found: times(ratio),
            met: ratio >= targets.timesPostgis,
          },
        ]),
    atMost(`${of}largest tile, gzipped`, Math.max(...sizes), targets.tileBytes, kilobytes),
    atMost(`${of}tile: 95th percentile, slowest zoom and filter`, Math.max(...slow), targets.slowAnswer, milliseconds),
  ];
}

function screenTargets({ rows, screens }: SizeResult): Target[] {
  const slowest = screens.toSorted((one, other) => other.first.slow - one.first.slow)[0];
  if (!slowest) return [];
  const what = `${count(rows)} incidents, slowest screen (\`${slowest.path}\`): waits for its first figures, 95th percentile`;
  return [atMost(what, slowest.first.slow, targets.screen, milliseconds)];
}

function rowTargets({ rows, listed }: SizeResult): Target[] {
  const slowest = listed.toSorted((one, other) => other.timing.slow - one.timing.slow)[0];
  if (!slowest) return [];
  const what = `${count(rows)} incidents, any rows of the table, slowest order (\`${slowest.sort}\`), 95th percentile`;
  return [atMost(what, slowest.timing.slow, targets.row, milliseconds)];
}

function downloadTargets({ rows, downloads }: SizeResult): Target[] {
  const csv = downloads?.formats.find(({ format }) => format === 'csv');
  if (!downloads || !csv) return [];
  const of = `${count(rows)} incidents, download: `;
  const share = downloads.copy / csv.whole;
  const percent = (part: number) => `${Math.round(100 * part)}%`;
  const slowest = downloads.formats.toSorted((one, other) => other.firstByte - one.firstByte)[0]!;
  const largest = downloads.formats.toSorted((one, other) => other.growth - one.growth)[0]!;
  return [
    {
      what: `${of}speed of CSV as a share of PostgreSQL's own COPY of the same columns`,
      wanted: `≥ ${percent(targets.shareOfCopy)}`,
      found: percent(share),
      met: share >= targets.shareOfCopy,
    },
    atMost(`${of}first byte of CSV`, csv.firstByte, targets.firstByte, milliseconds),
    atMost(
      `${of}first byte of the slowest format (${exportFormat(slowest.format).label})`,
      slowest.firstByte,
      targets.firstByte,
      milliseconds,
    ),
    atMost(`${of}growth of memory with CSV`, csv.growth, targets.downloadMemory, megabytes),
    atMost(
      `${of}growth of memory, most of any format (${exportFormat(largest.format).label})`,
      largest.growth,
      targets.downloadMemory,
      megabytes,
    ),
  ];
}

function memoryTargets(size: SizeResult | undefined): Target[] {
  if (!size?.memory) return [];
  return [
    atMost(
      `${count(size.rows)} incidents, bytes of the snapshot per incident`,
      size.memory.snapshot / size.rows,
      targets.bytesAnIncident,
      decimals,
    ),
  ];
}

/** A download is as long as what it holds, so it is judged by when it begins. */
function endpointTargets({ demo }: Results): Target[] {
  const answers = demo?.endpoints.map((one) => ({ ...one, time: one.streamed ? one.firstByte : one.whole.median })) ?? [];
  const slowest = answers.toSorted((one, other) => other.time - one.time)[0];
  if (!slowest) return [];
  const what = `demonstration data, slowest endpoint (\`${slowest.path}\`${slowest.streamed ? ', its first byte' : ''}), median`;
  return [
    atMost(what, slowest.time, targets.endpoint, milliseconds),
    atLeast('demonstration data, made up and stored', demo!.incidents / (demo!.load / 1000), targets.demoRate, perSecond),
  ];
}

const perSecond = (rate: number) => `${count(rate)} a second`;

function importTargets({ import: imported }: Results): Target[] {
  if (!imported) return [];
  return [
    atMost(`import of ${count(imported.incidents)} incidents`, imported.first, targets.importSeconds * 1000, seconds),
    atMost('import, peak memory', imported.peak, targets.importMemory, megabytes),
  ];
}

/** The longest wait during an import beside the longest at rest, for the kind of request where they differ most. */
function waitingTargets({ sizes }: Results): Target[] {
  const measured = sizes.find(({ waiting }) => waiting)?.waiting;
  if (!measured) return [];
  const longer = measured.waiting.map(({ quiet, during }) => during.longest - quiet.longest);
  const what = `longest extra wait of a request during an import of ${count(measured.incidents)} incidents`;
  return [atMost(what, Math.max(0, ...longer), targets.longerWait, milliseconds)];
}
