import i18next, { type TFunction } from 'i18next';
import english from './locales/en.json' with { type: 'json' };

/** The English texts of the map without a page around them, for tests of sentences. */
export async function englishMapTexts(): Promise<TFunction<'map'>> {
  const texts = i18next.createInstance();
  await texts.init({ lng: 'en', resources: { en: { map: english } }, interpolation: { escapeValue: false } });
  return texts.getFixedT('en', 'map');
}
