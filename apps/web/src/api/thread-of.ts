import { type SiteThread, siteThread } from './site.ts';

/* Who answers what is asked of the API: a site's thread all of it, a thread with the numbers of a server some, the server the rest. */

/** Numbers of a server, of one version, that a thread of the page keeps. */
export interface KeptByThread {
  readonly version: number;
  readonly thread: SiteThread;
  /** Called when the server has shown another version, from which on the thread is not asked any more. */
  readonly onOutdated: () => void;
}

let kept: KeptByThread | undefined;
/** That of the last answer of the API; undefined before the first. */
let lastVersion: number | undefined;

/** From now on, this thread answers what it can. */
export function answerByNumbers(numbers: KeptByThread): void {
  if (lastVersion !== undefined && lastVersion !== numbers.version) numbers.onOutdated();
  else kept = numbers;
}

/** What the texts and identifiers of incidents decide, which only the server knows. */
const ofServer = /[?&=](?:q|id)=/;

/** The thread that answers an address; undefined if the API does. */
export function threadOf(address: string): SiteThread | undefined {
  if (!address.startsWith('/api/')) return undefined;
  const isKept = address.startsWith('/api/v1/pages/explore') && !ofServer.test(decodeURIComponent(address));
  return siteThread() ?? (isKept ? kept?.thread : undefined);
}

/** Takes notice of the version of an answer of the API. @param version of its header; null if it has none */
export function noteVersion(version: string | null): void {
  if (version === null) return;
  lastVersion = Number(version);
  if (kept === undefined || kept.version === lastVersion) return;
  const { onOutdated } = kept;
  kept = undefined;
  onOutdated();
}
