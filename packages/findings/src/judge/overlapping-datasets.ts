import { locationCoverage } from '@monitor/domain';
import { type Dataset, daysOf, overlapOf } from './dataset-coverage.ts';

/** Datasets that share fewer days of a location follow one another. */
const leastShared = 31;

/** What tells whether datasets overlap. */
export type Covering = Pick<Dataset, 'from' | 'to' | 'coverage'>;

/** Those of some datasets that cover days of a location that another covers too: both can have the same incident, so they do not add up. */
export function overlappingDatasets<One extends Covering>(datasets: readonly One[]): readonly One[] {
  return datasets.filter((one) => datasets.some((other) => other !== one && overlap(one, other)));
}

function overlap(one: Covering, other: Covering): boolean {
  return locationCoverage(one).some((own) =>
    locationCoverage(other).some(({ country, from, to }) => {
      const shared = country === own.country ? overlapOf(own, { from, to }) : undefined;
      return shared !== undefined && daysOf(shared) >= leastShared;
    }),
  );
}
