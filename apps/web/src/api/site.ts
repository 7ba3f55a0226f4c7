/* What every page knows of a published site; the rest is loaded by its pages alone: see app/start-site.ts. */

/** What a page of a published site says of itself. */
export interface SitePage {
  /** Name of the file that lists those of the edition. */
  readonly manifest: string;
  /** When the edition was first published, as an ISO 8601 moment. */
  readonly publishedAt: string;
  /** Whether it has the files of all incidents. */
  readonly hasDownloads: boolean;
}

let page: SitePage | undefined;

/** What the page is of: before it is drawn, on the server too, where nothing answers. */
export function learnSite(site: SitePage): void {
  page = site;
}

/** What this page of a published site says of itself; undefined if it is of a server. */
export function siteOfPage(): SitePage | undefined {
  return page;
}

/** A thread of the page that answers what would be asked of the API. */
export interface SiteThread {
  /** The name of its channel. */
  readonly channel: string;
  /** Rejects with the signal's reason when it aborts, and if the files of the site cannot be read. */
  readonly ask: (url: string, method: 'GET' | 'HEAD', signal: AbortSignal) => Promise<Response>;
}

let thread: SiteThread | undefined;

/** From now on, this thread answers what would be asked of the API; the API itself if it is undefined. */
export function answerBySite(answering: SiteThread | undefined): void {
  thread = answering;
}

/** The thread that answers all; undefined if the API does. */
export function siteThread(): SiteThread | undefined {
  return thread;
}

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
  return thread ?? (isKept ? kept?.thread : undefined);
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
