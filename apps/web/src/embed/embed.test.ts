import { expect, test } from 'vitest';
import { defaultView, readExploreState } from '../filter/explore-state.ts';
import { embedAddress, embedParts, embedSnippet, embedThemes, readEmbedAddress } from './embed-address.ts';

const { state } = readExploreState('country=RS,XK&from=2024-01-01&q=a%20%26%20b&layer=regions&measure=killed&at=20.5,44.8,7');

test('the address of a frame is read as it was written, for every part and colour', () => {
  for (const part of embedParts)
    for (const theme of embedThemes) {
      const address = embedAddress(part, theme, state);
      expect(address).toMatch(/^\/embed\?show=/);
      expect(readEmbedAddress(address.slice('/embed?'.length))).toEqual({ part, theme, state, problems: [] });
    }
  expect(embedParts).toEqual(expect.arrayContaining(['map', 'trend', 'type', 'week']));
});

test('what a frame does not show is not in its address', () => {
  const view = { ...defaultView, show: 'stacked', split: 'type', sort: 'place', incident: 'AV-1' } as const;
  expect(embedAddress('trend', 'system', { filter: { country: ['RS'] }, view })).toBe('/embed?show=trend&country=RS');
});

test('a frame without a query shows the map of all incidents, and a bad part or colour is named', () => {
  expect(readEmbedAddress('')).toMatchObject({ part: 'map', theme: 'system', state: { filter: {} }, problems: [] });
  const { part, theme, problems } = readEmbedAddress('show=pie&theme=pink&country=RS&type=sorcery');
  expect({ part, theme }).toEqual({ part: 'map', theme: 'system' });
  expect(problems).toMatchObject([
    { parameter: 'show', value: 'pie', allowed: embedParts },
    { parameter: 'theme', value: 'pink', allowed: embedThemes },
    { parameter: 'type', value: 'sorcery' },
  ]);
});

test('the documents name every part of the screen', async () => {
  const { default: guide } = await import('../../../../docs/embedding.md?raw');
  const [, row = ''] = /^\| `show` \|(.*)\|$/m.exec(guide) ?? [];
  expect([...row.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(embedParts);
});

test('a snippet is one frame, whatever its title says', () => {
  expect(embedSnippet('https://monitor.example/embed?show=map&country=RS', 'By “type” <b> "x" & y', 560)).toBe(
    '<iframe src="https://monitor.example/embed?show=map&amp;country=RS" title="By “type” &lt;b&gt; &quot;x&quot; &amp; y" width="100%" height="560" loading="lazy" style="border:0"></iframe>',
  );
});
