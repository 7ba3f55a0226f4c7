import { coversWhole, type Filter, partName, partsOf, type Period, type RecordPart } from '@monitor/domain';
import { coverageOf, type Dataset } from './dataset-coverage.ts';

/** What comparisons leave out: a dataset, or one location of it. */
export interface LeftOut extends Period {
  readonly title: string;
  /** The parts of the record that it is, see `partName`. */
  readonly parts: readonly string[];
  /** Undefined if it is all of the dataset. */
  readonly country: string | undefined;
  /** All that it has, whatever the day. */
  readonly incidents: number;
  /** Title of the dataset that is compared instead, where this one covers the same days of the same location. */
  readonly instead: string | undefined;
}

/**
 * What the comparisons of a page leave out, those with most incidents first.
 * @param own the filter of the page, which can leave out parts itself @param leftOut names of parts, see `partName`
 */
export function leftOutBeside(own: Filter, leftOut: readonly string[], datasets: readonly Dataset[]): readonly LeftOut[] {
  const names = new Set(leftOut.filter((name) => !own.leave_out?.includes(name)));
  if (names.size === 0) return [];
  const isLeftOut = (part: RecordPart) => names.has(partName(part));
  // A place is compared with others, too.
  const all = partsOf(datasets, own.dataset === undefined ? {} : { dataset: own.dataset });
  return datasets
    .flatMap(({ slug, title }): LeftOut[] => {
      const parts = all.filter(({ dataset }) => dataset === slug);
      const out = parts.filter(isLeftOut);
      if (out.length === 0) return [];
      const groups = out.length === parts.length ? [out] : out.map((part) => [part]);
      return groups.map((group) => ({
        title,
        parts: group.map(partName),
        country: groups.length === 1 && out.length === parts.length ? undefined : group[0]!.country,
        incidents: group.reduce((sum, part) => sum + part.incidents, 0),
        ...coverageOf(group)!,
        instead: insteadOf(group),
      }));
    })
    .toSorted((one, other) => other.incidents - one.incidents);

  /** A part that covers all that a kept one does is not left out for its days. */
  function insteadOf(group: readonly RecordPart[]): string | undefined {
    const kept = all.filter((one) => !isLeftOut(one));
    const rival = group.map((part) => kept.find((one) => one.country === part.country && coversWhole(part, one)));
    const slug = rival.includes(undefined) ? undefined : rival[0]?.dataset;
    return datasets.find((one) => one.slug === slug)?.title;
  }
}

/** Share of what is compared from which on the comparison itself says what it leaves out. */
export const notableShare = 0.1;

/** Incidents of a period, with and without what is left out. */
export interface SidesOfRecord {
  readonly whole: number;
  readonly compared: number;
}

/** The largest share of the incidents of a side that is left out, where it is notable; otherwise undefined. */
export function notableLeftOut(sides: readonly SidesOfRecord[]): number | undefined {
  const share = Math.max(...sides.map(({ whole, compared }) => (whole === 0 ? 0 : (whole - compared) / whole)));
  return share > notableShare ? share : undefined;
}
