import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type {
  BriefData,
  DatasetList,
  ExploreData,
  HomePage,
  IncidentDetail,
  IncidentList,
  PageAnswer,
  PlaceData,
  PlaceList,
  PlacesData,
  SettlementRanking,
  Summary,
  TrendsData,
} from '@monitor/contract';
import type { IncidentDraft } from '@monitor/domain';
import { type Database, readDatasetVersion } from '@monitor/store';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import { rowsOf } from './csv-rows.ts';
import { minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';

/* A dataset whose content says which state it is in. In its n-th state it has n incidents in one settlement, n people were killed
 * in the first of them and nobody in the others, and its attribution names n: so every answer about it says n. */

const slug = 'numbered';

/** Status of an answer that was interrupted. */
export const interrupted = 0;

/** What an answer said: the version that its header names, and the state that each part of its content says. */
export interface StatedAnswer {
  readonly url: string;
  readonly status: number;
  readonly retryAfter: unknown;
  readonly version: number;
  readonly states: readonly number[];
}

/** Writes the states of the dataset, one after the other, and remembers the version of each. */
export class NumberedStates {
  readonly #database: Database;
  readonly #states = new Map<number, number>();
  #state = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Brings about the next state. Nobody else may write meanwhile. */
  async next(): Promise<void> {
    this.#state += 1;
    await importDrafts(this.#database, draftsOf(this.#state), { ...testDataset, slug, attribution: `State ${this.#state}` });
    await this.remember();
  }

  /** Notes that the present version is of the present state too, after something else was written. */
  async remember(): Promise<void> {
    this.#states.set(await readDatasetVersion(this.#database), this.#state);
  }

  stateOf(version: number): number | undefined {
    return this.#states.get(version);
  }

  /** Those answers of which a part is of another state than the version that they name. */
  mixed(answers: readonly StatedAnswer[]): StatedAnswer[] {
    return answers.filter(({ version, states }) => states.some((state) => state !== this.stateOf(version)));
  }
}

function draftsOf(state: number): IncidentDraft[] {
  return Array.from({ length: state }, (_, index) => ({
    ...minimalDraft,
    source_key: `numbered-${index}`,
    // The last day of whole months, so that the front page counts it.
    occurred_on: '2024-03-31',
    place: 'Казивање',
    killed: index === 0 ? state : 0,
  }));
}

/** An answer of an app, by `inject`. */
interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly rawPayload: Buffer;
}

/** Requests about the dataset, each to another route, with how to read the state from their answers. @param id of its first incident */
export function requestsForState(id: string): Readonly<Record<string, (answer: Answer) => number[]>> {
  const json = (answer: Answer): unknown => JSON.parse(answer.body);
  return {
    [`/api/v1/incidents?dataset=${slug}&sort=-killed&limit=1`]: (answer) => {
      const { total, items } = json(answer) as IncidentList;
      return [total, Number(items[0]?.killed)];
    },
    [`/api/v1/incidents/${id}`]: (answer) => {
      const { killed, provenance } = json(answer) as IncidentDetail;
      return [Number(killed), stateNamed(provenance.attribution)];
    },
    [`/api/v1/incidents.csv?dataset=${slug}`]: ({ body }) => {
      const rows = rowsOf(body);
      return [rows.length, ...rows.map(({ attribution }) => stateNamed(attribution)), sumOf(rows.map(({ killed }) => killed))];
    },
    [`/api/v1/summary?dataset=${slug}&facets=type,country`]: (answer) => {
      const { totals, series, facets } = json(answer) as Summary;
      const parts = [[totals], series.points, facets.type ?? [], facets.country ?? []];
      return parts.flatMap((part) => [sumOf(part.map(({ incidents }) => incidents)), sumOf(part.map(({ killed }) => killed))]);
    },
    [`/api/v1/summary?dataset=${slug}&facets=none&q=kazi`]: (answer) => {
      const { totals } = json(answer) as Summary;
      return [totals.incidents, totals.killed];
    },
    [`/api/v1/tiles/0/0/0.mvt?dataset=${slug}`]: ({ rawPayload }) => {
      const layers = Object.values(new VectorTile(new PbfReader(rawPayload)).layers);
      const features = layers.flatMap((layer) => Array.from({ length: layer.length }, (_, at) => layer.feature(at).properties));
      return [sumOf(features.map(({ count = 1 }) => count)), sumOf(features.map(({ killed }) => killed))];
    },
    '/api/v1/datasets': (answer) => {
      const { datasets } = json(answer) as DatasetList;
      const found = datasets.find((dataset) => dataset.slug === slug);
      return [Number(found?.incidents), stateNamed(found?.attribution)];
    },
    [`/api/v1/settlements?dataset=${slug}`]: (answer) => {
      const { settlements, elsewhere } = json(answer) as SettlementRanking;
      return [elsewhere.incidents + sumOf(settlements.map(({ incidents }) => incidents))];
    },
    '/api/v1/places?q=kazivanje': (answer) => [Number((json(answer) as PlaceList).places[0]?.incidents)],
  };
}

const period = 'from=2024-01-01&to=2024-12-31';

/** The sources of a page, and what it says of the dataset alone. @param figures numbers and sentences that say the state */
function pageForState(figures: (data: never) => readonly (number | string | undefined)[]) {
  return ({ body }: Answer): number[] => {
    const { datasets, data } = JSON.parse(body) as PageAnswer<unknown>;
    const own = datasets.filter((dataset) => dataset.slug === slug);
    const found = data === null ? [] : figures(data as never);
    return [
      ...own.flatMap(({ incidents, attribution }) => [incidents, stateNamed(attribution)]),
      ...found.map((one) => (typeof one === 'number' ? one : countIn(one))),
    ];
  };
}

/** `1 incident`, `1,234 people killed`, `More violent incidents: 44` in a sentence. */
function countIn(text: string | undefined): number {
  return Number(
    /(?<=incidents: )[\d,]+|[\d,]+(?= (?:violent )?(?:incidents?|person|people)\b)/.exec(text ?? '')?.[0]?.replaceAll(',', ''),
  );
}

/** Pages of the dataset: figures of several questions each, and their words. */
export const pagesForState: Readonly<Record<string, (answer: Answer) => number[]>> = {
  [`/api/v1/pages/explore?dataset=${slug}&from=2024-01-01&measure=killed&against=from%3D2024-02-01`]: pageForState(
    ({ figures, sides, months, finding }: ExploreData) => [
      ...figures.filter(({ of }) => of === 'incidents' || of === 'killed').flatMap(({ amounts }) => amounts.map(Number)),
      ...sides.map(({ summary }) => sumOf(summary.series.points.map(({ killed }) => killed))),
      sumOf(months?.counts ?? []),
      finding.text,
    ],
  ),
  [`/api/v1/pages/trends?dataset=${slug}&${period}`]: pageForState(({ incidents, steps, reading }: TrendsData) => [
    incidents,
    sumOf(steps.map(({ count }) => count)),
    reading,
  ]),
  [`/api/v1/pages/places?dataset=${slug}&${period}`]: pageForState(({ locations, regions }: PlacesData) =>
    [...locations.rows, ...regions.rows].flatMap(({ incidents, killed }) => [incidents, killed]),
  ),
  [`/api/v1/pages/place?place=RS&dataset=${slug}&${period}`]: pageForState(({ figures }: PlaceData) =>
    (figures?.findings ?? []).filter(({ name }) => name === 'violence').map(({ count }) => Number(count)),
  ),
  [`/api/v1/pages/brief?dataset=${slug}&from=2024-01-01&to=2024-12-31`]: pageForState(({ figures, lead }: BriefData) => [
    ...figures.filter(({ measure }) => measure === 'incidents' || measure === 'killed').map(({ count }) => Number(count)),
    lead,
  ]),
};

/** The front page of a database without other incidents: its sources, the figures of several questions, and its words. */
export const homeForState: ReturnType<typeof requestsForState> = {
  '/api/v1/pages/home': (answer) => {
    const { datasets, data } = JSON.parse(answer.body) as HomePage;
    const figures = data?.groups.find(({ kind }) => kind === 'violence')?.figures ?? [];
    const places = data?.places.rows.map(({ incidents = 0 }) => incidents) ?? [];
    return [
      ...datasets.flatMap(({ incidents, attribution }) => [incidents, stateNamed(attribution)]),
      ...figures.filter(({ measure }) => measure !== 'injured').map(({ count }) => Number(count)),
      ...places,
      Number(/[\d,]+(?= incidents?\b)/.exec(data?.finding.text ?? '')?.[0]?.replaceAll(',', '')),
    ];
  },
};

/** Also the version that a body names, as a state. */
export async function askState(
  app: { readonly inject: (url: string) => Promise<Answer> },
  url: string,
  statesOf: (answer: Answer) => number[],
): Promise<StatedAnswer> {
  const broken: Answer = { statusCode: interrupted, headers: {}, body: '', rawPayload: Buffer.alloc(0) };
  const answer = await app.inject(url).catch(() => broken);
  const version = Number(answer.headers['dataset-version']);
  const named = /"datasetVersion":(\d+)/.exec(answer.body)?.[1];
  const states = answer.statusCode === 200 ? statesOf(answer) : [];
  return {
    url,
    status: answer.statusCode,
    retryAfter: answer.headers['retry-after'],
    version,
    // A body that names another version than the header is of no state.
    states: named === undefined || Number(named) === version ? states : [Number.NaN],
  };
}

function stateNamed(attribution: string | undefined): number {
  return Number(/^State (\d+)$/.exec(attribution ?? '')?.[1]);
}

function sumOf(values: readonly unknown[]): number {
  return values.map(Number).reduce((sum, value) => sum + value, 0);
}
