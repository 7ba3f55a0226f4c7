import { framedPages, permissions, policyText } from '@monitor/engine';
import type { DrawnPage } from './draw-pages.ts';

/* What tells hosts and crawlers about a site. Each host takes headers in a way of its own, and none of them is needed for the site to work. */

const year = 31_536_000;
const lasting = `public, max-age=${year}, immutable`;
/** Folders of files whose names hold a hash of what is in them. */
const lastingFolders = ['assets', 'record'] as const;

/** Those of every file. */
const always = {
  'Permissions-Policy': permissions,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

function headersOf(framed: boolean): Record<string, string> {
  return { 'Content-Security-Policy': policyText(framed), ...always, ...(!framed && { 'X-Frame-Options': 'DENY' }) };
}

/**
 * For Netlify, Cloudflare Pages and others that read the same. They put together what all blocks say of an address, and take nothing away
 * that a wider one has said: what pages differ in is said of each.
 * @param pages paths of the pages right below the root
 */
function headersFile(pages: readonly string[], base: string): string {
  const block = (path: string, headers: Readonly<Record<string, string>>) =>
    [base + path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const own = (path: string) =>
    Object.fromEntries(Object.entries(headersOf(framedPages.includes(path))).filter(([name]) => !(name in always)));
  return [
    block('/*', always),
    ...pages.flatMap((path) => (path === '/' ? [path] : [path, `${path}/*`]).map((address) => block(address, own(path)))),
    ...lastingFolders.map((folder) => block(`/${folder}/*`, { 'Cache-Control': lasting })),
    '',
  ].join('\n\n');
}

/** For Apache. */
function htaccess(base: string): string {
  const lines = Object.entries(headersOf(false)).map(([name, value]) => `  Header set ${name} "${value}"`);
  return [
    `ErrorDocument 404 ${base}/404.html`,
    '<IfModule mod_headers.c>',
    ...lines,
    `  <If "%{REQUEST_URI} =~ m#^${base}(${framedPages.join('|')})(/|$)#">`,
    `    Header set Content-Security-Policy "${policyText(true)}"`,
    '    Header unset X-Frame-Options',
    '  </If>',
    `  <If "%{REQUEST_URI} =~ m#^${base}/(${lastingFolders.join('|')})/#">`,
    `    Header set Cache-Control "${lasting}"`,
    '  </If>',
    '</IfModule>',
    '',
  ].join('\n');
}

/** For nginx, to be included in the `server` of the site. */
function nginx(base: string): string {
  // Within each location: the rest of the host may have another page for what it does not know.
  const lines = (framed: boolean) => [
    `  error_page 404 ${base}/404.html;`,
    ...Object.entries(headersOf(framed)).map(([name, value]) => `  add_header ${name} "${value}" always;`),
  ];
  return [
    `# To be included in the "server" block whose "root" ${base === '' ? 'is this folder' : `has this folder as ${base}`}.`,
    `location ${base}/ {`,
    ...lines(false),
    '  try_files $uri $uri/index.html =404;',
    '}',
    ...framedPages.flatMap((path) => [
      `location ~ ^${base}${path}(/|$) {`,
      ...lines(true),
      '  try_files $uri $uri/index.html =404;',
      '}',
    ]),
    ...lastingFolders.flatMap((folder) => [
      `location ${base}/${folder}/ {`,
      ...lines(false),
      `  add_header Cache-Control "${lasting}";`,
      '}',
    ]),
    '',
  ].join('\n');
}

/**
 * @param address of the site; undefined if it is not known
 * @param base path of the folder that the site is in
 */
export function hostFiles(
  pages: readonly Pick<DrawnPage, 'path'>[],
  address: string | undefined,
  base: string,
): ReadonlyMap<string, string> {
  const listed = pages.filter(({ path }) => !framedPages.includes(path));
  const sitemap = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...listed.map(({ path }) => `<url><loc>${address}${path === '/' ? '/' : `${path}/`}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n');
  return new Map([
    [
      '_headers',
      headersFile(
        pages.map(({ path }) => path).filter((path) => path.split('/').length === 2),
        base,
      ),
    ],
    ['.htaccess', htaccess(base)],
    ['nginx.conf', nginx(base)],
    // For GitHub Pages, which leaves out names that begin with an underscore otherwise.
    ['.nojekyll', ''],
    [
      'robots.txt',
      ['User-agent: *', 'Allow: /', ...(address === undefined ? [] : [`Sitemap: ${address}/sitemap.xml`]), ''].join('\n'),
    ],
    ...(address === undefined ? [] : [['sitemap.xml', sitemap] as const]),
  ]);
}
