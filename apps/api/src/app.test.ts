import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Problem, problemCodes } from '@monitor/contract';
import { type Database, DatabaseError } from '@monitor/store';
import { lintProblems, schemaProblems } from '../testing/openapi-problems.ts';
import type { Analytics } from '@monitor/engine';
import { type AppOptions, buildApp } from './app.ts';
import type { CubeSource } from './cube/cube-source.ts';
import { makeFileHere } from './files/make-file.ts';
import type { Api } from './services.ts';

/* What needs no data: errors, limits, headers, documents. The database and the numbers are away. */

const away = async (): Promise<never> => {
  throw new DatabaseError('There is no database at secret-host:5432.');
};
const analytics: Analytics = { version: away, snapshot: away, atOnce: away, signals: away };
/** What the driver gives for a statement: its rows, or on request those as lists of values. */
const statementOf = <Rows>(rows: Promise<Rows>) => Object.assign(rows, { values: () => rows });
/** A database that can never be reached. */
const connections = new Proxy(away, { get: () => () => statementOf(away()) });
const database = { connections, close: async () => undefined } as unknown as Database;

let folder: string;
let services: AppOptions;
let app: Api;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><head><title>The app</title></head>');
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'assets', 'main-1a2b.js.br'), brotliCompressSync('export {};'));
  await writeFile(join(folder, 'pages.json'), '["/", "/data", "/embed", "/places/$place"]');
  await writeFile(join(folder, '.sources'), 'hidden');
  const settings = { rateLimit: 'off', publisher: 'Institute', trustProxy: 1, crossOrigin: true } as const;
  services = {
    database,
    makeFile: makeFileHere(database),
    analytics,
    edition: 'test',
    settings,
    logLevel: 'silent',
    webFolder: folder,
  };
  app = await buildApp(services);
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function problemAt(
  url: string,
  options: { method?: 'GET' | 'POST' | 'OPTIONS'; headers?: Record<string, string>; payload?: string } = {},
) {
  const response = await app.inject({ method: 'GET', url, ...options });
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(response.headers['cache-control']).toBe('no-store');
  expect(response.headers.etag).toBeUndefined();
  const problem = response.json<Problem>();
  expect(problem.status).toBe(response.statusCode);
  expect(problem.title).toBe(problemCodes[problem.code as keyof typeof problemCodes].title);
  expect(problem.requestId).toBeTruthy();
  expect(response.body).not.toMatch(/secret|node_modules|\.[jt]s:\d|\\n/);
  return { ...problem, headers: response.headers };
}

test('the page of a place without a place asks for one', async () => {
  for (const query of ['', '?place=', '?type=suicide']) {
    const { status, detail } = await problemAt(`/api/v1/pages/place${query}`);
    expect([query, status, detail]).toEqual([query, 400, '"place" is missing. Give an address of a place, such as place=RS-20.']);
  }
});

test('what is wrong with a query is listed with what is allowed', async () => {
  const {
    status,
    code,
    problems = [],
  } = await problemAt('/api/v1/incidents?type=sorcery&wepon=x&limit=0&sort=age&from=2023-02-30&limit=3');
  expect([status, code]).toEqual([400, 'bad_query']);
  expect(problems.map((problem) => [problem.parameter, problem.code])).toEqual([
    ['type', 'bad_value'],
    ['wepon', 'unknown_parameter'],
    ['from', 'bad_value'],
    ['sort', 'bad_value'],
    ['limit', 'repeated_parameter'],
  ]);
  expect(problems[0]).toMatchObject({ value: 'sorcery', allowed: expect.arrayContaining(['suicide']) });
  expect(problems[3]?.allowed).toContain('-occurred_on');
});

test.each([
  ['/api/v1/incidents?limit=501', 'limit'],
  ['/api/v1/incidents?limit=1e2', 'limit'],
  ['/api/v1/incidents?facets=type', 'facets'],
  ['/api/v1/incidents?__proto__=1', '__proto__'],
  ['/api/v1/incidents?constructor=1&toString=2', 'constructor'],
  ['/api/v1/incidents?bbox=1,2,3', 'bbox'],
  [`/api/v1/incidents?cursor=${'a'.repeat(1001)}`, 'cursor'],
  ['/api/v1/summary?interval=hour', 'interval'],
  ['/api/v1/summary?facets=type,sorcery', 'facets'],
  ['/api/v1/summary?limit=5', 'limit'],
  ['/api/v1/pages/brief?type=suicide', 'type'],
  ['/api/v1/pages/brief?country=RS,XK', 'country'],
  ['/api/v1/pages/brief?from=2026-07-01&to=2026-07-30', 'from'],
  ['/api/v1/incidents.csv?hxl=yes', 'hxl'],
  ['/api/v1/incidents/abc?verbose=1', 'verbose'],
  ['/api/v1/codebook?language=de', 'language'],
  ['/api/v1/datasets?x', 'x'],
  ['/api/openapi.json?x=1', 'x'],
  ['/api/v1/tiles/19/0/0.mvt', 'z'],
  ['/api/v1/tiles/3/8/0.mvt', 'x'],
  ['/api/v1/tiles/3/0/8.mvt', 'y'],
  ['/api/v1/tiles/0/0/-1.mvt', 'y'],
  ['/api/v1/tiles/0/0/1.5.mvt', 'y'],
  ['/api/v1/tiles/1e1/0/0.mvt', 'z'],
  ['/api/v1/tiles/99999999999999999999/0/0.mvt', 'z'],
  ['/api/v1/tiles/%00/0/0.mvt', 'z'],
])('%s is a bad query and names %s', async (url, parameter) => {
  const { status, problems } = await problemAt(url);
  expect(status).toBe(400);
  expect(problems?.[0]?.parameter).toBe(parameter);
});

test('a hostile query is not answered by a page many times its size', async () => {
  const url = `/api/v1/incidents?${Array.from({ length: 2000 }, (_, index) => `a${index % 10}`).join('&')}`;
  expect((await problemAt(url)).problems).toHaveLength(20);
});

test.each([
  '/api/v1/incidents',
  '/api/v1/summary',
  '/api/v1/tiles/0/0/0.mvt',
  '/api/v1/incidents.csv',
  '/api/v1/datasets',
  '/health/ready',
])('without a database %s says so and when to try again', async (url) => {
  const { status, code, headers } = await problemAt(url);
  expect([status, code, headers['retry-after']]).toEqual([503, 'database_unavailable', '5']);
});

test.each([
  '/api/nothing',
  '/api/v1',
  '/api/v1/incidents/a/b',
  '/api/v1/tiles/0/0/0',
  '/health/x',
  '/metrics/x',
  '/assets/none.js',
])('%s is not found, even for a browser', async (url) => {
  expect((await problemAt(url, { headers: { accept: 'text/html' } })).status).toBe(404);
});

test('an address that cannot be decoded is refused', async () => {
  expect(await problemAt('/api/v1/incidents/%E0%A4%A')).toMatchObject({ status: 400, code: 'bad_request' });
  expect(await problemAt('/%c0%af')).toMatchObject({ status: 400 });
});

test('other methods are refused with what is allowed, whatever they bring', async () => {
  const refused = await problemAt('/api/v1/incidents', {
    method: 'POST',
    headers: { 'content-type': 'text/weird' },
    payload: 'x'.repeat(5000),
  });
  expect(refused).toMatchObject({ status: 405, code: 'method_not_allowed' });
  expect(refused.headers.allow).toBe('GET, HEAD');
  expect((await problemAt('/metrics', { method: 'OPTIONS' })).status).toBe(405);
  expect((await problemAt('/api/nothing', { method: 'POST' })).status).toBe(404);
});

test('an address that is too long is refused', async () => {
  expect(await problemAt(`/api/v1/incidents?q=${'a'.repeat(10_000)}`)).toMatchObject({ status: 414, code: 'address_too_long' });
});

test('liveness does not depend on the database', async () => {
  const response = await app.inject('/health/live');
  expect(response.json()).toEqual({ status: 'live' });
});

test('metrics are given while the database is away', async () => {
  await app.inject('/health/live');
  const { body, headers } = await app.inject('/metrics');
  expect(headers['content-type']).toMatch(/^text\/plain/);
  expect(body).toContain('monitor_database_up 0');
  expect(body).toContain('nodejs_eventloop_lag_seconds');
  expect(body).toContain('process_resident_memory_bytes');
  expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/health\/live",status="200"\} \d/);
});

test('the incidents in a snapshot are not counted again for the metrics', async () => {
  // This database answers with its version only.
  const telling = {
    unsafe: (text: string) => statementOf(text.includes('"version"') ? Promise.resolve([[7]]) : away()),
    begin: away,
  };
  const cube = { current: { rows: 5, version: 7 }, bytes: 0 } as unknown as CubeSource;
  const counted = await buildApp({ ...services, database: { ...database, connections: telling as never }, cube });
  const { body } = await counted.inject('/metrics');
  expect(body).toMatch(/^monitor_incidents 5$/m);
  expect(body).toMatch(/^monitor_dataset_version 7$/m);
  expect(body).toMatch(/^monitor_database_up 1$/m);
  await counted.close();
});

test('security headers are on every answer', async () => {
  const { headers } = await app.inject('/health/live');
  const { date: _date, ...rest } = headers;
  expect(rest).toMatchInlineSnapshot(`
    {
      "cache-control": "no-store",
      "connection": "keep-alive",
      "content-length": "17",
      "content-security-policy": "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data: blob:;font-src 'self';connect-src 'self';frame-src 'self';worker-src 'self' blob:;manifest-src 'self';frame-ancestors 'none';base-uri 'none';form-action 'none'",
      "content-type": "application/json; charset=utf-8",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "origin-agent-cluster": "?1",
      "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      "referrer-policy": "strict-origin-when-cross-origin",
      "x-content-type-options": "nosniff",
      "x-dns-prefetch-control": "off",
      "x-download-options": "noopen",
      "x-frame-options": "DENY",
      "x-permitted-cross-domain-policies": "none",
      "x-xss-protection": "0",
    }
  `);
  const refused = await app.inject('/api/nothing');
  expect(refused.headers['content-security-policy']).toBe(headers['content-security-policy']);
});

test('other sites can frame the page that is made for it, and nothing else', async () => {
  const ofPage = async (url: string) => {
    const { headers } = await app.inject({ url, headers: { accept: 'text/html' } });
    return [/frame-ancestors [^;]+/.exec(String(headers['content-security-policy']))?.[0], headers['x-frame-options']];
  };
  const whole = (await app.inject('/health/live')).headers['content-security-policy'];
  const framed = await app.inject({ url: '/embed?show=type&country=RS', headers: { accept: 'text/html' } });
  expect(framed.statusCode).toBe(200);
  expect(framed.headers['content-security-policy']).toBe(String(whole).replace("frame-ancestors 'none'", 'frame-ancestors *'));
  expect(framed.headers['x-frame-options']).toBeUndefined();
  expect(framed.headers['set-cookie']).toBeUndefined();
  for (const url of [
    '/',
    '/data',
    '/embed/',
    '/embed/x',
    '/EMBED',
    '/nowhere?/embed',
    '/places/embed',
    '/api/v1/datasets',
    '/api/docs',
  ])
    expect([url, ...(await ofPage(url))]).toEqual([url, "frame-ancestors 'none'", 'DENY']);
});

test("pages name the operator's base map, and the server gives it", async () => {
  const basemap = join(folder, 'ours.pmtiles');
  await writeFile(basemap, 'PMTiles');
  const mapped = await buildApp({ ...services, settings: { ...services.settings, basemap } });
  onTestFinished(() => mapped.close());
  for (const url of ['/data', '/nowhere', '/embed'])
    expect((await mapped.inject({ url, headers: { accept: 'text/html' } })).body).toContain(
      '<meta name="basemap" content="/basemap/operator.pmtiles" /></head>',
    );
  expect((await app.inject({ url: '/data', headers: { accept: 'text/html' } })).body).not.toContain('basemap');
  expect((await mapped.inject('/basemap/operator.pmtiles')).body).toBe('PMTiles');
  expect((await app.inject('/basemap/operator.pmtiles')).statusCode).toBe(404);
});

test('transport security is required behind TLS only', async () => {
  const plain = await app.inject('/health/live');
  const secure = await app.inject({ url: '/health/live', headers: { 'x-forwarded-proto': 'https' } });
  expect(plain.headers['strict-transport-security']).toBeUndefined();
  expect(secure.headers['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
});

test('a browser gets the app for pages of the app, with lasting assets', async () => {
  // Whether there is a settlement of that name, only the database knows, which is away.
  for (const url of ['/', '/data', '/data?country=RS', '/places/RS-20', '/places/RS-20-atlantis']) {
    const page = await app.inject({ url, headers: { accept: 'text/html,application/xhtml+xml' } });
    expect([page.statusCode, page.headers['cache-control']]).toEqual([200, 'public, max-age=0, must-revalidate']);
    expect(page.body).toContain('The app');
  }
  for (const url of ['/nowhere', '/data/x', '/DATA', '/incident/xyz?country=RS', '/places/ZZ', '/places/RS-99?from=2024-01-01']) {
    const page = await app.inject({ url, headers: { accept: 'text/html' } });
    expect([url, page.statusCode, page.headers['content-type']]).toEqual([url, 404, 'text/html; charset=utf-8']);
    expect(page.body).toContain('The app');
  }
  const asset = await app.inject('/assets/main-1a2b.js');
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await app.inject('/.sources')).statusCode).toBe(404);
  expect((await app.inject('/..%2f..%2fetc%2fpasswd')).statusCode).toBeGreaterThanOrEqual(400);
});

test('a link to Explore from when it was the front page leads there, and loses nothing', async () => {
  const { statusCode, headers } = await app.inject('/?country=RS&q=a?b%20c');
  expect([statusCode, headers.location]).toEqual([301, '/explore?country=RS&q=a?b%20c']);
});

test('a file that the build has compressed is sent as it lies, to whoever can read it', async () => {
  const url = '/assets/main-1a2b.js';
  const compressed = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
  expect(compressed.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'application/javascript; charset=utf-8' });
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe('export {};');
  const plain = await app.inject(url);
  expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, 'export {};']);
  for (const { headers } of [compressed, plain]) {
    expect(headers.vary).toBe('accept-encoding');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  }
});

test('a part of a file is given; one beyond its end is refused', async () => {
  const part = await app.inject({ url: '/assets/main-1a2b.js', headers: { range: 'bytes=0-5' } });
  expect([part.statusCode, part.body]).toEqual([206, 'export']);
  expect(await problemAt('/assets/main-1a2b.js', { headers: { range: 'bytes=999-' } })).toMatchObject({
    status: 416,
    code: 'range_not_satisfiable',
  });
});

test('pages of other sites may read the API, and nothing else', async () => {
  const origin = 'https://researcher.example';
  for (const url of [
    '/api/v1/codebook',
    '/api/v1/incidents',
    '/api/v1/incidents?type=sorcery',
    '/api/nothing',
    '/ogc',
    '/ogc/conformance',
    '/catalog.jsonld',
  ]) {
    const { headers } = await app.inject({ url, headers: { origin } });
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' });
    for (const name of ['Dataset-Version', 'X-Total-Count']) expect(headers['access-control-expose-headers']).toContain(name);
    expect(headers['access-control-allow-credentials']).toBeUndefined();
    // A shared cache keeps one copy for all sites.
    expect(headers.vary ?? '').not.toMatch(/origin/i);
  }
  for (const url of ['/', '/metrics', '/health/live', '/assets/main-1a2b.js']) {
    const { headers } = await app.inject({ url, headers: { origin, accept: 'text/html' } });
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  }
  const asked = { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'if-none-match' };
  const preflight = await app.inject({ method: 'OPTIONS', url: '/api/v1/summary', headers: asked });
  expect(preflight.statusCode).toBe(204);
  expect(preflight.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': expect.stringContaining('If-None-Match'),
    'access-control-max-age': '86400',
    'cache-control': 'no-store',
  });
  expect(await problemAt('/api/nothing', { method: 'POST', payload: '{}' })).toMatchObject({ status: 404, code: 'not_found' });
  expect((await problemAt('/metrics', { method: 'OPTIONS', headers: asked })).status).toBe(405);
});

test('the page about the API is made of files of this server, and shows every address and problem', async () => {
  const page = await app.inject('/api/docs');
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.body).not.toMatch(/style="|<style|https?:\/\/|<script>(?!\s*<\/script>)/);
  const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(5);
  for (const url of files) expect([url, (await app.inject(url)).statusCode]).toEqual([url, 200]);
  const { info, paths } = (await app.inject('/api/docs/json')).json<{ info: { description: string }; paths: object }>();
  expect(Object.keys(paths)).toEqual(Object.keys(app.swagger().paths ?? {}));
  // The `type` of a problem leads to its row.
  for (const code of Object.keys(problemCodes)) expect(info.description).toContain(`id="${code}"`);
  expect((await app.inject('/api/openapi.json')).body).not.toContain('id=');
});

test('a document that the client holds is not sent again', async () => {
  for (const url of ['/api/v1/codebook', '/api/openapi.json', '/api/docs']) {
    const first = await app.inject(url);
    expect(first.statusCode).toBe(200);
    const again = await app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  }
});

test('the description of the API is the one that is committed (vitest -u writes it)', async () => {
  const { body } = await app.inject({ url: '/api/openapi.json', headers: { host: '127.0.0.1:8080' } });
  await expect(`${JSON.stringify(JSON.parse(body), null, 2)}\n`).toMatchFileSnapshot('../../../docs/openapi.json');
});

test('examples name the address that served them, in front of a proxy too', async () => {
  const headers = { host: 'inside:1', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'monitor.example' };
  for (const url of ['/api/openapi.json', '/api/docs/json']) {
    const answer = await app.inject({ url, headers });
    const has = (part: string) => answer.body.includes(part);
    expect([url, has("--show-error 'https://monitor.example/api/v1/"), has('127.0.0.1')]).toEqual([url, true, false]);
    const again = { ...headers, 'if-none-match': String(answer.headers.etag) };
    expect((await app.inject({ url, headers: again })).statusCode).toBe(304);
    expect((await app.inject({ url, headers: { ...again, 'x-forwarded-host': 'other.example' } })).statusCode).toBe(200);
  }
});

test('neither a linter nor a validator of JSON Schema finds anything wrong in the description of the API', async () => {
  const document = (await app.inject('/api/openapi.json')).json<Record<string, unknown>>();
  expect(await lintProblems(document)).toEqual([]);
  expect(schemaProblems(document)).toEqual([]);
  const items = { type: 'array', items: [{ type: 'number' }] };
  expect(schemaProblems({ components: { schemas: { items } } })).toHaveLength(1);
});

test('the reference mentions every address and problem', async () => {
  const reference = await readFile(new URL('../../../docs/api.md', import.meta.url), 'utf8');
  for (const path of Object.keys(app.swagger().paths ?? {})) expect(reference).toContain(path);
  for (const code of Object.keys(problemCodes)) expect(reference).toContain(`\`${code}\``);
});
