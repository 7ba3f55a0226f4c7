import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { learnFocus, siteFocus } from './focus.ts';
import { jurisdictions } from './jurisdictions.ts';
import { FocusError, readFocus, readFocusOf, usualFocus } from './read-focus.ts';

const written = (text: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'focus-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'mine.yaml'), text);
  return folder;
};
const readText = (text: string) => readFocusOf({ FOCUS: 'mine.yaml' }, written(text));

const brazil = `
title: Monitor de Violência Armada
region: Brazil
locations: [BR]
view: [-74, -34, -34, 5.5]
`;

test('the usual focus counts where the environment names none', () => {
  expect(readFocusOf({ FOCUS: ' ' }, '/')).toEqual(readFocus(usualFocus));
  expect(readFocusOf({}, '/')).toMatchObject({ demonstration: true, locations: expect.arrayContaining(['XK', 'MD']) as string[] });
});

test('what a focus leaves out is not there', () => {
  expect(readText(brazil)).toMatchObject({ locations: ['BR'], view: [-74, -34, -34, 5.5], notes: [], demonstration: false });
});

test.each([
  ['title: x\n', /"region"|region/],
  [brazil.replace('[BR]', '[BRA, XX]'), /"BRA" is not the code of a location, such as RS/],
  [brazil.replace('[-74, -34, -34, 5.5]', '[-34, 5.5, -74, -34]'), /west, south, east and north, in this order/],
  [brazil.replace('-34, 5.5]', '-34, 95]'), /view/],
  [`${brazil}colour: red\n`, /colour|additional/],
  ['a: [', /mine\.yaml/],
])('a focus that cannot be used is refused in one line: %s', (text, message) => {
  expect(() => readText(text)).toThrow(FocusError);
  expect(() => readText(text)).toThrow(message);
  expect(() => readText(text)).toThrow(/^FOCUS must be .*$/);
});

test('a file that is not there is named', () => {
  expect(() => readFocusOf({ FOCUS: 'nothing.yaml' }, '/nowhere')).toThrow(/nothing\.yaml.*no such file/);
});

test('its locations are listed first, in their order', () => {
  onTestFinished(() => learnFocus(readFocus(usualFocus)));
  learnFocus({ ...siteFocus(), locations: ['UA', 'HR'] });
  expect(jurisdictions.slice(0, 3).map(({ code }) => code)).toEqual(['UA', 'HR', 'AF']);
  expect(jurisdictions.filter(({ monitored }) => monitored)).toHaveLength(2);
});

test('the focus in the guide for another region can be used', () => {
  const guide = readFileSync(new URL('../../../docs/new-region.md', import.meta.url), 'utf8');
  expect(readText(/```yaml\n(.*?)```/s.exec(guide)?.[1] ?? '')).toMatchObject({
    region: 'Brazil',
    locations: ['BR'],
    demonstration: false,
  });
});
