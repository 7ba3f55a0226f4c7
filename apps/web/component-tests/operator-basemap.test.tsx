import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createQueryClient } from '../src/app/query-client.ts';
import { mapThemes } from '../src/map/map-theme.ts';
import { useBasemapFailed, useOperatorBasemap } from '../src/map/operator-basemap.ts';
import { draw } from './drawn.tsx';

function Said() {
  const basemap = useOperatorBasemap();
  return <output>{useBasemapFailed() ? 'failed' : JSON.stringify(basemap && [basemap, basemap.layers(mapThemes.light)])}</output>;
}

const { fetch: fetchOfTests } = globalThis;
afterEach(() => {
  globalThis.fetch = fetchOfTests;
  document.querySelector('meta[name^=basemap]')?.remove();
});

/** What the page knows of a style at an address, where these files are. */
async function basemapOf(files: Readonly<Record<string, object | string>>): Promise<string> {
  globalThis.fetch = (address) => {
    const file = files[address as string];
    return Promise.resolve(new Response(typeof file === 'string' ? file : JSON.stringify(file), { status: file ? 200 : 404 }));
  };
  const meta = document.createElement('meta');
  [meta.name, meta.content] = ['basemap-style', 'https://maps.example.org/style.json'];
  document.head.append(meta);
  draw(
    <QueryClientProvider client={createQueryClient()}>
      <Said />
    </QueryClientProvider>,
  );
  const said = page.getByRole('status');
  await expect.element(said).toHaveTextContent(/./);
  return said.element().textContent ?? '';
}

test('a style of another server is drawn in place of our land, with the text of its sources’ credits', async () => {
  const said = await basemapOf({
    'https://maps.example.org/style.json': {
      version: 8,
      sources: { survey: { type: 'vector', url: 'tiles.json' } },
      layers: [{ id: 'ground', type: 'background', paint: { 'background-color': 'red' } }],
    },
    'https://maps.example.org/tiles.json': {
      tiles: ['{z}/{x}/{y}.mvt'],
      attribution: '<a href="https://example.org">Survey of tests</a>',
    },
  });
  const [basemap, layers] = JSON.parse(said) as [object, object[]];
  expect(basemap).toMatchObject({
    sources: { 'operator:survey': { type: 'vector', tiles: ['https://maps.example.org/{z}/{x}/{y}.mvt'] } },
    covers: true,
    credits: ['Survey of tests'],
  });
  expect(layers).toMatchObject([{ id: 'operator:ground', type: 'background' }]);
});

test.each([
  ['no style', { 'https://maps.example.org/style.json': '<!doctype html>' }],
  ['nothing', {}],
])('an address that gives %s leaves the built-in map, which says so', async (_, files) => {
  expect(await basemapOf(files)).toBe('failed');
});
