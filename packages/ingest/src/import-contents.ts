import type { IncidentDraft, IsoDate } from '@monitor/domain';
import { jurisdiction, region } from '@monitor/geography';
import { inFewRegions } from './few-regions.ts';
import type { ImportSummary } from './import-summary.ts';

type Places = ImportSummary['contents']['locations'];

/** Locations and regions that are named. */
const mostPlaces = 10;

/** Adds up what incidents say. Its size does not grow with their number: there are only so many days and regions. */
export class ImportContents {
  readonly #people = { killed: { number: 0, notReported: 0 }, injured: { number: 0, notReported: 0 } };
  readonly #weapons = { entries: 0, number: 0, notReported: 0 };
  readonly #roles = { victim: 0, perpetrator: 0 };
  readonly #days = new Map<IsoDate, number>();
  readonly #locations = new Map<string, number>();
  readonly #regions = new Map<string | null, number>();

  add(draft: IncidentDraft): void {
    this.#count(draft, 1);
  }

  /** Takes out an incident that was added. */
  remove(draft: IncidentDraft): void {
    this.#count(draft, -1);
  }

  #count({ killed, injured, people, weapons, occurred_on, country, region: inRegion }: IncidentDraft, by: 1 | -1): void {
    for (const [name, number] of Object.entries({ killed, injured }) as ['killed' | 'injured', number | null][]) {
      if (number === null) this.#people[name].notReported += by;
      else this.#people[name].number += by * number;
    }
    for (const { role } of people) this.#roles[role] += by;
    for (const { count } of weapons) {
      this.#weapons.entries += by;
      if (count === null) this.#weapons.notReported += by;
      else this.#weapons.number += by * count;
    }
    tally(this.#days, occurred_on, by);
    tally(this.#locations, country, by);
    tally(this.#regions, inRegion, by);
  }

  /** Those that the data may cover only in part. */
  get fewRegions(): ImportSummary['fewRegions'] {
    return inFewRegions(this.#regions);
  }

  get summary(): ImportSummary['contents'] {
    const days = [...this.#days.keys()].toSorted();
    const { entries, ...weapons } = this.#weapons;
    return {
      ...this.#people,
      victims: this.#roles.victim,
      perpetrators: this.#roles.perpetrator,
      weapons: entries === 0 ? null : weapons,
      firstDay: days[0] ?? null,
      lastDay: days.at(-1) ?? null,
      locations: mostFrequent(this.#locations, (code) => jurisdiction(code)?.name),
      regions: mostFrequent(this.#regions, (code) => region(code)?.name),
    };
  }
}

/** Counts a key so many times more, or fewer. */
export function tally<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

function mostFrequent(counts: ReadonlyMap<string | null, number>, nameOf: (code: string) => string | undefined): Places {
  const known = [...counts]
    .flatMap(([code, incidents]) => (code === null ? [] : [{ code, name: nameOf(code) ?? code, incidents }]))
    .toSorted((one, other) => other.incidents - one.incidents || (one.code < other.code ? -1 : 1));
  return { most: known.slice(0, mostPlaces), more: Math.max(0, known.length - mostPlaces), notKnown: counts.get(null) ?? 0 };
}
