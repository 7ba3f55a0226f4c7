import { readFileSync } from 'node:fs';
import { claimsOfBars } from './claims-of-bars.ts';
import { claimsOfBriefs } from './claims-of-briefs.ts';
import { claimsOfChanges } from './claims-of-changes.ts';
import { claimsOfMaps } from './claims-of-maps.ts';
import { claimsOfPeople } from './claims-of-people.ts';
import { claimsOfPlaceTime } from './claims-of-place-time.ts';
import { claimsOfPlaces } from './claims-of-places.ts';
import { claimsOfSides } from './claims-of-sides.ts';
import { claimsOfSignals } from './claims-of-signals.ts';
import { claimsOfTime } from './claims-of-time.ts';
import type { Claim } from './definitions.ts';

/** What must hold for each message that says something of numbers. */
export const claims: readonly Claim[] = [
  ...claimsOfChanges,
  ...claimsOfPlaces,
  ...claimsOfBars,
  ...claimsOfPlaceTime,
  ...claimsOfSides,
  ...claimsOfMaps,
  ...claimsOfTime,
  ...claimsOfPeople,
  ...claimsOfSignals,
  ...claimsOfBriefs,
];

const patterns = claims.flatMap((claim) => claim.of.map((text) => ({ claim, is: new RegExp(`^${patternOf(text)}$`) })));

function patternOf(text: string): string {
  return text
    .replaceAll('.', '\\.')
    .replaceAll('*', '.*')
    .replace(/\{([^}]*)\}/g, (_, either: string) => `(${either.replaceAll(',', '|')})`);
}

const found = new Map<string, Claim | undefined>();

/** The claim of a message; undefined if it has none. */
export function claimOf(key: string): Claim | undefined {
  if (!found.has(key)) found.set(key, patterns.find(({ is }) => is.test(key))?.claim);
  return found.get(key);
}

/** The English text of each message, by key; of singular and plural, the plural. */
export const messages: ReadonlyMap<string, string> = new Map(
  // From the file: i18next adds the texts of screens to those that it was given.
  textsIn(
    JSON.parse(readFileSync(new URL('../../../../packages/findings/src/say/locales/en.json', import.meta.url), 'utf8')) as object,
  ),
);

function textsIn(texts: object, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([name, text]: [string, string | object]) =>
    typeof text === 'string' ? [[path + name.replace(/_(one|other)$/, ''), text]] : textsIn(text, `${path}${name}.`),
  );
}
