import { exportFormat } from '@monitor/contract';
import { engineNames } from '../engines/engine-names.ts';
import { ratios, type Results } from '../results.ts';
import { wholeRegionZoom } from '../sections/measure-tiles.ts';
import { longestOf, medianOf } from '../timing.ts';
import { count, decimals, kilobytes, megabytes, milliseconds, perSecond, seconds, times } from './figures.ts';
import { atLeast, atMost, most } from './markdown.ts';

/** The number of incidents that the targets of speed hold for. */
const million = 1_000_000;

/** The targets of the product, those that were measured. */
export function performanceTargets({ sizes, largest, demo, import: imported }: Results) {
  const { summary = [], tiles = [] } = sizes.find(({ rows }) => rows === million) ?? {};
  const { screens, listed, downloads } = largest?.rows === million ? largest : {};
  const of = `${count(million)} incidents, `;
  const longest = (values: readonly number[]) => (values.length === 0 ? undefined : longestOf(values));
  const slowOfCube = (measured: typeof summary | typeof tiles) =>
    longest(measured.flatMap(({ timings }) => timings[engineNames.cube]?.slow ?? []));
  const faster = (name: string, least: number) => {
    const all = ratios(summary, name);
    const found = all.length === 0 ? undefined : medianOf(all);
    const written = (value: number) => times(value) + (value === found ? ` (lowest ${times(Math.min(...all))})` : '');
    return atLeast(`${of}summary: times faster than ${name}, median of the filters`, found, least, written);
  };
  const whole = tiles.filter(({ tile, filterName }) => tile.z === wholeRegionZoom && filterName === 'none');
  const screen = most(screens, ({ first }) => first.slow);
  const order = most(listed, ({ timing }) => timing.slow);
  const csv = downloads?.formats.find(({ format }) => format === 'csv');
  const latest = most(downloads?.formats, ({ firstByte }) => firstByte);
  const heaviest = most(downloads?.formats, ({ growth }) => growth);
  const label = (one: typeof csv) => (one ? exportFormat(one.format).label : '');
  const last = sizes.at(-1);
  // A download is as long as what it holds, so it is judged by when it begins.
  const endpoints = demo?.endpoints.map((one) => ({ ...one, time: one.streamed ? one.firstByte : one.whole.median }));
  const endpoint = most(endpoints, ({ time }) => time);
  // The longest wait during an import beside the longest at rest, for the kind of request where they differ most.
  const longer = largest?.waiting?.waiting.map(({ quiet, during }) => during.longest - quiet.longest);
  return [
    faster(engineNames.statement, 30),
    faster(engineNames.duckdb, 1),
    atMost(`${of}summary: 95th percentile, slowest filter`, slowOfCube(summary), 30, milliseconds),
    atLeast(
      `${of}tile of the whole region: times faster than ${engineNames.postgisPoints}`,
      ratios(whole, engineNames.postgisPoints)[0],
      20,
      times,
    ),
    atMost(
      `${of}largest tile, gzipped`,
      longest(tiles.flatMap(({ gzipped }) => gzipped[engineNames.cube] ?? [])),
      100_000,
      kilobytes,
    ),
    atMost(`${of}tile: 95th percentile, slowest zoom and filter`, slowOfCube(tiles), 30, milliseconds),
    atMost(
      `${of}slowest screen (\`${screen?.path}\`): waits for its first figures, 95th percentile`,
      screen?.first.slow,
      100,
      milliseconds,
    ),
    atMost(
      `${of}any rows of the table, slowest order (\`${order?.sort}\`), 95th percentile`,
      order?.timing.slow,
      100,
      milliseconds,
    ),
    atLeast(
      `${of}download: speed of CSV as a share of PostgreSQL's own COPY of the same columns`,
      downloads && csv && downloads.copy / csv.whole,
      0.4,
      (part) => `${Math.round(100 * part)}%`,
    ),
    atMost(`${of}download: first byte of CSV`, csv?.firstByte, 200, milliseconds),
    atMost(`${of}download: first byte of the slowest format (${label(latest)})`, latest?.firstByte, 200, milliseconds),
    atMost(`${of}download: growth of memory with CSV`, csv?.growth, 100e6, megabytes),
    atMost(`${of}download: growth of memory, most of any format (${label(heaviest)})`, heaviest?.growth, 100e6, megabytes),
    atMost(
      `${count(last?.rows ?? 0)} incidents, bytes of the snapshot per incident`,
      last?.memory && last.memory.snapshot / last.rows,
      64,
      decimals,
    ),
    atMost(
      `demonstration data, slowest endpoint (\`${endpoint?.path}\`${endpoint?.streamed ? ', its first byte' : ''}), median`,
      endpoint?.time,
      100,
      milliseconds,
    ),
    atLeast('demonstration data, made up and stored', demo && demo.incidents / (demo.load / 1000), 5_000, perSecond),
    atMost(`import of ${count(imported?.incidents ?? 0)} incidents`, imported?.first, 60_000, seconds),
    atMost('import, peak memory', imported?.peak, 400e6, megabytes),
    atMost(
      `longest extra wait of a request during an import of ${count(largest?.waiting?.incidents ?? 0)} incidents`,
      longer && Math.max(0, ...longer),
      50,
      milliseconds,
    ),
  ].filter((rows) => rows.length > 0);
}
