import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Check, Errors } from 'typebox/value';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DatasetList, type IncidentList, TileJson } from '@monitor/contract';
import { notices } from '@monitor/domain';
import { importDrafts, testDataset } from '../../../packages/store/database-tests/test-database.ts';
import type { Api } from '../src/services.ts';
import { fullDraft, minimalDraft } from '../../../packages/domain/testing/made-up-drafts.ts';
import { appWith, useTestApp } from './test-app.ts';

/* How portals, search engines and map programs find the data. */

const used = useTestApp([
  minimalDraft,
  fullDraft,
  ...Array.from({ length: 6 }, (_, at) => ({ ...minimalDraft, source_key: `more-${at}` })),
]);
let pages: Api;
let folder: string;

beforeAll(async () => {
  await importDrafts(used.database, [minimalDraft], {
    ...testDataset,
    slug: 'real',
    synthetic: false,
    title: '</script><b>',
    licence: 'Own terms',
    licence_url: null,
  });
  await used.caughtUp();
  folder = await mkdtemp(join(tmpdir(), 'web-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><html><head><title>App</title></head><body></body></html>');
  await writeFile(join(folder, 'pages.json'), '["/", "/data", "/places/$place"]');
  pages = await appWith(used, { webFolder: folder });
});

afterAll(async () => {
  await pages.close();
  await rm(folder, { recursive: true });
});

type Node = Record<string, unknown> & { '@id'?: string; '@type'?: string };

/** Every object of a document, itself included. */
function nodesIn(value: unknown): Node[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return [value as Node, ...Object.entries(value).flatMap(([name, inner]) => (name === '@context' ? [] : nodesIn(inner)))];
}

/** What DCAT-AP 3.0 requires of each class. */
const required: Readonly<Record<string, readonly string[]>> = {
  'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher', 'dcat:dataset'],
  'dcat:Dataset': ['dct:title', 'dct:description'],
  'dcat:Distribution': ['dcat:accessURL'],
  'dcat:DataService': ['dct:title', 'dcat:endpointURL'],
  'foaf:Agent': ['foaf:name'],
};

async function catalogue(): Promise<Node> {
  const response = await used.app.inject('/catalog.jsonld');
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, 'application/ld+json']);
  return response.json<Node>();
}

test('the catalogue has what DCAT-AP requires, every prefix explained and every address absolute', async () => {
  const document = await catalogue();
  const context = document['@context'] as Record<string, string>;
  const nodes = nodesIn(document);
  for (const node of nodes) {
    const type = node['@type'] ?? '';
    for (const name of required[type] ?? []) expect([type, name, node[name] === undefined]).toEqual([type, name, false]);
    for (const name of [...Object.keys(node), type])
      if (name.includes(':')) expect(Object.keys(context)).toContain(name.split(':')[0]);
    if (node['@id'] !== undefined) expect(node['@id']).toMatch(/^(?:https?:\/\/|mailto:)[^\s<>"]+$/);
  }
  const count = (type: string) => nodes.filter((node) => node['@type'] === type).length;
  expect([count('dcat:Catalog'), count('dcat:Dataset'), count('dcat:DataService')]).toEqual([1, 2, 2]);
  expect(count('dcat:Distribution')).toBeGreaterThanOrEqual(4);
});

test('every address of the catalogue that is on this server leads somewhere', async () => {
  const ids = nodesIn(await catalogue()).flatMap((node) => node['@id'] ?? []);
  const own = [
    ...new Set(
      ids
        .filter((id) => id.startsWith('http://localhost'))
        .map((id) => id.replace(/^http:\/\/localhost(?::80)?/, '').replace(/#.*/, '')),
    ),
  ];
  const program = own.filter((path) => /^\/(?:api\/(?!v1$)|ogc|catalog)/.test(path));
  expect(program.length).toBeGreaterThan(5);
  for (const path of program) expect([path, (await used.app.inject(path)).statusCode]).toEqual([path, 200]);
});

test('a made-up dataset is labelled in the catalogue, and a licence without an address has its name', async () => {
  const text = JSON.stringify(await catalogue());
  expect(text).toContain(notices.synthetic);
  expect(text).toContain('"rdfs:label":"Own terms"');
  const { headers } = await used.app.inject('/catalog.jsonld');
  const again = await used.app.inject({ url: '/catalog.jsonld', headers: { 'if-none-match': String(headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('the page that lists the datasets describes them for search engines, and no other does', async () => {
  const { body, headers } = await pages.inject({ url: '/data', headers: { accept: 'text/html' } });
  const [, text = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? [];
  const { '@graph': graph } = JSON.parse(text) as { '@graph': Node[] };
  const { datasets } = (await used.app.inject('/api/v1/datasets')).json<DatasetList>();
  expect(graph.map(({ name }) => name)).toEqual(datasets.map(({ title }) => title));
  expect(graph[0]).toMatchObject({
    '@type': 'Dataset',
    description: expect.stringContaining(notices.synthetic),
    license: testDataset.licence_url,
    temporalCoverage: '2024-03-15/2025-06-30',
    distribution: expect.arrayContaining([expect.objectContaining({ encodingFormat: 'text/csv' })]),
  });
  // Search engines read descriptions of 50 characters and more.
  for (const { description, license } of graph) expect([typeof license, typeof description]).toEqual(['string', 'string']);
  expect(body).not.toContain('<b>');
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect((await pages.inject({ url: '/', headers: { accept: 'text/html' } })).body).not.toContain('ld+json">');
});

test('TileJSON leads to the tiles of the same filter', async () => {
  const response = await used.app.inject('/api/v1/tiles.json?country=RS&measure=weapons&marks=points');
  const found = response.json<TileJson>();
  expect(Check(TileJson, found) ? [] : Errors(TileJson, found)).toEqual([]);
  expect(found).toMatchObject({
    tilejson: '3.0.0',
    minzoom: 0,
    maxzoom: 18,
    attribution: expect.stringContaining(notices.synthetic),
  });
  const [address = ''] = found.tiles;
  expect(address).toMatch(/\/api\/v1\/tiles\/\{z\}\/\{x\}\/\{y\}\.mvt\?country=RS&measure=weapons&marks=points$/);
  const tile = address.replace(/^http:\/\/localhost(?::80)?/, '').replace('{z}/{x}/{y}', '0/0/0');
  expect((await used.app.inject(tile)).statusCode).toBe(200);
  expect((await used.app.inject('/api/v1/tiles.json?type=sorcery')).statusCode).toBe(400);
});

test('the list links to its next and first page, its licences and the codebook', async () => {
  const seen: string[] = [];
  let next: string | undefined = '/api/v1/incidents?limit=3&country=RS';
  let first: string | undefined;
  while (next !== undefined) {
    const response: Awaited<ReturnType<Api['inject']>> = await used.app.inject(next);
    seen.push(...response.json<IncidentList>().items.map(({ id }) => id));
    const links = String(response.headers.link);
    expect(links).toContain('rel="license"; title="CC0-1.0"');
    expect(links).toContain('</api/v1/codebook>; rel="describedby"');
    first = /<([^>]*)>; rel="first"/.exec(links)?.[1] ?? first;
    next = /<([^>]*)>; rel="next"/.exec(links)?.[1];
  }
  expect(seen).toHaveLength(8);
  expect(new Set(seen).size).toBe(8);
  expect(first).toBe('/api/v1/incidents?limit=3&country=RS');
});

test('the page of a settlement that there is not is a 404', async () => {
  const statusOf = async (place: string) => (await pages.inject(`/places/${place}`)).statusCode;
  // The first that is asked for waits until the gazetteer is read, and does not wait long.
  await expect.poll(() => statusOf('RS-20-atlantis')).toBe(404);
  expect(await statusOf('RS-20-nis')).toBe(200);
});
