import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { exportFormat, type ExportFormatName, exportFormatNames, filterQuery } from '@monitor/contract';
import { incidentFields, namesOf, partFields, type PartName, partNames } from '@monitor/domain';
import { distinctFilter } from '../filters.ts';
import type { BenchContext } from '../setting/cleanup.ts';
import { copyOut } from '../setting/connect.ts';
import { readMetrics, startServer } from '../setting/own-process.ts';
import { atLeast, atMost, count, medianAndSlow, megabytes, milliseconds, most, type Report, seconds } from '../report.ts';
import { type Timing, timingOf } from '../timing.ts';

interface DownloadMeasurement {
  readonly label: string;
  /** Milliseconds until the first byte has come, median, and until the last. */
  readonly firstByte: number;
  readonly whole: number;
  readonly bytes: number;
  /** By how many bytes the server's memory grew at most meanwhile. */
  readonly growth: number;
}

const firstBytes = 5;
const summaries = 100;
const slowReaders = 4;
/** Milliseconds between two looks at memory, and between two pieces that a slow reader takes. */
const look = 250;
const slowness = 100;

/** Every download of everything, one after the other, beside PostgreSQL's own COPY. */
export async function measureDownloads(databaseUrl: string, incidents: number, context: BenchContext): Promise<Report> {
  const { signal, tell } = context;
  tell('  COPY of the columns of a download');
  const copies: number[] = [];
  for (let turn = 0; turn < 2; turn += 1) copies.push(await measureCopy(databaseUrl, context));
  const server = await startServer({ DATABASE_URL: databaseUrl, DEMO: 'off', TRUST_PROXY: '1' }, context);
  await timeSummaries(server.address, signal, 20);
  const formats: DownloadMeasurement[] = [];
  for (const format of exportFormatNames) {
    tell(`  all incidents as ${exportFormat(format).label}`);
    formats.push(await measureFormat(server.address, format, signal));
  }
  tell('  summaries beside slow readers of downloads');
  const quiet = await timeSummaries(server.address, signal, summaries);
  const readers = new AbortController();
  const all = Array.from({ length: slowReaders }, (_, number) =>
    slowReader(server.address, number, AbortSignal.any([signal, readers.signal])),
  );
  // What is measured is the reading. Starting a thread for each is over within a second or two.
  await Promise.all(all.map(({ begun }) => begun));
  await wait(1000, undefined, { signal });
  const besideSlowReaders = await timeSummaries(server.address, signal, summaries);
  readers.abort();
  await Promise.all(all.map(({ ended }) => ended));
  await server.stop();
  const copy = Math.min(...copies);
  const csv = formats.find(({ label }) => label === exportFormat('csv').label)!;
  const latest = most(formats, ({ firstByte }) => firstByte)!;
  const heaviest = most(formats, ({ growth }) => growth)!;
  const share = (part: number) => `${Math.round(100 * part)}%`;
  return {
    targets: [
      ...atLeast("speed of CSV as a share of PostgreSQL's own COPY of the same columns", copy / csv.whole, 0.4, share),
      ...atMost('first byte of CSV', csv.firstByte, 200, milliseconds),
      ...atMost(`first byte of the slowest format (${latest.label})`, latest.firstByte, 200, milliseconds),
      ...atMost('growth of memory with CSV', csv.growth, 100e6, megabytes),
      ...atMost(`growth of memory, most of any format (${heaviest.label})`, heaviest.growth, 100e6, megabytes),
    ],
    tables: [
      {
        rows: [
          ...formats.map(({ label, firstByte, whole, bytes, growth }) => ({
            format: label,
            'first byte': milliseconds(firstByte),
            'whole file': seconds(whole),
            size: megabytes(bytes),
            'incidents per second': count((1000 * incidents) / whole),
            'growth of memory': megabytes(growth),
          })),
          { format: "PostgreSQL's own COPY", 'whole file': seconds(copy) },
        ],
      },
      {
        rows: [
          { 'a summary': 'with nothing else going on', time: medianAndSlow(quiet) },
          { 'a summary': `while ${slowReaders} downloads are read slowly`, time: medianAndSlow(besideSlowReaders) },
        ],
      },
    ],
  };
}

/** What a row of a download is made of: the fields that everybody sees, and people, weapons and sources as JSON. */
function copiedQuery(): string {
  const part = (name: PartName) => {
    const columns = namesOf(partFields[name], 'record').join(', ');
    const rows = `select ${columns} from ${name} where incident_id = incidents.id order by position`;
    return `array_to_json(array(select row_to_json(part) from (${rows}) as part)) as ${name}`;
  };
  const fields = namesOf(incidentFields, 'list', 'record').join(', ');
  return `select public_id, slug, ${fields}, ${partNames.map(part).join(', ')}
    from incidents inner join datasets on datasets.id = dataset_id where published order by occurred_on, public_id`;
}

async function measureCopy(url: string, context: BenchContext): Promise<number> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const start = performance.now();
  await copyOut(url, copiedQuery(), { into: nowhere, format: 'format csv, header' }, context);
  return performance.now() - start;
}

async function measureFormat(address: string, format: ExportFormatName, signal: AbortSignal): Promise<DownloadMeasurement> {
  const path = `${address}/api/v1/incidents.${exportFormat(format).extension}`;
  const first: number[] = [];
  for (let turn = 0; turn < firstBytes; turn += 1) {
    const start = performance.now();
    const answer = await open(path, signal);
    await once(answer, 'readable');
    first.push(performance.now() - start);
    answer.destroy();
    await wait(look, undefined, { signal });
  }
  // What the tries have left behind is not growth of the download.
  await wait(4 * look, undefined, { signal });
  const before = await memoryOf(address);
  let highest = before;
  const ended = new AbortController();
  const watching = (async () => {
    while (!ended.signal.aborted) {
      highest = Math.max(highest, await memoryOf(address));
      await wait(look);
    }
  })();
  const start = performance.now();
  let bytes = 0;
  try {
    for await (const piece of await open(path, signal)) bytes += (piece as Buffer).length;
  } finally {
    ended.abort();
  }
  const whole = performance.now() - start;
  await watching;
  return { label: exportFormat(format).label, firstByte: timingOf(first).median, whole, bytes, growth: highest - before };
}

/** An answer that is not packed, so that the writing of the format is measured. */
async function open(url: string, signal: AbortSignal, headers: OutgoingHttpHeaders = {}): Promise<IncomingMessage> {
  const [answer] = (await once(get(url, { signal, headers, agent: false }), 'response')) as [IncomingMessage];
  if (answer.statusCode !== 200) throw new Error(`${url} was answered with ${answer.statusCode}.`);
  return answer;
}

async function memoryOf(address: string): Promise<number> {
  return (await readMetrics(address))('process_resident_memory_bytes');
}

let asked = 0;

async function timeSummaries(address: string, signal: AbortSignal, requests: number): Promise<Timing> {
  const durations: number[] = [];
  for (let number = 0; number < requests; number += 1) {
    const start = performance.now();
    const answer = await fetch(`${address}/api/v1/summary?${filterQuery(distinctFilter((asked += 1)))}`, { signal });
    await answer.arrayBuffer();
    durations.push(performance.now() - start);
  }
  return timingOf(durations);
}

/** Takes a piece of a download now and then, as a phone with a bad line does, until it is told to stop. */
function slowReader(
  address: string,
  number: number,
  signal: AbortSignal,
): { readonly begun: Promise<IncomingMessage>; readonly ended: Promise<void> } {
  // Each is a client of its own, since one may not have so many downloads.
  const begun = open(`${address}/api/v1/incidents.csv`, signal, { 'X-Forwarded-For': `203.0.113.${number}` });
  return { begun, ended: readSlowly(begun, signal) };
}

async function readSlowly(begun: Promise<IncomingMessage>, signal: AbortSignal): Promise<void> {
  try {
    for await (const piece of await begun) {
      if ((piece as Buffer).length === 0) break;
      await wait(slowness, undefined, { signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
