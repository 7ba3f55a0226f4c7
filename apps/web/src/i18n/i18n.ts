import { fallbackLanguage, type Language } from '@monitor/domain';
import { englishResources, learnArticles, saidTexts } from '@monitor/findings';
import { siteLanguages } from '@monitor/geography';
import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import english from './locales/en.json';
import { type TextFiles, textFiles, textLoader } from './text-files.ts';

/** Starts the texts of the interface, and keeps the page's language and direction of writing with them. */
export async function startInterfaceTexts(): Promise<void> {
  await startTexts(i18next.use(initReactI18next), siteLanguages(), textFiles);
  showLanguage(i18next.language);
  i18next.on('languageChanged', showLanguage);
}

/**
 * Starts in the first language of the list. English comes with the page; others are loaded from their files when chosen.
 * The English terms and places come from their packages, so that nothing is named twice. Their keys hold dots, so these two
 * namespaces have no key separator (see terms.ts).
 */
export async function startTexts(texts: i18n, list: readonly Language[], files: TextFiles): Promise<void> {
  await texts.use(textLoader(files)).init({
    lng: list[0]?.code ?? fallbackLanguage,
    fallbackLng: fallbackLanguage,
    supportedLngs: list.map(({ code }) => code),
    // A tag such as sr-Latn is one language, and no variety of another.
    load: 'currentOnly',
    defaultNS: 'interface',
    ns: ['interface', 'vocabulary', 'place'],
    resources: { [fallbackLanguage]: { interface: saidTexts, ...englishResources } },
    partialBundledLanguages: true,
    // React escapes what it prints.
    interpolation: { escapeValue: false },
  });
  learnArticles(texts);
  texts.addResourceBundle(fallbackLanguage, 'interface', english, true);
}

function showLanguage(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = i18next.dir(language);
}
