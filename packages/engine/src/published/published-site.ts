import {
  comparedFilter,
  type ExportFormatName,
  portableFormatNames,
  exportFormat,
  exportFormatNames,
  indicatorCsv,
  type Selection,
  signalCsv,
} from '@monitor/contract';
import { type Filter, type Measure, type PartName, type Sort, today } from '@monitor/domain';
import { signalList } from '@monitor/findings';
import { incidentNames, portableWriters, selectedDatasets, writeWith } from '@monitor/formats/portable-writers';
import { knownCodes, learnLocations, siteFocus } from '@monitor/geography';
import type { Analytics } from '../analytics.ts';
import { buildCodebook } from '../codebook.ts';
import { encodeTile } from '../encode-tile.ts';
import { countIndicators, indicatorTable, type IndicatorRequest } from '../indicators/indicator-table.ts';
import { indicatorCsvParameters, readIndicatorRequest } from '../indicators/indicator-request.ts';
import {
  answerHexagons,
  answerPoints,
  answerSummary,
  answerTile,
  hexagonParameters,
  readTileAddress,
  summaryParameters,
  tileParameters,
} from '../numbers.ts';
import { PageMaker } from '../pages/answer-page.ts';
import { type PageRouteName, pageRoutes, readPage } from '../pages/page-routes.ts';
import {
  describeColumns,
  descriptionParameters,
  listParameters,
  parametersOfFile,
  placeParameters,
  readListStart,
  settlementParameters,
  signalFilter,
  signalListParameters,
  signalParameters,
} from '../records.ts';
import { downloadName, signalFileName } from '../request/download-name.ts';
import { problemBody, ProblemError } from '../request/problem-error.ts';
import { readParameters, readQuery, type Requested } from '../request/read-query.ts';
import { refuseTooMany } from '../request/refuse-too-many.ts';
import { signalNames } from '../signals/signal-feed.ts';
import { publishedAnalytics } from './published-analytics.ts';
import { findPublished, rankPublished } from './published-places.ts';
import type { PublishedRecord } from './published-record.ts';
import { exportedIncidents, exportedParts, findPublishedIncident, listPublished } from './published-records.ts';

/** What a client asks of a site, at the addresses of the API. */
export interface SiteRequest {
  /** Path and query. */
  readonly url: string;
  readonly method: 'GET' | 'HEAD';
}

export type SiteBody = string | Uint8Array<ArrayBuffer> | AsyncIterable<string | Uint8Array>;

/** An answer as the server of the API would give it. */
export interface SiteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: SiteBody;
}

interface Asked extends Requested {
  readonly isHead: boolean;
  readonly signal: AbortSignal;
}
type Answer = (asked: Asked, ...parts: string[]) => Promise<SiteAnswer>;

/** Answers what the API answers, from a published record, without a server. */
export class PublishedSite {
  readonly #record: PublishedRecord;
  readonly #origin: string;
  readonly #analytics: Analytics;
  readonly #pages: PageMaker;
  readonly #routes: readonly (readonly [path: RegExp, answer: Answer])[];
  #known: Promise<void> | undefined;

  /** @param origin scheme and host that the addresses of records begin with */
  constructor(record: PublishedRecord, origin: string) {
    const { publisher, licence } = record.manifest;
    this.#record = record;
    this.#origin = origin;
    this.#analytics = publishedAnalytics(record);
    this.#pages = new PageMaker({
      analytics: this.#analytics,
      publisher,
      licence,
      datasets: async () => (await record.datasets()).datasets,
      places: (_, asked) => findPublished(record, asked),
      settlements: (_, { filter, ...ranked }) => rankPublished(record, filter, ranked),
      indicators: (_, { filter, each }, signal) =>
        this.#indicators({ filter, each, fromYear: undefined, toYear: undefined, isPage: true }, signal),
    });
    this.#routes = this.#table();
  }

  /** Rejects if a file of the record cannot be read, or the signal aborts. */
  async answer({ url, method }: SiteRequest, signal: AbortSignal): Promise<SiteAnswer> {
    try {
      await this.#learn();
      const path = url.split('?')[0]!;
      for (const [pattern, answer] of this.#routes) {
        const found = pattern.exec(path);
        if (found) return await answer({ url, knownCodes, isHead: method === 'HEAD', signal }, ...found.slice(1));
      }
      throw new ProblemError('not_found', `There is nothing at ${path}.`);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ProblemError) return problemAnswer(error);
      throw error;
    }
  }

  /** What must be known of locations in the data that are elsewhere, before an address can be read. */
  #learn(): Promise<void> {
    this.#known ??= this.#record.datasets().then(({ elsewhere }) => learnLocations(elsewhere ?? []));
    this.#known.catch(() => (this.#known = undefined));
    return this.#known;
  }

  #table(): readonly (readonly [RegExp, Answer])[] {
    const record = this.#record;
    const analytics = this.#analytics;
    return [
      [
        /^\/api\/v1\/pages\/(\w+)$/,
        async (asked, name) => {
          if (!Object.hasOwn(pageRoutes, name)) throw new ProblemError('not_found', `There is no page "${name}".`);
          return json(await readPage(name as PageRouteName, asked).make(this.#pages, asked.signal));
        },
      ],
      [
        /^\/api\/v1\/summary$/,
        async (asked) => {
          const { filter, values } = readQuery(asked, summaryParameters);
          return json(await answerSummary(analytics, filter, values, asked.signal));
        },
      ],
      [
        /^\/api\/v1\/hexagons$/,
        async (asked) => {
          const { filter, values } = readQuery(asked, hexagonParameters);
          return json(await answerHexagons(analytics, filter, values, asked.signal));
        },
      ],
      [/^\/api\/v1\/points$/, async (asked) => json(await answerPoints(analytics, readQuery(asked, {}).filter, asked.signal))],
      [
        /^\/api\/v1\/tiles\/(\w+)\/(\w+)\/(\w+)\.mvt$/,
        async (asked, z, x, y) => {
          const tile = readTileAddress({ z, x, y });
          const { filter, values } = readQuery(asked, tileParameters);
          const body = encodeTile(await answerTile(analytics, filter, { tile, ...values }, asked.signal));
          const headers: SiteAnswer['headers'] = { 'content-type': 'application/vnd.mapbox-vector-tile' };
          return body === undefined ? { status: 204, headers: {}, body: '' } : { status: 200, headers, body };
        },
      ],
      [
        /^\/api\/v1\/incidents$/,
        async (asked) => {
          const { filter, values } = readQuery(asked, listParameters);
          const start = readListStart(values);
          return json(await listPublished(record, analytics, filter, { ...values, start }, asked.signal));
        },
      ],
      [
        /^\/api\/v1\/incidents\/([^/]+)$/,
        async (asked, id) => {
          readParameters(asked, {});
          return json(await findPublishedIncident(record, id));
        },
      ],
      [
        /^\/api\/v1\/places$/,
        async (asked) => {
          const { values } = readParameters(asked, placeParameters);
          return json(await findPublished(record, { text: values.q, limit: values.limit }));
        },
      ],
      [
        /^\/api\/v1\/settlements$/,
        async (asked) => {
          const { filter, values } = readQuery(asked, settlementParameters);
          return json(await rankPublished(record, filter, values));
        },
      ],
      [/^\/api\/v1\/datasets$/, async () => json(await record.datasets())],
      [/^\/api\/v1\/codebook$/, async () => json(buildCodebook(record.manifest))],
      [
        /^\/api\/v1\/signals$/,
        async (asked) => {
          const { filter, values } = readQuery(asked, signalListParameters, signalFilter);
          return json(signalList(await record.signals(), { ...values, filter }));
        },
      ],
      [
        /^\/api\/v1\/signals\.csv$/,
        async (asked) => {
          const { filter, values } = readQuery(asked, signalParameters, signalFilter);
          const list = signalList(await record.signals(), { lines: 'none', ...values, filter });
          return file(signalFileName(today()), 'text/csv', signalCsv(list, signalNames((await record.datasets()).datasets)));
        },
      ],
      [/^\/api\/v1\/indicators$/, async (asked) => json(await this.#indicators(readIndicatorRequest(asked), asked.signal))],
      [
        /^\/api\/v1\/indicators\.csv$/,
        async (asked) => {
          const { values, ...request } = readIndicatorRequest(asked, indicatorCsvParameters);
          const table = await this.#indicators(request, asked.signal);
          const name = downloadName({ filter: request.filter }, 'csv', today(), 'armed-violence-indicators');
          return file(name, 'text/csv', indicatorCsv(table, values.style));
        },
      ],
      [
        /^\/api\/v1\/indicators\.xlsx$/,
        async (asked) => {
          const request = readIndicatorRequest(asked);
          // Loaded with the first workbook: it needs many modules.
          const { indicatorWorkbook } = await import('../indicator-workbook.ts');
          const name = downloadName({ filter: request.filter }, 'xlsx', today(), 'armed-violence-indicators');
          const workbook = new Uint8Array(await indicatorWorkbook(await this.#indicators(request, asked.signal)));
          return file(name, exportFormat('xlsx').mediaType, workbook);
        },
      ],
      [/^\/api\/v1\/incidents\.metadata\.json$/, (asked) => this.#describe(asked)],
      ...exportFormatNames.map((name): [RegExp, Answer] => [
        new RegExp(String.raw`^/api/v1/incidents\.${exportFormat(name).extension}$`),
        (asked) => this.#export(name, asked),
      ]),
    ];
  }

  async #indicators(request: IndicatorRequest, signal: AbortSignal) {
    const { datasets } = await this.#record.datasets();
    return this.#analytics.atOnce(signal, (state) =>
      indicatorTable(request, datasets, (scope) => countIndicators(state, scope, signal)),
    );
  }

  async #about(selection: Selection) {
    const { publisher, version } = this.#record.manifest;
    const { datasets } = await this.#record.datasets();
    return {
      publisher,
      notes: siteFocus().notes,
      origin: this.#origin,
      selection,
      datasetVersion: version,
      downloadedOn: today(),
      datasets: selectedDatasets(datasets, selection),
    };
  }

  async #describe(asked: Asked): Promise<SiteAnswer> {
    const { filter, values } = readQuery(asked, descriptionParameters);
    const body = describeColumns(await this.#about({ filter, against: values.against }), values.columns);
    return { status: 200, headers: { 'content-type': 'application/csvm+json' }, body };
  }

  async #export(name: ExportFormatName, asked: Asked): Promise<SiteAnswer> {
    const { label, mediaType, extension } = exportFormat(name);
    const portable = portableFormatNames.find((one) => one === name);
    if (portable === undefined) {
      const labels = portableFormatNames.map((one) => exportFormat(one).label).join(', ');
      throw new ProblemError('not_found', `A site without a server cannot make a file as ${label}. Choose one of ${labels}.`);
    }
    const { filter, values } = readQuery(asked, parametersOfFile(name));
    const { sort, measure, against: other, ...chosen } = values;
    const selection: Selection = { filter, against: other };
    const { keys, sideOf } = await this.#selected(selection, sort, measure, asked.signal);
    refuseTooMany(keys.length, name);
    const headers: SiteAnswer['headers'] = other === undefined ? {} : { 'x-total-count': String(keys.length) };
    const fileName = downloadName(selection, extension, today());
    if (asked.isHead) return file(fileName, mediaType, '', headers);
    const about = await this.#about(selection);
    const incidents = exportedIncidents(this.#record, keys, sideOf, asked.signal);
    const names = incidentNames((await this.#record.datasets()).datasets, this.#origin);
    const table = (part: PartName) => exportedParts(this.#record, keys, part, asked.signal);
    const pieces = writeWith(portableWriters[portable], { incidents, table, total: keys.length, names, about, options: chosen });
    return file(fileName, mediaType, pieces, headers);
  }

  /** The incidents of a selection in an order. */
  async #selected(selection: Selection, sort: Sort, measure: Measure, signal: AbortSignal) {
    const all = { sort, measure, start: { offset: 0 }, limit: (await this.#record.cube()).rows };
    const keysOf = async (filter: Filter) => {
      const listed = await (await this.#analytics.snapshot(filter, signal)).memory!.listed(all);
      if (listed === undefined) throw new ProblemError('bad_query', `This site does not sort by "${sort}".`);
      return listed.keys;
    };
    const other = comparedFilter(selection);
    const a = await keysOf(selection.filter);
    if (other === undefined) return { keys: a, sideOf: undefined };
    const [ofA, ofB] = [new Set(a), new Set(await keysOf(other))];
    const keys = (await keysOf({})).filter((key) => ofA.has(key) || ofB.has(key));
    return { keys, sideOf: (key: number) => (ofA.has(key) ? (ofB.has(key) ? ('A;B' as const) : ('A' as const)) : ('B' as const)) };
  }
}

function json(content: unknown): SiteAnswer {
  return { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(content) };
}

/** @param name of the file, in any letters */
function file(name: string, mediaType: string, body: SiteBody, headers: Readonly<Record<string, string>> = {}): SiteAnswer {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return { status: 200, headers: { 'content-type': mediaType, 'content-disposition': disposition, ...headers }, body };
}

function problemAnswer(problem: ProblemError): SiteAnswer {
  const body = problemBody(problem);
  return { status: body.status, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(body) };
}
