/* The steps of a night, all of them drawn from one seed: which step, with which data, and which trouble strikes when. */
import { seededRandom, type Random } from '@monitor/demo';
import {
  afterImport,
  afterRemoval,
  afterUndo,
  contentOf,
  emptyRecord,
  type ImportedFile,
  type Incident,
  type Model,
  recorded,
  type StormFilter,
} from './model.ts';

/** What strikes while a step is done. `calm` is nothing. */
export const troubles = [
  'calm',
  'the command is killed',
  'the command is interrupted',
  'a process of PostgreSQL is killed',
  'the server is killed',
  'everything is killed',
  'the disk fills up',
  'files find no room',
  'the network is slow',
  'connections break',
  'another backup is made',
  'the clock jumps',
] as const;
export type Trouble = (typeof troubles)[number];

export interface Step {
  /** From 1. */
  readonly number: number;
  readonly name: StepName;
  readonly trouble: Trouble;
  /** When it strikes, as a part of what the step usually takes. */
  readonly moment: number;
  /** Another draw from 0 to 1, for what the trouble has to choose. */
  readonly chance: number;
  /** What is imported, if that is the step. */
  readonly file: ImportedFile | undefined;
  /** What is removed, if that is the step. */
  readonly slug: string | undefined;
  readonly before: Model;
  readonly after: Model;
  /** What the figures are compared under, beside all of the record. */
  readonly filter: StormFilter;
  /** Some incidents that are looked at one by one, by dataset and identifier. */
  readonly looked: readonly { readonly slug: string; readonly key: string }[];
}

const slugs = ['one', 'two', 'three'] as const;
const countries = ['AL', 'BA', 'XK', 'ME', 'MK', 'MD', 'RS'] as const;
const types = ['public_dispute', 'criminal_context', 'domestic_violence', 'suicide', 'weapon_seizure', 'other'] as const;
/** Incidents of a dataset at most, so that a step takes seconds. */
const mostIncidents = 4_000;
const mostImported = 1_500;

interface Change {
  readonly after: Model;
  readonly file?: ImportedFile;
  readonly slug?: string;
}

interface StepKind {
  /** How often it is drawn, compared with others. */
  readonly weight: number;
  readonly isPossible: (model: Model) => boolean;
  readonly draw: (model: Model, random: Random) => Change;
}

const hasDataset = ({ record }: Model) => record.datasets.size > 0;
const anyDataset = ({ record }: Model, { pick }: Random) => pick([...record.datasets.keys()] as [string, ...string[]]);

function imported(model: Model, file: ImportedFile): Change {
  return { file, after: { ...model, record: afterImport(model.record, file) } };
}

/** Every kind of step. */
const kinds = {
  'import new incidents': {
    weight: 4,
    isPossible: ({ record }) => slugs.some((slug) => contentOf(record, slug).size < mostIncidents),
    draw(model, random) {
      const open = slugs.filter((slug) => contentOf(model.record, slug).size < mostIncidents);
      const slug = random.pick(open as [string, ...string[]]);
      // Keys go on from those that were ever given, so that what was removed does not come back by chance.
      const first = model.record.imports * mostImported + 1;
      const incidents = drawMany(random, random.integer(1, mostImported), (at) => String(first + at));
      const unreadable = random.chance(0.3) ? [`${first}x`] : [];
      return imported(model, { slug, incidents, unreadable, complete: false });
    },
  },
  'import corrections': {
    weight: 4,
    isPossible: hasDataset,
    draw(model, random) {
      const slug = anyDataset(model, random);
      const share = random.uniform() ** 2;
      const incidents: Incident[] = [];
      const unreadable: string[] = [];
      for (const key of contentOf(model.record, slug).keys())
        // A file without a row that can be read is refused.
        if (incidents.length === 0 || random.chance(share * 0.98)) incidents.push(drawIncident(random, key));
        else if (random.chance(0.01)) unreadable.push(key);
      return imported(model, { slug, incidents, unreadable, complete: random.chance(0.3) });
    },
  },
  'import the same again': {
    weight: 1,
    isPossible: hasDataset,
    draw(model, random) {
      const slug = anyDataset(model, random);
      const incidents = [...contentOf(model.record, slug).values()];
      return imported(model, { slug, incidents, unreadable: [], complete: random.chance(0.5) });
    },
  },
  undo: {
    weight: 3,
    isPossible: hasDataset,
    draw: (model) => ({ after: { ...model, record: afterUndo(model.record) } }),
  },
  'remove a dataset': {
    weight: 1,
    isPossible: hasDataset,
    draw(model, random) {
      const slug = anyDataset(model, random);
      return { slug, after: { ...model, record: afterRemoval(model.record, slug) } };
    },
  },
  publish: { weight: 3, isPossible: hasDataset, draw: (model) => ({ after: { ...model, site: model.record } }) },
  'back up': { weight: 2, isPossible: () => true, draw: (model) => ({ after: { ...model, backup: model.record } }) },
  restore: {
    weight: 1,
    isPossible: ({ backup }) => backup !== undefined,
    draw: (model) => ({ after: { ...model, record: model.backup ?? emptyRecord } }),
  },
} satisfies Record<string, StepKind>;
export type StepName = keyof typeof kinds;
export const stepNames = Object.keys(kinds) as StepName[];

/** The steps of a seed, without end. The same seed gives the same steps. */
export function* drawSteps(seed: number): Generator<Step, never> {
  const random = seededRandom(seed);
  let before: Model = { record: emptyRecord, site: undefined, backup: undefined };
  for (let number = 1; ; number += 1) {
    const name = drawName(before, random);
    const { after, file, slug }: Change = kinds[name].draw(before, random);
    const trouble = random.chance(0.4) ? 'calm' : random.pick(troubles);
    const [moment, chance] = [random.uniform(), random.uniform()];
    const known = [before, after].flatMap(({ record }) => [...recorded(record)]);
    const looked = known.length === 0 ? [] : Array.from({ length: 3 }, () => random.pick(known as [(typeof known)[number]]));
    yield { number, name, trouble, moment, chance, file, slug, before, after, filter: drawFilter(random), looked };
    before = after;
  }
}

function drawName(model: Model, random: Random): StepName {
  const possible = stepNames.filter((name) => kinds[name].isPossible(model));
  return random.pick(possible.flatMap((name) => Array.from({ length: kinds[name].weight }, () => name)) as [StepName]);
}

function drawMany(random: Random, length: number, keyOf: (at: number) => string): Incident[] {
  return Array.from({ length }, (_, at) => drawIncident(random, keyOf(at)));
}

function drawIncident(random: Random, key: string): Incident {
  const people = (mean: number) => (random.chance(0.05) ? null : random.poisson(mean));
  return {
    key,
    occurred_on: drawDay(random),
    country: random.pick(countries),
    type: random.pick(types),
    killed: people(0.4),
    injured: people(0.6),
    suicides: people(0.1),
  };
}

function drawDay({ integer }: Random): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${integer(2019, 2024)}-${two(integer(1, 12))}-${two(integer(1, 28))}`;
}

function drawFilter(random: Random): StormFilter {
  const some = <Item>(all: readonly Item[]) => all.filter(() => random.chance(0.4));
  const [from, to] = [drawDay(random), drawDay(random)].toSorted();
  const [country, type, dataset] = [some(countries), some(types), some(slugs)];
  return {
    ...(random.chance(0.5) && { from, to }),
    ...(country.length > 0 && { country }),
    ...(type.length > 0 && random.chance(0.5) && { type }),
    ...(dataset.length > 0 && random.chance(0.3) && { dataset }),
  };
}
