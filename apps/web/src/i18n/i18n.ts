import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import english from './locales/en.json';
import { placeResources, vocabularyResources } from './term-resources.ts';

/**
 * The texts of the interface. `interface` holds our own sentences (locales/*.json), `vocabulary` the labels and
 * definitions of coded terms, `place` the names of locations and regions; the last two come from their packages,
 * so that nothing is named twice. Their keys hold dots, so these two have no key separator (see terms.ts).
 */
export async function startInterfaceTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'interface',
    ns: ['interface', 'vocabulary', 'place'],
    resources: { en: { interface: english, vocabulary: vocabularyResources(), place: placeResources() } },
    // React escapes what it prints.
    interpolation: { escapeValue: false },
  });
  showLanguage(i18next.language);
  i18next.on('languageChanged', showLanguage);
}

function showLanguage(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}
