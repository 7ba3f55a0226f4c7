import { QueryClientProvider } from '@tanstack/react-query';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createQueryClient } from '../src/app/query-client.ts';
import { Footnotes } from '../src/map/footnotes.tsx';
import { land } from '../src/map/layers/land.ts';
import { styleInput } from '../testing/made-up-style-input.ts';
import { useBasemapNotes, useOperatorBasemap } from '../src/map/operator-basemap.ts';
import { draw } from './drawn.tsx';

/** What the map makes of it: the layers of the land, and the footnotes. */
function OnMap() {
  const basemap = useOperatorBasemap();
  const notes = useBasemapNotes();
  const layers = land.draw({ ...styleInput('light'), basemap });
  return (
    <>
      <output>{layers.map(({ id }) => id).join(', ')}</output>
      <Footnotes synthetic="none" noteOfNames={[]} basemap={notes} />
    </>
  );
}

const { fetch: fetchOfTests } = globalThis;
afterEach(() => {
  globalThis.fetch = fetchOfTests;
  document.querySelector('meta[name=basemap]')?.remove();
});

test.each([
  ['no PMTiles file', () => new Response('<!doctype html>')],
  ['nothing', () => new Response(null, { status: 404 })],
])('an address that gives %s leaves the built-in map, and the footnotes say so', async (_, answer) => {
  globalThis.fetch = () => Promise.resolve(answer());
  const meta = document.createElement('meta');
  [meta.name, meta.content] = ['basemap', '/basemap/operator.pmtiles'];
  document.head.append(meta);
  draw(
    <QueryClientProvider client={createQueryClient()}>
      <OnMap />
    </QueryClientProvider>,
  );
  await expect.element(page.getByText('The background map of this server could not be loaded')).toBeVisible();
  await expect.element(page.getByRole('status')).toHaveTextContent('sea, land, monitored-land');
});
