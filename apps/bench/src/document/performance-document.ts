import { exportFormat } from '@monitor/contract';
import { duckdbThreads } from '../engines/duckdb-engine.ts';
import { engineNames } from '../engines/engine-names.ts';
import { comparedUpTo, ratios, type Results, type SizeResult } from '../results.ts';
import { rowsOfPage } from '../sections/measure-rows.ts';
import { httpZoom, wholeRegionZoom } from '../sections/measure-tiles.ts';
import { medianOf, type Timing } from '../timing.ts';
import { count, decimals, kilobytes, medianAndSlow, megabytes, milliseconds, seconds, times } from './figures.ts';
import { cells, chapter, table, targetTable } from './markdown.ts';
import { performanceTargets } from './performance-targets.ts';

const { cube, statement, store, duckdb, postgisPoints, postgisCells } = engineNames;
const peers = [statement, store, duckdb];

type Timed = { readonly timings: Readonly<Record<string, Timing>> };
const measuredOf = (names: readonly string[], all: readonly Timed[]) =>
  names.filter((name) => all.some(({ timings }) => timings[name]));
const slower = (one: Timed, name: string) => times(ratios([one], name)[0] ?? Number.NaN);
const some = <Item>(items: readonly Item[]) => (items.length > 0 ? items : undefined);

/** The whole document, as Markdown. What was not measured is left out. */
export function performanceDocument(results: Results): string {
  const { machine, versions, sizes, emptyServer, largest } = results;
  const speed = `${(machine.bandwidth / 1e9).toFixed(1)} GB/s`;
  const rows = largest?.rows ?? 0;
  return `${[
    `# Performance

\`npx pnpm@12.4.2 bench --write\` writes this file. No number is typed by hand. The incidents are synthetic, made up with a fixed seed.

- Machine: ${machine.cores} cores (${machine.processor}), ${(machine.memory / 2 ** 30).toFixed(0)} GiB of memory, ${machine.system}; memory copied at ${speed} by one thread
- Date: ${machine.date}
- Versions: ${versions.join(', ')}

Times vary between runs: rely on the medians and ratios of one run rather than on single times.`,

    ...chapter(some(performanceTargets(results)), (targets) => ['## Targets', targetTable(targets)]),

    ...chapter(some(sizes.filter(({ summary }) => summary.length > 0)), (measured) => [
      `## The summary

The summary has the totals, every facet without its own constraint, the series by month and the comparison period. Each engine answers
the same request on the same rows, and the run stops if any figure differs between two of them. No answers are cached. Search text is
looked up in PostgreSQL each time, for the cube too. **${statement}** answers the whole request in one statement with GROUPING SETS,
and **${store}** is the product's own second engine. Both use the product's PostgreSQL. DuckDB holds the rows in memory, runs the same
statement and has ${duckdbThreads} threads. Both have prepared the statement beforehand.
Times are medians, with 95th percentiles in brackets.`,
      ...measured.map(summaryTimes),
      `These tables show how many times longer than the cube the others take, at the median, and the size of the cube's answer as JSON. They
also show how long this machine's memory (${speed}, copied by one thread) takes to deliver the bytes that a column store must read for
the request. If the cube takes less time than that, it answers from sums that it keeps.`,
      ...measured.filter((size) => size.cube).map((size) => summaryRatios(size, machine.bandwidth)),
    ]),

    ...chapter(some(sizes.filter(({ tiles }) => tiles.length > 0)), (measured) => [
      `## Map tiles

The fullest tile of each zoom as a vector tile, from the filter to the encoded bytes. At zoom ${wholeRegionZoom}, one tile covers the whole region.
No answers are cached. **${postgisPoints}** is \`ST_AsMVT\` with each incident as a feature, which is what Martin and pg_tileserv run by default.
**${postgisCells}** groups incidents in PostGIS as the product's cells do.${measured.some(({ tiles }) => measuredOf([postgisPoints], tiles).length > 0) ? '' : ' PostGIS was not measured in this run (`POSTGIS_URL`).'}
Times are medians, with 95th percentiles in brackets. Sizes are gzipped. × is how many times longer than the cube.`,
      ...measured.map(tileTimes),
    ]),

    ...chapter(some(sizes) && emptyServer, ({ resident: empty }) => [
      `## Growth and memory

Median time of the summary (the median of the filters' medians), by number of incidents. Above ${count(comparedUpTo)} incidents, only the
cube is measured.`,
      growthTable(sizes),
      `Memory used by the cube's snapshot and by the server process. "Resident" is what the process uses once it is ready. Its bytes per
incident are what it uses beyond a server with an empty database (${megabytes(empty)}). "Peak" is the most it uses while it reads the incidents.`,
      table(
        'incidents | snapshot | bytes per incident | resident | resident bytes per incident | peak | time to build | server start | table and indexes in PostgreSQL | time to generate and load',
        sizes.flatMap(({ memory, cube: built, ...size }) =>
          memory && built ? { ...size, ...memory, ...built, all: size.rows } : [],
        ),
        ({ all, snapshot, resident, peak, build, start, tableBytes, load }) =>
          `${count(all)} | ${megabytes(snapshot)} | ${decimals(snapshot / all)} | ${megabytes(resident)} | ${decimals((resident - empty) / all)} | ${megabytes(peak)} | ${seconds(build)} | ${seconds(start)} | ${megabytes(tableBytes)} | ${seconds(load)}`,
      ),
    ]),

    ...chapter(largest?.screens, (screens) => [
      `## Every screen

How long a screen waits for its figures, with ${count(rows)} incidents. The screens themselves request what they need, as many at a time as they do in a
browser. No two visits ask for the same filter and period, so that no answer comes from memory. Sections
further down a long page request their figures when the first ones are there.`,
      table(
        'screen | requests | first figures | all figures',
        screens,
        ({ path, requests, first, all }) => `\`${path}\` | ${decimals(requests)} | ${medianAndSlow(first)} | ${medianAndSlow(all)}`,
      ),
    ]),

    ...chapter(largest?.listed, (listed) => [
      `## Rows of the table

${count(rowsOfPage)} incidents at a random position of the list of all ${count(rows)}, requested from the server one after another, in turn upwards and
downwards. The snapshot says which incidents they are, and PostgreSQL reads their records by number. The first request for a field waits
until all incidents are sorted by it, once for each dataset version: by the snapshot, or by PostgreSQL for fields that the snapshot does
not have. The last column is the same pages by \`ORDER BY … LIMIT … OFFSET\` without HTTP, the total not counted.`,
      table(
        'sorted by | first request | median (95th percentile) | PostgreSQL with OFFSET',
        listed,
        ({ sort, first, timing, offset }) =>
          `\`${sort}\` | ${milliseconds(first)} | ${medianAndSlow(timing)} | ${medianAndSlow(offset)}`,
      ),
    ]),

    ...chapter(largest?.http, (http) => [
      `## Requests per second

The server in normal operation, with ${count(rows)} incidents. Requests come from autocannon on the same machine, which takes its share of the
processor. "The same again" is answered from the server's memory. "All unlike" uses the filters above except text, in turn, each with a
period that no other request has. With many connections, most of the time is spent waiting in the queue. Answers are compressed as for a
browser. Tiles are at zoom ${httpZoom}.`,
      table(
        'request | connections | requests per second | time | mean answer',
        http,
        ({ name, connections, rate, timing, meanBytes }) =>
          `${name} | ${count(connections)} | ${count(rate)} | ${medianAndSlow(timing)} | ${kilobytes(meanBytes)}`,
      ),
    ]),

    ...chapter(largest?.downloads, ({ copy, formats, quiet, besideSlowReaders }) => [
      `## Downloads

All ${count(rows)} incidents in each format, not compressed on the way, read as fast as they come. PostgreSQL's own \`COPY … TO\` of the same
columns takes ${seconds(copy)}. Server, PostgreSQL and client share the machine's cores. While four downloads are read slowly, a summary takes
${medianAndSlow(besideSlowReaders)}; with nothing else going on, ${medianAndSlow(quiet)} (median, and 95th percentile).`,
      table(
        'format | first byte | whole file | size | incidents per second | growth of memory',
        formats,
        ({ format, firstByte, whole, bytes, growth }) =>
          `${exportFormat(format).label} | ${milliseconds(firstByte)} | ${seconds(whole)} | ${megabytes(bytes)} | ${count((1000 * rows) / whole)} | ${megabytes(growth)}`,
      ),
    ]),

    ...chapter(results.demo, ({ incidents, load, endpoints }) => [
      `## Every endpoint on the demonstration data

The ${count(incidents)} incidents that the first start loads, which makes them up and stores them in ${seconds(load)}, ${count(incidents / (load / 1000))} a second.
Requests are sent one after another, each with a different filter, so that nothing is answered
from memory. Downloads write every incident of their filter.`,
      table(
        'endpoint | whole answer | first byte | mean answer',
        endpoints,
        ({ path, whole, firstByte, meanBytes }) =>
          `\`${path}\` | ${medianAndSlow(whole)} | ${milliseconds(firstByte)} | ${kilobytes(meanBytes)}`,
      ),
    ]),

    ...chapter(results.import, ({ source, files, bytes, incidents, first, again, copy, peak, peakAgain }) => [
      `## Import

${count(incidents)} incidents, ${source}: ${count(files)} files with a total of ${megabytes(bytes)}, imported with \`monitor import\`. The bare COPY reads the same files into one
table with a text column for each field. The import also checks, locates and indexes each incident with its people, weapons and sources, and
keeps its history.

|  | time | compared with the bare COPY | peak memory |
| --- | ---: | ---: | ---: |
| first import | ${seconds(first)} | ${times(first / copy)} | ${megabytes(peak)} |
| again, nothing changed | ${seconds(again)} | ${times(again / copy)} | ${megabytes(peakAgain)} |
| bare COPY | ${seconds(copy)} |  |  |`,
    ]),

    ...chapter(largest?.waiting, ({ incidents, duration, freshAfter, waiting }) => [
      `## Requests during an import

Requests sent one after another, all different, to a server with ${count(rows)} incidents. They are sent while \`monitor import\` imports ${count(incidents)}
more on the same machine (${seconds(duration)}) and the snapshot is brought up to date (at most ${seconds(freshAfter)} later), and for just as long while the server is idle.
The import, PostgreSQL and the client share the machine's cores with the server.`,
      table(
        'request | idle | 95th percentile | longest | during the import | 95th percentile | longest',
        waiting,
        ({ kind, quiet, during }) =>
          cells(kind, ...[quiet, during].flatMap(({ median, slow, longest }) => [median, slow, longest].map(milliseconds))),
      ),
    ]),
  ].join('\n\n')}\n`;
}

function summaryTimes({ rows, summary }: SizeResult): string {
  const shown = measuredOf([cube, ...peers], summary);
  const lines = table(cells('filter | incidents', ...shown), summary, ({ filter, incidents, timings }) =>
    cells(filter.name, count(incidents), ...shown.map((name) => medianAndSlow(timings[name]))),
  );
  return `### ${count(rows)} incidents\n\n${lines}`;
}

function summaryRatios({ rows, summary, cube: built }: SizeResult, bandwidth: number): string {
  const shown = measuredOf(peers, summary);
  const head = cells('filter', ...shown, 'answer | gzipped | bytes touched | at the speed of memory | cube');
  const lines = table(head, summary, (one) => {
    const touched = built?.touched[one.filter.name] ?? 0;
    const delivered = milliseconds((touched / bandwidth) * 1000);
    const ofCube = milliseconds(one.timings[cube]?.median ?? Number.NaN);
    const bytes = [one.bytes, one.gzipped, touched].map(kilobytes);
    return cells(one.filter.name, ...shown.map((name) => slower(one, name)), ...bytes, delivered, ofCube);
  });
  const medians = shown.map((name) => `**${times(medianOf(ratios(summary, name)))}**`);
  return `### ${count(rows)} incidents, compared\n\n${lines}\n| ${cells('**median of the filters**', ...medians, '', '', '', '', '')} |`;
}

function tileTimes({ rows, tiles }: SizeResult): string {
  const shown = measuredOf([cube, store, postgisPoints, postgisCells], tiles);
  const columns = shown.map((name) => (name === cube ? `${name} | size` : `${name} | size | ×`));
  const lines = table(cells('zoom | filter | incidents', ...columns), tiles, (one) => {
    const { tile, filterName, incidents, timings, gzipped } = one;
    const figures = shown.map((name) => {
      const size = kilobytes(gzipped[name] ?? Number.NaN);
      return `${medianAndSlow(timings[name])} | ${size}${name === cube ? '' : ` | ${slower(one, name)}`}`;
    });
    return cells(`${tile.z} | ${filterName} | ${count(incidents)}`, ...figures);
  });
  return `### ${count(rows)} incidents\n\n${lines}`;
}

function growthTable(sizes: readonly SizeResult[]): string {
  const summaries = sizes.flatMap(({ summary }) => summary);
  const shown = measuredOf([cube, ...peers], summaries);
  return table(cells('incidents', ...shown), sizes, ({ rows, summary }) => {
    const medians = shown.map((name) => medianOf(summary.flatMap(({ timings }) => timings[name]?.median ?? [])));
    return cells(count(rows), ...medians.map(milliseconds));
  });
}
