import { type IsoDate, linkWithoutNames, publisherOfLink, type Source, sourceKinds } from '@monitor/domain';
import { type Findings, quoted } from '../findings.ts';
import { hostCouldNameSomebody, isNameOfSomebody } from '../names/could-name.ts';
import type { RawSource } from '../raw-incident.ts';
import { checkCode } from './check-code.ts';
import { dateProblem } from './check-dates.ts';
import { cleanText, textLimits } from './clean-text.ts';

/** The sources that can be used, each once. One of which nothing is left is dropped. */
export function checkSources(raw: readonly RawSource[], today: IsoDate, findings: Findings): Source[] {
  const found = new Map<string, Source>();
  for (const one of raw) {
    const source = checkSource(one, today, findings);
    if (source.publisher !== null || source.url !== null || one.kind !== null) found.set(JSON.stringify(source), source);
  }
  return [...found.values()];
}

function checkSource(raw: RawSource, today: IsoDate, findings: Findings): Source {
  const link = checkLink(raw.url, findings);
  const host = link === null ? null : publisherOf(link);
  return {
    kind: checkCode(sourceKinds, raw.kind, 'kind of source', findings) ?? 'other',
    publisher: checkPublisher(raw, findings) ?? host,
    url: link === null ? null : withoutNames(link, host, findings),
    published_on: checkPublished(raw.published_on, today, findings),
    language: checkLanguage(raw.language, findings),
  };
}

function checkPublisher(raw: RawSource, findings: Findings): string | null {
  const publisher = cleanText(raw.publisher, 'publisher', findings);
  if (publisher === null || raw.names_nobody?.has('publisher') || !isNameOfSomebody(publisher)) return publisher;
  findings.warn('name_left_out', 'publisher: a text that could name a person was left out.');
  return null;
}

/** The host of a link, or null where it could be that of a person. */
function publisherOf(link: string): string | null {
  const host = publisherOfLink(link);
  return host !== null && hostCouldNameSomebody(host) ? null : host;
}

/** A link that a browser may follow: `http` or `https` with a host. */
export function checkLink(text: string | null, findings: Findings): string | null {
  if (text === null) return null;
  const link = URL.canParse(text) ? new URL(text) : undefined;
  const possible =
    link !== undefined && /^https?:$/.test(link.protocol) && link.hostname !== '' && link.href.length <= textLimits.url;
  if (possible && link.username === '' && link.password === '') return link.href;
  findings.warn('source_dropped', `a link is not an http or https address of ${textLimits.url} characters or fewer.`);
  return null;
}

/** Most addresses of articles hold their headline, and headlines name people. */
function withoutNames(link: string, host: string | null, findings: Findings): string | null {
  const kept = host === null ? null : linkWithoutNames(link);
  if (kept === null)
    findings.warn(
      'link_left_out',
      host === null
        ? 'a link was left out because its address and its host could name a person.'
        : `a link to ${host} was left out because its address could name a person. The publisher was kept.`,
    );
  return kept;
}

function checkPublished(text: string | null, today: IsoDate, findings: Findings): IsoDate | null {
  if (text === null) return null;
  const problem = dateProblem(text, today);
  if (problem === undefined) return text;
  findings.warn('source_dropped', `published_on: ${problem.message}`);
  return null;
}

export function checkLanguage(text: string | null, findings: Findings): string | null {
  if (text === null) return null;
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    findings.warn('source_dropped', `the language ${quoted(text)} is not a BCP 47 tag such as sr or sr-Latn.`);
    return null;
  }
}
