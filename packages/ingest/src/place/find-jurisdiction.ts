import { jurisdictionCode } from '@monitor/geography';
import type { Gazetteer, Location } from '@monitor/geography/gazetteer';
import { type Findings, quoted } from '../findings.ts';
import type { RawPlace } from '../raw-incident.ts';

/** Crimea and Sevastopol belong to Ukraine (UN General Assembly resolution 68/262), whatever a file says. */
const crimea: ReadonlySet<string> = new Set(['UA-43', 'UA-40']);

/**
 * The jurisdiction of an incident: the one named, else that of its point, else the default; rejected if there is none of them.
 * @param here where the point lies.
 */
export function findJurisdiction(
  raw: RawPlace,
  here: Location | undefined,
  gazetteer: Gazetteer,
  findings: Findings,
): string | undefined {
  const name = raw.country ?? (here ? here.jurisdiction : raw.country_default);
  if (name === null) {
    findings.reject('country_missing', 'country: there is no country and no valid point.');
    return undefined;
  }
  const named = jurisdictionCode(name);
  if (named === undefined) {
    findings.reject('country_unknown', `country: ${unknownLocation(name)}`);
  } else if (named === 'RU') {
    const region = here?.region ?? (raw.region === null ? undefined : gazetteer.findRegion(raw.region, 'UA'));
    if (region && crimea.has(region)) return 'UA';
  }
  return named;
}

/** The sentence about a text that is not the name of a location. */
export function unknownLocation(text: string): string {
  return `${quoted(text)} is not a known location. Use a two-letter code such as RS or XK, or an English name.`;
}
