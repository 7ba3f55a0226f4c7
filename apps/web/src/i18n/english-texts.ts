import { learnArticles, saidTexts } from '@monitor/findings';
import i18next, { type TFunction } from 'i18next';
import english from './locales/en.json' with { type: 'json' };

/** The English texts without a page around them, for tests of sentences. */
export async function englishTexts(): Promise<TFunction> {
  const texts = i18next.createInstance();
  await texts.init({
    lng: 'en',
    defaultNS: 'interface',
    resources: { en: { interface: saidTexts } },
    interpolation: { escapeValue: false },
  });
  learnArticles(texts);
  return texts.addResourceBundle('en', 'interface', english, true).t;
}
