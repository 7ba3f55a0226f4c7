import { siteFocus } from '@monitor/geography';
import { Readable } from 'node:stream';
import { LRUCache } from 'lru-cache';
import { Type } from 'typebox';
import {
  columnsQuery,
  comparedFilter,
  exportFormat,
  type ExportFormatName,
  exportFormatNames,
  type Selection,
} from '@monitor/contract';
import { addressOf } from '@monitor/formats';
import { today } from '@monitor/domain';
import { type DatasetRow, knownDatasets, readSelectionHead } from '@monitor/store';
import { answerLimits } from '../answer-limits.ts';
import type { MadeFile } from '../files/make-file.ts';
import { findInKnown, knownRings } from '../known-rings.ts';
import { countBytes, cut, isUnchanged, measured, partOf, readByteRange } from '../http/byte-range.ts';
import { otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { stateOfNumbers } from '../http/same-version.ts';
import { describeEncoding, wantedEncoding } from '../http/compression.ts';
import { dataLinks } from '../http/data-links.ts';
import { clientOf } from '../http/client-address.ts';
import { contentDisposition } from '../http/download-name.ts';
import { downloadName } from '@monitor/engine';
import { DownloadGate, type RunningDownload } from '../http/downloads.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { originOf } from '../http/origin.ts';
import { parametersOfFile, ProblemError, refuseTooMany } from '@monitor/engine';
import { readQuery } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

/** Number of incidents of both sides of a comparison, in the answer to HEAD. */
const totalHeader = 'X-Total-Count';

/** Milliseconds of a download without a byte taken by the client. */
const longestStall = 60_000;

/** Files whose lengths in bytes are known, by their tags. */
const mostLengths = 1000;

/** Every incident of a filter as a file, in each of the formats, streamed at the pace of the client. */
export function exportIncidents(app: Api, services: Services): void {
  const gate = new DownloadGate();
  const lengths = new LRUCache<string, number>({ max: mostLengths });
  for (const name of exportFormatNames) exportAs(name, app, services, { gate, lengths });
}

function exportAs(
  name: ExportFormatName,
  app: Api,
  { analytics, database, makeFile, settings }: Services,
  { gate, lengths }: { readonly gate: DownloadGate; readonly lengths: LRUCache<string, number> },
): void {
  const { extension, mediaType, label, holds } = exportFormat(name);
  const parameters = parametersOfFile(name);
  const content = { [mediaType]: { schema: Type.Unsafe<Readable>({ type: 'string', format: 'binary' }) } };
  app.get(
    `/api/v1/incidents.${extension}`,
    {
      config: { weight: 'heavy', asksDatabase: false },
      // Done where the file is made.
      compress: false,
      handlerTimeout: answerLimits.download,
      schema: {
        operationId: exportOperation(name),
        tags: ['Records'],
        summary: `All matching incidents as ${label}`,
        querystring: filterQuerySchema(parameters),
        response: {
          200: {
            description: `${holds} Oldest first unless \`sort\` is given. The \`Link\` header gives the licence, codebook and citation.`,
            content,
          },
          206: { description: 'The part of the file that `Range` asks for.', content },
          ...otherAnswers,
        },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters);
      const { sort, measure, against: other, ...chosen } = values;
      const selection: Selection = { filter, against: other };
      const { signal } = request;
      // Parts are those of the file as it is, since nobody knows where they are in the compressed one.
      const range = request.method === 'GET' ? readByteRange(request.headers.range) : undefined;
      const encoding = range === undefined ? wantedEncoding(request, mediaType) : undefined;
      const isExact = encoding === undefined;
      const origin = originOf(request);
      const { publisher } = settings;
      const { notes } = siteFocus();
      // All that the bytes depend on.
      const identity = [origin, publisher, ...notes, today(), canonical].join(' ');
      const describe = (datasets: readonly DatasetRow[]) => {
        reply
          .type(mediaType === 'text/csv' ? 'text/csv; charset=utf-8; header=present' : mediaType)
          .header('Content-Disposition', contentDisposition(downloadName(selection, extension, today())))
          .header('Link', dataLinks(datasets, metadataOf(selection, chosen.columns)))
          .header('Accept-Ranges', isExact ? 'bytes' : 'none');
      };
      const tag = () => String(reply.getHeader('ETag'));
      const isPart = () => range !== undefined && isUnchanged(request.headers['if-range']?.toString(), tag());
      /** What is sent of the file: all, or the part that is wanted. */
      const partly = (pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> => {
        const length = lengths.get(tag());
        // Unknown too where the data has changed just now: the whole file may be sent in place of a part.
        if (length === undefined) return isExact ? measured(pieces, (bytes) => lengths.set(tag(), bytes)) : pieces;
        const part = range !== undefined && isPart() ? partOf(range, length) : { start: 0, end: length };
        if (part === undefined) throw notInFile(length);
        if (isPart()) reply.code(206).header('Content-Range', `bytes ${part.start}-${part.end - 1}/${length}`);
        reply.header('Content-Length', String(part.end - part.start));
        return cut(pieces, part);
      };
      const known = async () => {
        const rings = [filter.within, comparedFilter(selection)?.within];
        if (rings.every((ring) => ring === undefined)) return undefined;
        return knownRings(rings, (await analytics.snapshot({}, signal)).memory);
      };
      const { version, read } = stateOfNumbers(analytics, database, request);
      if (request.method === 'HEAD') {
        const answer = async () => {
          const findInRing = findInKnown(await known());
          return read((snapshot) => readSelectionHead(database, selection, { signal, snapshot, findInRing }));
        };
        const found = await unlessKnown(request, reply, identity, { version, answer, isExact });
        if (!found) return reply.send(undefined);
        describe(found.datasets);
        // What the screen cannot add up from the sides, since an incident can belong to both.
        if (other !== undefined) reply.header(totalHeader, String(found.total));
        return reply.send(Readable.from([]));
      }

      let download: RunningDownload | undefined;
      let made: MadeFile | undefined;
      const close = async () => {
        download?.leave();
        await made?.close();
      };
      // However it ends, even before the first byte is sent.
      reply.raw.once('close', () => void close());
      try {
        const file = await unlessKnown(request, reply, identity, {
          version,
          isExact,
          async answer(now) {
            download = await gate.enter(clientOf(request), () => reply.raw.destroy(), signal, request.served?.since);
            if (request.served) request.served.hasBegun = true;
            const order = {
              format: name,
              selection,
              known: await known(),
              datasets: knownDatasets(database, now),
              sort,
              measure,
              options: chosen,
              publisher,
              notes,
              origin,
              encoding,
            };
            const make = async () => {
              made = await begun(signal, (beginning) => read((snapshot) => makeFile({ ...order, snapshot }, beginning)));
              refuseTooMany(made.total, name);
              return made;
            };
            // To know where the last byte is takes to write all of them once. The second time, what the client has is left out.
            if (isPart() && !lengths.has(tag())) {
              const whole = await make();
              lengths.set(tag(), await countBytes(whole.pieces));
              await whole.close();
            }
            return make();
          },
        });
        if (!file) {
          await close();
          return await reply.send(undefined);
        }
        // The client may have left at the very moment when the file was begun.
        signal.throwIfAborted();
        describe(file.datasets);
        if (encoding !== undefined) describeEncoding(reply, encoding);
        // An error from here on destroys the connection, so that no client takes a part for the whole.
        const pieces = onceBegun(partly(file.pieces), () => reply.raw.setTimeout(longestStall, () => reply.raw.destroy()));
        return await reply.send(Readable.from(download!.pace.measured(pieces), { objectMode: false, highWaterMark: 65_536 }));
      } catch (error) {
        await close();
        throw error;
      }
    },
  );
}

/** Until the first piece, it is the server that takes its time. */
async function* onceBegun(pieces: AsyncIterable<Uint8Array>, begin: () => unknown) {
  let isFirst = true;
  for await (const piece of pieces) {
    if (isFirst) begin();
    isFirst = false;
    yield piece;
  }
}

function notInFile(length: number): ProblemError {
  const headers = { 'Content-Range': `bytes */${length}` };
  return new ProblemError('range_not_satisfiable', `The file has ${length} bytes. Leave out Range.`, { headers });
}

/** What is begun in time. Throws `took_too_long` otherwise; the signal that the work is given ends it then, as it does when `signal` aborts later. */
async function begun<Result>(signal: AbortSignal, begin: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const late = new AbortController();
  const problem = new ProblemError('took_too_long', 'Try again in a minute, or use a narrower filter, such as a shorter period.', {
    headers: { 'Retry-After': '60' },
  });
  const timer = setTimeout(() => late.abort(problem), answerLimits.downloadBeginning);
  try {
    return await begin(AbortSignal.any([signal, late.signal]));
  } finally {
    clearTimeout(timer);
  }
}

/** The address of what describes the columns of this CSV. */
function metadataOf(selection: Selection, chosen: readonly string[] | undefined): string {
  return addressOf({ origin: '', selection }, '/api/v1/incidents.metadata.json', columnsQuery(chosen));
}

/** The name that a download has in the API's description. */
export function exportOperation(name: ExportFormatName): string {
  return `exportIncidents${name.replace(/^./, (letter) => letter.toUpperCase())}`;
}
