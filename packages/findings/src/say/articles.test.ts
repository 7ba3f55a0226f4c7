import i18next from 'i18next';
import { expect, test } from 'vitest';
import { learnArticles } from './articles.ts';
import { noDataText } from './no-data.ts';
import { voiceOf } from './voice.ts';

const voice = voiceOf('en');

test.each([
  ['{{place, starting}} recorded more.', 'The United States recorded more.'],
  ['More in {{place, the}} than in {{lowest, the}}.', 'More in the United States than in the Netherlands.'],
  ['All is well. {{place, starting}} has fewer.', 'All is well. The United States has fewer.'],
  ['More in {{places, the, list}}.', 'More in the United States, Serbia and the Netherlands.'],
  ['{{places, starting, list}} stand out.', 'The United States, Serbia and the Netherlands stand out.'],
  ['{{place}}: {{lowest}}', 'United States: Netherlands'],
  ['{{place}}, {{lowest}} ({{place}})', 'United States, Netherlands (United States)'],
  ['In {{serbia, the}}, of {{title, the}}', 'In Serbia, of United States of violence'],
])('%s', async (text, said) => {
  const texts = i18next.createInstance();
  await texts.init({ lng: 'en-GB', resources: { 'en-GB': { translation: { text } } } });
  learnArticles(texts);
  const values = {
    place: voice.place('US'),
    lowest: voice.place('NL'),
    serbia: voice.place('RS'),
    places: ['US', 'RS', 'NL'].map(voice.place),
    title: 'United States of violence',
  };
  expect(texts.t('text', values)).toBe(said);
});

test('sentences of pages say the article, and the name of the place alone has none', () => {
  expect(noDataText([voice.place('US')], {}, undefined, voice)).toBe('There is no data about the United States.');
  expect(noDataText(['Serbia'], {}, undefined, voice)).toBe('There is no data about Serbia.');
  expect(voice.place('US')).toBe('United States');
});
