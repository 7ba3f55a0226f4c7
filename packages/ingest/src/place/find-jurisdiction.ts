import { type Point } from '@monitor/geography';
import { jurisdictionCode } from '@monitor/geography/world';
import type { Gazetteer, Location } from '@monitor/geography/gazetteer';
import { type Findings, wholeInQuotes } from '../findings.ts';
import type { RawPlace } from '../raw-incident.ts';
import { listOfLocations, unknownLocation } from './unknown-location.ts';

/** Crimea and Sevastopol belong to Ukraine (UN General Assembly resolution 68/262), whatever a file says. */
const crimea: ReadonlySet<string> = new Set(['UA-43', 'UA-40']);

/**
 * The jurisdiction of an incident: the one named, else that of its point, else the default; rejected if there is none of them.
 * @param point undefined if there is none that is valid
 * @param here where it lies; undefined if that is not in a known location
 */
export function findJurisdiction(
  raw: RawPlace,
  point: Point | undefined,
  here: Location | undefined,
  gazetteer: Gazetteer,
  findings: Findings,
): string | undefined {
  const name = raw.country ?? (here ? here.jurisdiction : raw.country_default);
  if (name === null) {
    if (point)
      findings.reject(
        'country_outside',
        `country: there is no country, and the point is not in a known location. ${listOfLocations}`,
      );
    else findings.reject('country_missing', 'country: there is no country and no valid point.');
    return undefined;
  }
  const named = jurisdictionCode(name);
  if (named === undefined) {
    findings.reject('country_unknown', `country: ${unknownLocation(name)}`, `country ${wholeInQuotes(name)}`);
  } else if (named === 'RU') {
    const region = here?.region ?? (raw.region === null ? undefined : gazetteer.findRegion(raw.region, 'UA'));
    if (region && crimea.has(region)) return 'UA';
  }
  return named;
}
