import { expect, test } from 'vitest';
import { readSiteAddress } from './read-site-address.ts';

test.each([
  ['https://monitor.example.org', 'https://monitor.example.org', ''],
  ['https://example.org/monitor', 'https://example.org/monitor', '/monitor'],
  ['https://Example.org/weapons/Monitor-2/', 'https://example.org/weapons/Monitor-2', '/weapons/Monitor-2'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', ''],
])('%s is at the top of its host or in a folder of it', (given, address, base) => {
  expect(readSiteAddress(given)).toEqual({ address, base });
});

test.each([
  'example.org/monitor',
  'ftp://example.org',
  'https://example.org/monitor?edition=2',
  'https://example.org/#map',
  'https://me:Zzyzx@example.org',
  'https://example.org/наблюдение',
  'https://example.org//monitor',
  'https://example.org/a"b',
  'https://example.org/(a)',
])('%s is refused, and the message says what to give', (given) => {
  expect(() => readSiteAddress(given)).toThrow('Nothing was written. Give one such as https://example.org');
});
