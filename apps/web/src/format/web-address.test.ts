import { expect, test } from 'vitest';
import { contactAddress, webAddress } from './web-address.ts';

test('only addresses of the web become links', () => {
  expect(webAddress('https://example.org/a?b')?.href).toBe('https://example.org/a?b');
  expect(webAddress('javascript:alert(1)')).toBeUndefined();
  expect(webAddress(' data:text/html,x')).toBeUndefined();
  expect(webAddress('example.org')).toBeUndefined();
  expect(webAddress(null)).toBeUndefined();
});

test.each([
  ['data@example.org', 'mailto:data@example.org'],
  ['https://example.org/contact', 'https://example.org/contact'],
  ['the statistics unit, room 12', undefined],
  ['javascript:alert(1)@example.org', undefined],
  ['data@example.org?bcc=other@example.org', undefined],
])('a contact is a link where it is an address: %s', (text, address) => {
  expect(contactAddress(text)).toBe(address);
});
