import i18next from 'i18next';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { expect, test } from 'vitest';
import common from '../i18n/locales/en.json' with { type: 'json' };
import { Casualties } from './figure-summary.tsx';
import english from './locales/en.json' with { type: 'json' };

await i18next
  .use(initReactI18next)
  .init({ lng: 'en', defaultNS: 'interface', resources: { en: { interface: common, map: english } } });

/** The people of nine incidents in words. */
function said(killed: number, injured: number, notReported: { killed: number; injured: number }): string {
  const figure = { count: 9, amount: 9, killed, injured, notReported: { ...notReported, amount: 0 } };
  return renderToStaticMarkup(<Casualties figure={figure} />)
    .replaceAll(/<[^>]+>/g, '|')
    .replaceAll(/\|+/g, '|');
}

test('what is pressed on the map says 0 killed or injured only where that is reported', () => {
  expect(said(0, 2, { killed: 0, injured: 0 })).toBe('|0| killed|2| injured|');
  expect(said(4, 0, { killed: 0, injured: 9 })).toBe('|4| killed|injured: not reported|');
  expect(said(4, 2, { killed: 3, injured: 0 })).toBe('|4| killed (not reported for 3 incidents)|2| injured|');
});
