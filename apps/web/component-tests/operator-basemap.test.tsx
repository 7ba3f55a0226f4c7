import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createQueryClient } from '../src/app/query-client.ts';
import { Footnotes } from '../src/map/footnotes.tsx';
import { land } from '../src/map/layers/land.ts';
import { styleInput } from '../src/map/made-up-style-input.ts';
import { useBasemapNotes, useOperatorBasemap } from '../src/map/operator-basemap.ts';
import { draw } from './drawn.tsx';

/** What the map makes of it: the base map, the layers of the land, and the footnotes. */
function OnMap() {
  const basemap = useOperatorBasemap();
  const notes = useBasemapNotes();
  const layers = land.draw({ ...styleInput('light'), basemap });
  return (
    <>
      <output>{notes && JSON.stringify({ basemap, layers })}</output>
      <Footnotes synthetic="none" basemap={notes} />
    </>
  );
}

const { fetch: fetchOfTests } = globalThis;
afterEach(() => {
  globalThis.fetch = fetchOfTests;
  document.querySelector('meta[name^=basemap]')?.remove();
});

/** What the map has of a style at an address, where these files are. */
async function basemapOf(files: Readonly<Record<string, object | string>>): Promise<{ basemap?: object; layers: object[] }> {
  globalThis.fetch = (address) => {
    const file = files[address as string];
    return Promise.resolve(new Response(typeof file === 'string' ? file : JSON.stringify(file), { status: file ? 200 : 404 }));
  };
  const meta = document.createElement('meta');
  [meta.name, meta.content] = ['basemap-style', 'https://maps.example.org/style.json'];
  document.head.append(meta);
  draw(
    <QueryClientProvider client={createQueryClient()}>
      <OnMap />
    </QueryClientProvider>,
  );
  const said = page.getByRole('status');
  await expect.element(said).toHaveTextContent(/./);
  return JSON.parse(said.element().textContent) as { basemap?: object; layers: object[] };
}

test('a style of another server is drawn in place of our land, with the text of its sources’ credits', async () => {
  const { basemap, layers } = await basemapOf({
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
  expect(basemap).toMatchObject({
    sources: { 'operator:survey': { type: 'vector', tiles: ['https://maps.example.org/{z}/{x}/{y}.mvt'] } },
    covers: true,
    credits: ['Survey of tests'],
  });
  expect(layers).toMatchObject([{ id: 'operator:ground', type: 'background' }]);
  await expect.element(page.getByText('Natural Earth · GeoNames · Survey of tests')).toBeVisible();
});

test.each([
  ['no style', { 'https://maps.example.org/style.json': '<!doctype html>' }],
  ['nothing', {}],
])('an address that gives %s leaves the built-in map, and the footnotes say so', async (_, files) => {
  const { basemap, layers } = await basemapOf(files);
  expect(basemap).toBeUndefined();
  expect(layers).toMatchObject([{ id: 'sea' }, { id: 'land' }, { id: 'monitored-land' }]);
  await expect.element(page.getByText('The background map of this server could not be loaded')).toBeVisible();
});
