import {
  type IsoDate,
  legalStatuses,
  linkWithoutNames,
  type Person,
  personOutcomes,
  personRoles,
  publisherOfLink,
  relationships,
  remembering,
  seizureModes,
  sexes,
  type Source,
  sourceKinds,
  tracedStatuses,
  type Weapon,
  weaponClasses,
} from '@monitor/domain';
import { type Findings, quoted } from '../findings.ts';
import { medium } from '@monitor/domain/media';
import type { Listed, RawPerson, RawSource, RawWeapon } from '../raw-incident.ts';
import { checkAges } from './check-age.ts';
import { checkCode, listedText } from './check-code.ts';
import { dateProblem } from './check-dates.ts';
import { cleanText, textLimits } from './clean-text.ts';
import { wholeNumber } from './estimate.ts';

/** The sources that can be used, each once. One of which nothing is left is dropped. */
export function checkSources(raw: readonly RawSource[], today: IsoDate, findings: Findings): Source[] {
  const found = new Map<string, Source>();
  for (const one of raw) {
    const source = checkSource(one, today, findings);
    if (source.publisher !== null || source.withheld_publisher !== null || one.kind !== null)
      found.set(JSON.stringify(source), source);
  }
  return [...found.values()];
}

function checkSource(raw: RawSource, today: IsoDate, findings: Findings): Source {
  const address = addressIn(raw.publisher);
  const link = checkLink(raw.url ?? address, findings);
  const host = link === null ? null : publisherOfLink(link);
  const url = link === null ? null : withoutNames(link, findings);
  const written = address === null ? cleanText(raw.publisher, 'publisher', findings) : null;
  const listed = raw.listed?.publisher;
  // All texts of a column are public: where its rows link to is none of them.
  const hostName = namedPublisher(host, listed === 'all' ? undefined : listed);
  const publisher = written === null ? hostName : namedPublisher(written, listed);
  return {
    kind: checkCode(sourceKinds, raw.kind, 'kind of source', findings) ?? 'other',
    publisher,
    withheld_publisher: publisher === null ? (written ?? host) : null,
    url: hostName === null ? null : url,
    withheld_url: hostName === null ? url : null,
    published_on: checkPublished(raw.published_on, today, findings),
    language: checkLanguage(raw.language, findings),
  };
}

/** The address that a column of publishers has instead of a name. Its host is who publishes; the rest could name a person, as in any link. */
function addressIn(publisher: string | null): string | null {
  const text = publisher?.trim() ?? '';
  if (/^https?:/i.test(text)) return text;
  return /^[^\s/@]+[.][^\s/.]{2,}[/?]\S/.test(text) ? `https://${text}` : null;
}

/** The name of a publisher or host as it is published where it is listed. */
function namedPublisher(written: string | null, listed: Listed | undefined): string | null {
  return written === null ? null : (listedText(written, listed) ?? medium(written) ?? null);
}

/** A link that a browser may follow: `http` or `https` with a host. */
export function checkLink(text: string | null, findings: Findings): string | null {
  if (text === null) return null;
  const link = followedLink(text);
  if (link === null)
    findings.warn('source_dropped', `a link is not an http or https address of ${textLimits.url} characters or fewer.`);
  return link;
}

const followedLink = remembering((text: string): string | null => {
  const link = URL.canParse(text) ? new URL(text) : undefined;
  const possible =
    link !== undefined && /^https?:$/.test(link.protocol) && link.hostname !== '' && link.href.length <= textLimits.url;
  return possible && link.username === '' && link.password === '' ? link.href : null;
});

const keptLink = remembering(linkWithoutNames);

/** Most addresses of articles hold their headline, and headlines name people. */
function withoutNames(link: string, findings: Findings): string | null {
  const kept = keptLink(link);
  if (kept === null) findings.warn('link_left_out', 'a link was left out because its address could name a person.');
  return kept;
}

function checkPublished(text: string | null, today: IsoDate, findings: Findings): IsoDate | null {
  if (text === null) return null;
  const problem = dateProblem(text, today);
  if (problem === undefined) return text;
  findings.warn('source_dropped', `published_on: ${problem.message}`);
  return null;
}

/** A language of ISO 639-1, with its script and region where they are given. Anything longer could be a word. */
export function checkLanguage(text: string | null, findings: Findings): string | null {
  if (text === null) return null;
  const canonical = /^([a-z]{2}|cnr)(-[a-z]{4})?(-[a-z]{2})?$/i.test(text) ? Intl.getCanonicalLocales(text)[0] : undefined;
  const [language = '', ...others] = canonical?.split('-') ?? [];
  const isKnown = (part: string) => (part.length === 4 ? names.script : names.region).of(part) !== undefined;
  if (canonical !== undefined && names.language.of(language) !== undefined && others.every(isKnown)) return canonical;
  findings.warn('source_dropped', `the language ${quoted(text)} is not a tag such as sr or sr-Latn.`);
  return null;
}

const namesOf = (type: Intl.DisplayNamesType) => new Intl.DisplayNames('en', { type, fallback: 'none' });
const names = { language: namesOf('language'), script: namesOf('script'), region: namesOf('region') };

/** A person; what cannot be used becomes "not reported", with a warning. A person without a role is a victim. */
export function checkPerson(raw: RawPerson, findings: Findings): Person {
  return {
    role: checkCode(personRoles, raw.role, 'role', findings) ?? 'victim',
    sex: checkCode(sexes, raw.sex, 'sex', findings) ?? 'not_reported',
    ...checkAges(raw, findings),
    outcome: checkCode(personOutcomes, raw.outcome, 'outcome', findings, 'unexplained') ?? 'not_reported',
    relationship: checkCode(relationships, raw.relationship, 'relationship', findings, 'unexplained') ?? 'not_reported',
  };
}

const mostWeapons = 1_000_000;

/** A weapon; what cannot be used becomes "not reported", with a warning. */
export function checkWeapon(raw: RawWeapon, findings: Findings): Weapon {
  return {
    class: checkCode(weaponClasses, raw.class, 'weapon class', findings) ?? 'not_reported',
    count: checkNumber(raw.count, findings),
    legal: checkCode(legalStatuses, raw.legal, 'legal', findings) ?? 'not_reported',
    mode: checkCode(seizureModes, raw.mode, 'mode', findings),
    traced: checkCode(tracedStatuses, raw.traced, 'traced', findings) ?? 'not_reported',
  };
}

export function checkNumber(text: string | null, findings: Findings): number | null {
  if (text === null) return null;
  const number = wholeNumber(text);
  if (number !== undefined && number >= 0 && number <= mostWeapons) return number;
  findings.warn('weapon_count_dropped', `the number of weapons ${quoted(text)} is not a whole number from 0 to ${mostWeapons}.`);
  return null;
}
