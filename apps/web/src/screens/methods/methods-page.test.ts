import { expect, test } from 'vitest';
import text, { contents } from '../../../../../docs/methods.md';
import signals from '../../../../../docs/signals.md?part';
import { methods } from '../../controls/method-link.tsx';

const html = text + signals;
const ids = [...html.matchAll(/ id="(.*?)"/g)].map(([, id]) => String(id));
const leading = [...html.matchAll(/ href="#(.*?)"/g)].map(([, id]) => String(id));

test('what the signs beside figures lead to is on the page of methods', () => {
  expect(ids).toEqual(expect.arrayContaining([...methods, ...leading, ...contents.map(({ id }) => id)]));
});

test('where the code is, is said in the documents only', () => {
  expect(html).not.toMatch(/packages\/|apps\/|\.ts\b|in the code/);
  expect(html).toContain('<td align="right">0.001</td>');
});

test('each address within the page is of one paragraph', () => {
  expect(ids.length).toBeGreaterThan(30);
  expect(new Set(ids).size).toBe(ids.length);
});
