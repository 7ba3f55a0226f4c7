import { filterQuery } from '@monitor/contract';
import { expect, test } from 'vitest';
import { tileAddress, tileCacheMode } from './tile-address.ts';

const origin = 'https://monitor.example';

test('a filter stands in the address, a new version only behind it', () => {
  expect(tileAddress(origin, '', undefined)).toBe('https://monitor.example/api/v1/tiles/{z}/{x}/{y}.mvt');
  const address = tileAddress(origin, 'country=RS&type=suicide', 7);
  expect(address).toBe('https://monitor.example/api/v1/tiles/{z}/{x}/{y}.mvt?country=RS&type=suicide#version=7');
  expect(new URL(address).search).toBe('?country=RS&type=suicide');
});

test('braces in a search text are not taken for a place of the tile', () => {
  const address = tileAddress(origin, filterQuery({ q: '{z} {x}' }), undefined);
  expect(address.match(/\{[xyz]\}/g)).toEqual(['{z}', '{x}', '{y}']);
});

test('tiles are checked with the server once the data have changed', () => {
  expect(tileCacheMode(tileAddress(origin, 'country=RS', undefined))).toBe('default');
  expect(tileCacheMode(tileAddress(origin, 'country=RS', 7))).toBe('no-cache');
  expect(tileCacheMode('https://monitor.example/assets/land.json')).toBe('default');
});
