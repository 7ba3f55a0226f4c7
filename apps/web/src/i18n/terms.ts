import type { DimensionName, VocabularyName } from '@monitor/domain';
import i18next from 'i18next';
import { fallbackLanguage } from './languages.ts';
import { vocabularyOf } from './term-resources.ts';
import { useTranslation } from './use-translation.ts';

/** Names of coded things in the language of the interface. What has no name is shown by its code. */
export interface Terms {
  readonly label: (vocabulary: VocabularyName, code: string) => string;
  readonly definition: (vocabulary: VocabularyName, code: string) => string;
  /** A text of an indicator, which the API gives in English. */
  readonly indicator: (id: string, part: 'title' | 'definition', english: string) => string;
  /** Name of a location or region, with its asterisk where a footnote belongs to it. */
  readonly place: (code: string) => string;
  /** Name of a value of a list of the filter. */
  readonly value: (dimension: DimensionName, value: string) => string;
}

function lookUp(namespace: 'vocabulary' | 'place', key: string, otherwise: string): string {
  const found: unknown = i18next.getResource(i18next.language, namespace, key, { keySeparator: false });
  const english: unknown = found ?? i18next.getResource(fallbackLanguage, namespace, key, { keySeparator: false });
  return typeof english === 'string' ? english : otherwise;
}

export const terms: Terms = {
  label: (vocabulary, code) => lookUp('vocabulary', `${vocabulary}/${code}`, code),
  definition: (vocabulary, code) => lookUp('vocabulary', `${vocabulary}/${code}/definition`, ''),
  indicator: (id, part, english) => lookUp('vocabulary', `indicator/${id}/${part}`, english),
  place: (code) => lookUp('place', code, code),
  value(dimension, value) {
    const vocabulary = vocabularyOf(dimension);
    if (vocabulary !== null) return terms.label(vocabulary, value);
    return dimension === 'dataset' ? value : terms.place(value);
  },
};

/** The names, in a component that is drawn again when the language changes. */
export function useTerms(): Terms {
  useTranslation();
  return terms;
}
