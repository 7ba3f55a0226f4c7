import i18next, { type i18n, type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';

type OwnNamespace = 'interface' | 'map';

/** By language and namespace. */
const texts = new Map<string, TFunction<OwnNamespace>>();

/**
 * Our own texts, in a component that is drawn again when the language changes. The hook of this name in react-i18next copies all of
 * i18next for each component, which took a quarter of the time of drawing a page.
 */
export function useTranslation<Name extends OwnNamespace = 'interface'>(
  namespace?: Name,
): { readonly t: TFunction<Name>; readonly i18n: i18n } {
  const language = useSyncExternalStore(onLanguage, currentLanguage, currentLanguage);
  const name: OwnNamespace = namespace ?? 'interface';
  const key = `${language} ${name}`;
  let t = texts.get(key);
  if (!t) texts.set(key, (t = i18next.getFixedT(language, name)));
  return { t: t as TFunction<Name>, i18n: i18next };
}

function onLanguage(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

const currentLanguage = () => i18next.language;
