import { filterQuery } from '@monitor/contract';
import { expect, test } from 'vitest';
import { takesFinerTiles, tileAddress } from './incident-tiles.ts';

test('the filter is in the address, a new version only in the fragment', () => {
  expect(tileAddress('', 'incidents', undefined)).toBe('patient:///api/v1/tiles/{z}/{x}/{y}.mvt');
  const address = tileAddress('country=RS&type=suicide', 'incidents', 7);
  expect(address).toBe('patient:///api/v1/tiles/{z}/{x}/{y}.mvt?country=RS&type=suicide#version=7');
  expect(new URL(address).search).toBe('?country=RS&type=suicide');
});

test('another measure than incidents is in the address', () => {
  expect(new URL(tileAddress('', 'killed', undefined)).search).toBe('?measure=killed');
  expect(new URL(tileAddress('country=RS', 'rounds', 7)).search).toBe('?country=RS&measure=rounds');
});

test('braces in a search text are not taken for a place of the tile', () => {
  const address = tileAddress(filterQuery({ q: '{z} {x}' }), 'incidents', undefined);
  expect(address.match(/\{[xyz]\}/g)).toEqual(['{z}', '{x}', '{y}']);
});

test('finer tiles are taken from half way to the next zoom on', () => {
  expect([5, 5.4, 5.5, 5.99, 6].map(takesFinerTiles)).toEqual([false, false, true, true, false]);
});
