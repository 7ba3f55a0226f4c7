import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { RateMap } from '../src/map/rate-map.tsx';
import { drawAt } from './drawn.tsx';

const draw = (...locations: readonly string[]) =>
  drawAt(
    '',
    <div style={{ width: 600, height: 400 }}>
      <RateMap rates={{ locations, of: {}, sources: [] }} unit="Incidents per 100,000 people" addressOf={() => '/'} />
    </div>,
  );

test('a map of places that the atlas does not have says so, and draws nothing', async () => {
  await draw('BR');
  await expect.element(page.getByText('no outlines of these places')).toBeVisible();
  expect(document.querySelector('svg[data-rate-map]')).toBeNull();
});

test('beside one that it has, they are left out', async () => {
  await draw('RS', 'BR');
  await expect.poll(() => document.querySelector('svg[data-rate-map]')).not.toBeNull();
  expect(document.querySelector('svg[data-rate-map]')!.innerHTML).not.toContain('NaN');
});
