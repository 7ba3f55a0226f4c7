/* What the record must be, in plain terms: a map of incidents for each dataset after each import. Nothing of it changes. */
import type { Filter } from '@monitor/domain';

/** What the storm imports of an incident, and compares. */
export interface Incident {
  readonly key: string;
  readonly occurred_on: string;
  readonly country: string;
  readonly type: string;
  readonly killed: number | null;
  readonly injured: number | null;
  readonly suicides: number | null;
}

export interface Recorded extends Incident {
  /** False if it was retracted. */
  readonly published: boolean;
}

/** By identifier of the source. */
type Content = ReadonlyMap<string, Recorded>;

/** A dataset after one import. */
interface Edition {
  /** Number of the import among all of this record. */
  readonly number: number;
  readonly content: Content;
}

export interface RecordModel {
  readonly imports: number;
  /** The editions of each dataset, oldest first. */
  readonly datasets: ReadonlyMap<string, readonly Edition[]>;
  /** Dataset and identifier of what was public and was removed, or undone. */
  readonly gone: ReadonlySet<string>;
}

/** What a night has made so far. */
export interface Model {
  readonly record: RecordModel;
  /** What the site in the folder was published from; undefined if there is none. */
  readonly site: RecordModel | undefined;
  /** What the last backup is of. */
  readonly backup: RecordModel | undefined;
}

export const emptyRecord: RecordModel = { imports: 0, datasets: new Map(), gone: new Set() };

export const nameOf = (slug: string, key: string) => `${slug}/${key}`;

export function contentOf({ datasets }: RecordModel, slug: string): Content {
  return datasets.get(slug)?.at(-1)?.content ?? new Map<string, Recorded>();
}

/** All incidents on record, with their dataset. */
export function* recorded({ datasets }: RecordModel): Generator<Recorded & { readonly slug: string }> {
  for (const [slug, editions] of datasets) for (const one of editions.at(-1)?.content.values() ?? []) yield { ...one, slug };
}

export function sizeOf(record: RecordModel): number {
  return [...recorded(record)].length;
}

export interface ImportedFile {
  readonly slug: string;
  readonly incidents: readonly Incident[];
  /** Identifiers of rows that cannot be read: what is on record of them stays. */
  readonly unreadable: readonly string[];
  /** Whether what is not in the file is retracted. */
  readonly complete: boolean;
}

export function afterImport(record: RecordModel, { slug, incidents, unreadable, complete }: ImportedFile): RecordModel {
  const kept = new Set(unreadable);
  const content = new Map<string, Recorded>();
  for (const [key, one] of contentOf(record, slug))
    content.set(key, { ...one, published: one.published && (!complete || kept.has(key)) });
  for (const one of incidents) content.set(one.key, { ...one, published: true });
  const number = record.imports + 1;
  const editions = [...(record.datasets.get(slug) ?? []), { number, content }];
  return { ...record, imports: number, datasets: new Map([...record.datasets, [slug, editions]]) };
}

/** Takes back the last import of all. Throws `RangeError` if there is none. */
export function afterUndo(record: RecordModel): RecordModel {
  const last = [...record.datasets].toSorted(([, one], [, other]) => other.at(-1)!.number - one.at(-1)!.number)[0];
  if (last === undefined) throw new RangeError('there is no import to undo');
  const [slug, editions] = last;
  const left = editions.slice(0, -1);
  const before = left.at(-1)?.content ?? new Map<string, Recorded>();
  const added = [...contentOf(record, slug).keys()].filter((key) => !before.has(key));
  return {
    ...record,
    datasets: new Map([...new Map([...record.datasets, [slug, left]])].filter(([, all]) => all.length > 0)),
    gone: new Set([...record.gone, ...added.map((key) => nameOf(slug, key))]),
  };
}

export function afterRemoval(record: RecordModel, slug: string): RecordModel {
  return {
    ...record,
    datasets: new Map([...record.datasets].filter(([name]) => name !== slug)),
    gone: new Set([...record.gone, ...[...contentOf(record, slug).keys()].map((key) => nameOf(slug, key))]),
  };
}

/** The constraints that the storm draws. */
export type StormFilter = Pick<Filter, 'from' | 'to'> & {
  readonly country?: readonly string[];
  readonly type?: readonly string[];
  readonly dataset?: readonly string[];
};

/** What a summary says of a filter, as far as the storm compares it. Keys without an incident are left out. */
export interface Figures {
  readonly incidents: number;
  readonly killed: number;
  readonly injured: number;
  readonly suicides: number;
  /** Incidents and people killed of each year. */
  readonly years: Readonly<Record<string, string>>;
  /** Incidents of each location and type; as in all facets, without the filter's own list. */
  readonly country: Readonly<Record<string, number>>;
  readonly type: Readonly<Record<string, number>>;
}

export function figuresOf(record: RecordModel, filter: StormFilter): Figures {
  const allows = (list: readonly string[] | undefined, value: string) => list === undefined || list.includes(value);
  const all = [...recorded(record)].filter(
    ({ published, slug, occurred_on }) =>
      published &&
      allows(filter.dataset, slug) &&
      occurred_on >= (filter.from ?? '') &&
      (filter.to === undefined || occurred_on <= filter.to),
  );
  const met = all.filter(({ country, type }) => allows(filter.country, country) && allows(filter.type, type));
  const sum = (of: readonly Incident[], name: 'killed' | 'injured' | 'suicides') =>
    of.reduce((total, one) => total + (one[name] ?? 0), 0);
  const byYear = grouped(met, ({ occurred_on }) => occurred_on.slice(0, 4));
  const counts = (groups: Readonly<Record<string, readonly Incident[]>>) =>
    Object.fromEntries(Object.entries(groups).map(([name, { length }]) => [name, length]));
  return {
    incidents: met.length,
    killed: sum(met, 'killed'),
    injured: sum(met, 'injured'),
    suicides: sum(met, 'suicides'),
    years: Object.fromEntries(Object.entries(byYear).map(([year, of]) => [year, `${of.length}, ${sum(of, 'killed')} killed`])),
    country: counts(
      grouped(
        all.filter(({ type }) => allows(filter.type, type)),
        ({ country }) => country,
      ),
    ),
    type: counts(
      grouped(
        all.filter(({ country }) => allows(filter.country, country)),
        ({ type }) => type,
      ),
    ),
  };
}

function grouped(all: readonly Incident[], keyOf: (one: Incident) => string): Record<string, Incident[]> {
  const groups: Record<string, Incident[]> = {};
  for (const one of all) (groups[keyOf(one)] ??= []).push(one);
  return groups;
}
