import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { wholeFileName } from '@monitor/contract';
import { dataElement, framedPages, type PublishedSite, policyText, type SitePage, withFocus } from '@monitor/engine';
import { type Focus, regionsOf, siteFocus } from '@monitor/geography';
import { UsageError } from '../command-context.ts';

/** Where the web app is built. */
const webFolder = fileURLToPath(new URL('../../../web/', import.meta.url));

/** What the built `apps/web/src/app/first-page.tsx` makes. */
interface FirstPageModule {
  readonly learnFocus: (focus: Focus) => void;
  readonly learnSite: (site: SitePage) => void;
  readonly firstPage: (
    address: string,
    ask: (path: string) => Promise<unknown>,
  ) => Promise<{ readonly html: string; readonly answers: readonly unknown[] }>;
}

/** Where the web app draws, empty as the build leaves it. */
const root = '<div id="root"></div>';

export interface WebBuild {
  readonly folder: string;
  /** The page without figures. */
  readonly page: string;
  /** Paths of the pages, `$` before the name of a part that varies. */
  readonly paths: readonly string[];
  readonly drawing: FirstPageModule;
}

/** Throws `UsageError` where the web app has not been built. */
export async function readWebBuild(): Promise<WebBuild> {
  const folder = join(webFolder, 'dist');
  try {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const paths = JSON.parse(await readFile(join(folder, 'pages.json'), 'utf8')) as string[];
    const built = pathToFileURL(join(webFolder, 'dist-server/first-page.js')).href;
    return { folder, page, paths, drawing: (await import(built)) as FirstPageModule };
  } catch (error) {
    throw new UsageError('The web app has not been built. Run "npx pnpm@12.4.2 build" first.', { cause: error });
  }
}

/** A page of the site: the file it is in, and what it shows. */
export interface DrawnPage {
  readonly path: string;
  readonly html: string;
}

/** The page that every page of the site begins as. */
export function sitePage({ page }: WebBuild, site: SitePage): string {
  const { base, hasDownloads } = site;
  return withFocus(page)
    .replace(/\s*<link rel="alternate" type="application\/ld\+json"[^>]*>/, '')
    .replace('/api/v1/incidents.csv', base + (hasDownloads ? `/${wholeFileName('csv')}` : '/data'))
    .replace('<script src="/theme-at-start.js">', (script) => `<script src="/site-at-start.js"></script>${script}`)
    .replaceAll(/ (src|href)="\//g, (attribute) => attribute.slice(0, -1) + base + '/')
    .replace('</head>', () => `${dataElement(site, 'type="application/json" id="site"')}</head>`);
}

/** Draws the pages that are drawn beforehand, with the answers that they were drawn from. */
export async function* drawPages(
  { paths, drawing }: WebBuild,
  { page, shell, answers }: { readonly page: SitePage; readonly shell: string; readonly answers: PublishedSite },
  countries: readonly string[],
  signal: AbortSignal,
): AsyncGenerator<DrawnPage, void, undefined> {
  drawing.learnFocus(siteFocus());
  drawing.learnSite(page);
  const ask = async (path: string): Promise<unknown> => {
    const { status, body } = await answers.answer({ url: `/api/v1${path}`, method: 'GET' }, signal);
    if (status !== 200 || typeof body !== 'string') throw new Error(`${path} is answered by ${status}.`);
    return JSON.parse(body);
  };
  for (const path of paths.flatMap((one) => (one === '/places/$place' ? placePaths(countries) : one))) {
    signal.throwIfAborted();
    const { html, answers: first } = await drawing.firstPage(path, ask);
    const elements = `<div id="root">${html}</div>${dataElement(first, 'type="application/json" id="first-answers"')}`;
    yield { path, html: withPolicy(shell, path).replace(root, () => elements) };
  }
}

/** The page of all addresses that were not drawn, which hosts give out with a 404. */
export function otherPage(shell: string): string {
  return withPolicy(shell, '/');
}

function placePaths(countries: readonly string[]): string[] {
  return countries.flatMap((country) => [`/places/${country}`, ...regionsOf(country).map(({ code }) => `/places/${code}`)]);
}

/** For hosts that send no headers of ours. What only a header can say is left out. */
function withPolicy(page: string, path: string): string {
  const policy = policyText(framedPages.includes(path))
    .split('; ')
    .filter((directive) => !directive.startsWith('frame-ancestors'))
    .join('; ');
  return page.replace(
    '<meta charset="utf-8" />',
    (charset) => `${charset}<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

/** The file that servers give out for a path. */
export function fileOfPath(path: string): string {
  return path === '/' ? 'index.html' : `${path.slice(1)}/index.html`;
}
