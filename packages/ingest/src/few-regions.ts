import { wholeOf } from '@monitor/domain';
import { jurisdiction, regionsOf } from '@monitor/geography';

/** A location of which many incidents are all in few of its regions. */
export interface FewRegions {
  readonly code: string;
  readonly name: string;
  /** Whose region is known. */
  readonly incidents: number;
  /** With incidents. */
  readonly regions: number;
  readonly allRegions: number;
}

/** Of fewer incidents, chance or a wave in one place can leave most regions empty. */
const leastIncidents = 100;
/** Data about the whole of a location is hardly ever from fewer of its regions. */
const mostShare = 0.2;

/** The locations whose incidents look as if the data covered only a part of them. @param counts incidents by region */
export function inFewRegions(counts: ReadonlyMap<string | null, number>): FewRegions[] {
  const known = [...counts].flatMap(([region, incidents]) => (region === null ? [] : [{ region, incidents }]));
  return [...new Set(known.map(({ region }) => wholeOf('region', region)))].flatMap((code) => {
    const own = known.filter(({ region }) => wholeOf('region', region) === code);
    const incidents = own.reduce((sum, one) => sum + one.incidents, 0);
    const allRegions = regionsOf(code).length;
    if (incidents < leastIncidents || own.length > mostShare * allRegions) return [];
    return [{ code, name: jurisdiction(code)?.name ?? code, incidents, regions: own.length, allRegions }];
  });
}
