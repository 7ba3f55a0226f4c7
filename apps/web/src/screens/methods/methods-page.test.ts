import { expect, test } from 'vitest';
import text from '../../../../../docs/methods.md';
import signals from '../../../../../docs/signals.md?part';
import { methods } from '../../controls/explanation.tsx';

const html = text + signals;
const ids = [...html.matchAll(/ id="(.*?)"/g)].map(([, id]) => String(id));
const leading = [...html.matchAll(/ href="#(.*?)"/g)].map(([, id]) => String(id));

test('what the signs beside figures lead to is on the page of methods', () => {
  expect(ids).toEqual(expect.arrayContaining([...methods, ...leading]));
});

test('each address within the page is of one paragraph', () => {
  expect(ids.length).toBeGreaterThan(30);
  expect(new Set(ids).size).toBe(ids.length);
});
