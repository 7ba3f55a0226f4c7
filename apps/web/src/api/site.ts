import type { SitePage } from '@monitor/engine';
import { inBrowser } from '../controls/in-browser.ts';

/* What every page knows of a published site; the rest is loaded by its pages alone: see app/start-site.ts. */

let page: SitePage | undefined;

/** What the page is of: before it is drawn, on the server too, where nothing answers. */
export function learnSite(site: SitePage): void {
  page = site;
}

/** What this page of a published site says of itself; undefined if it is of a server. */
export function siteOfPage(): SitePage | undefined {
  return page;
}

/** An address of a page or file, for what the router does not lead to. @param path from the top of the site */
export function sitePath(path: string): string {
  return (page?.base ?? '') + path;
}

/** The same with scheme and host, to be copied or printed; empty on the server, which need not know where it is. */
export function wholeAddress(path: string): string {
  return inBrowser ? location.origin + sitePath(path) : '';
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
