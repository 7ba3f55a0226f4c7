import { notices } from '@monitor/domain';
import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import english from '../i18n/locales/en.json';
import { Footnotes } from './footnotes.tsx';

await i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  // Other files have started it with the languages that there are.
  supportedLngs: false,
  defaultNS: 'interface',
  resources: { en: { interface: english }, 'x-test': { interface: { notice: { boundaries: 'Boundaries, translated.' } } } },
  interpolation: { escapeValue: false },
});

const footnotes = (synthetic: 'none' | 'some' | 'all') =>
  renderToStaticMarkup(<Footnotes synthetic={synthetic} noteOfNames={['*Of a name.']} />);

test('the map says whether all or some of its figures are made up', () => {
  expect(footnotes('none')).not.toMatch(/synthetic/i);
  expect(footnotes('all')).toContain(`title="${english.notice.synthetic}"`);
  expect(footnotes('some')).toContain(`title="${english.notice.someSynthetic}"`);
  expect(footnotes('some')).not.toContain(`>${english.map.synthetic.all}<`);
});

test('its notices are those of the language', async () => {
  expect(footnotes('none')).toContain(`*Of a name. ${notices.boundaries}`);
  await i18next.changeLanguage('x-test');
  expect(footnotes('none')).toContain('Boundaries, translated.');
  await i18next.changeLanguage('en');
});
