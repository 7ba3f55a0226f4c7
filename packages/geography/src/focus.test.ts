import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { languages } from '@monitor/domain';
import { learnFocus, siteFocus, siteLanguages } from './focus.ts';
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

test('a view may cross the 180th meridian', () => {
  expect(readText(brazil.replace('[-74, -34, -34, 5.5]', '[166, -48, -176, -34]')).view).toEqual([166, -48, -176, -34]);
});

test.each([
  ['title: x\nlocations: [BR]\n', /: "region" is missing\.$/],
  ['', /: it must have the keys title, region, locations and view\.$/],
  ['- title', /it must have the keys/],
  [brazil.replace('[BR]', '[BRA, XX]'), /"BRA" in it is not the code of a location, such as RS/],
  [brazil.replace('[BR]', 'BR'), /"locations" must be a list of 1 to 60 codes, such as \[RS, ME\]\.$/],
  [brazil.replace(/Monitor.*/, '""'), /"title" must be a text of 1 to 60 characters\.$/],
  [
    brazil.replace('[-74, -34, -34, 5.5]', '[-34, 5.5, -74, -34]'),
    /"view" must be west, south, east and north in degrees, with south/,
  ],
  [
    brazil.replace('[-74, -34, -34, 5.5]', '[14, -118, 33, -86]'),
    /"view" must be west, south, east and north in degrees, with south/,
  ],
  [brazil.replace('[-74, -34, -34, 5.5]', '[30, -34, 16, 5.5]'), /"view" must be west, south, east and north/],
  [brazil.replace('[-74, -34, -34, 5.5]', '[-74, -34, -34]'), /"view" must be west, south/],
  [brazil.replace('-34, 5.5]', '-34, 95]'), /"view" must be west, south/],
  [`${brazil}small_view: { view: [1, 2, 3, 4] }\n`, /"small_view" must be a "view", and an "inset" with "location" and "view"\.$/],
  [
    `${brazil}small_view: { view: [1, 2, 3, 4], inset: { location: BR, view: [3, 2, 1, 4] } }\n`,
    /"small_view inset view" must be west, south/,
  ],
  [`${brazil}notes: one note\n`, /"notes" must be a list of up to 5 sentences, each of 1 to 300 characters\.$/],
  [`${brazil}notes: [5, null]\n`, /"notes" must be a list of up to 5 sentences/],
  [`${brazil}languages: pt\n`, /"languages" must be a list of codes of languages, each once, such as \[en\]\.$/],
  [`${brazil}languages: [en, en]\n`, /"languages" must be a list of codes of languages, each once/],
  [`${brazil}languages: []\n`, /"languages" must be a list of codes of languages, each once/],
  [`${brazil}languages: [en, tlh]\n`, /"tlh" in it is not a language of the interface\. Use en\.$/],
  [`${brazil}demonstration: perhaps\n`, /"demonstration" must be true or false\.$/],
  [
    `${brazil}notez: []\n`,
    /"notez" is not a key of a focus\. Use title, region, locations, languages, view, small_view, notes or demonstration\.$/,
  ],
  ['a: [', /"mine\.yaml" cannot be used: it is not valid YAML: /],
])('a focus that cannot be used is refused in one line: %s', (text, message) => {
  expect(() => readText(text)).toThrow(FocusError);
  expect(() => readText(text)).toThrow(message);
  expect(() => readText(text)).toThrow(/^FOCUS must be .*$/);
});

test('readers may choose the languages of the focus, in its order, or all of the product where it leaves them out', () => {
  onTestFinished(() => learnFocus(readFocus(usualFocus)));
  const all = ['en', 'pt', 'sr-Latn'].map((code) => ({ code, name: code, locale: code }));
  const chosen = (text: string) => {
    learnFocus(readFocus(join(written(`${brazil}${text}`), 'mine.yaml'), all));
    return siteLanguages(all).map(({ code }) => code);
  };
  expect(chosen('languages: [pt, en]\n')).toEqual(['pt', 'en']);
  expect(chosen('')).toEqual(['en', 'pt', 'sr-Latn']);
  expect(() => chosen('languages: [sq]\n')).toThrow('"sq" in it is not a language of the interface. Use en, pt or sr-Latn');
  learnFocus(readText(brazil));
  expect(siteLanguages()).toEqual(languages);
});

test('a file that is not there, or is a folder, is named', () => {
  expect(() => readFocusOf({ FOCUS: 'nothing.yaml' }, '/nowhere')).toThrow(
    /"nothing\.yaml" cannot be used: the file was not found\.$/,
  );
  expect(() => readFocusOf({ FOCUS: '.' }, written(brazil))).toThrow(/"\." cannot be used: this is a folder\.$/);
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

test('of a file that is none, nothing is repeated', () => {
  const secret = () => readText('root:*:19000:0:99999:7:::\nuser:$6$abc/def:1:\n');
  expect(secret).toThrow(FocusError);
  expect(secret).not.toThrow(/root|abc|19000/);
});
