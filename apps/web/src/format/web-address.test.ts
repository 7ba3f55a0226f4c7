import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test('only addresses of the web become links', () => {
  expect(webAddress('https://example.org/a?b')?.href).toBe('https://example.org/a?b');
  expect(webAddress('javascript:alert(1)')).toBeUndefined();
  expect(webAddress(' data:text/html,x')).toBeUndefined();
  expect(webAddress('example.org')).toBeUndefined();
  expect(webAddress(null)).toBeUndefined();
});
