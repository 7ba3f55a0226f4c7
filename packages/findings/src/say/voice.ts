import { type DimensionName, fallbackLanguage, languages, localeOf, remembering, type VocabularyName } from '@monitor/domain';
import i18next, { type i18n, type Resource } from 'i18next';
import { learnArticles } from './articles.ts';
import { createDateFormat, type DateFormat } from './date-format.ts';
import english from './locales/en.json' with { type: 'json' };
import { createNumberFormat, type NumberFormat } from './number-format.ts';
import { placeName, vocabularyOf, vocabularyResources } from './term-resources.ts';

/** The English sentences. What is said of an answer is here; what only a screen says, such as its buttons, is with the screen. */
export type SaidTexts = typeof english;
export const saidTexts: SaidTexts = english;

/** `summary.change.fewer`; `measure.killed.amount` for its forms of the singular and plural. */
type KeyOf<Texts> = {
  [Name in keyof Texts & string]: Texts[Name] extends string ? WithoutForm<Name> : `${Name}.${KeyOf<Texts[Name]>}`;
}[keyof Texts & string];
type WithoutForm<Name extends string> = Name extends `${infer Stem}_${'one' | 'other'}` ? Stem : Name;
export type SaidKey = KeyOf<SaidTexts>;

/** Everything that a sentence is made with, in one language. */
export interface Voice {
  /** The text of a key with its values put in. */
  readonly t: (key: SaidKey, values?: Readonly<Record<string, unknown>>) => string;
  readonly number: NumberFormat;
  readonly date: DateFormat;
  /** Name of a location or region, with its asterisk where a footnote belongs to it; its code where it has none. */
  readonly place: (code: string) => string;
  /** The label of a code of a vocabulary. */
  readonly label: (vocabulary: VocabularyName, code: string) => string;
  readonly definition: (vocabulary: VocabularyName, code: string) => string;
  /** A text of an indicator. @param otherwise the English one */
  readonly indicator: (id: string, part: 'title' | 'definition', otherwise: string) => string;
  /** Name of a value of a list of the filter. */
  readonly value: (dimension: DimensionName, value: string) => string;
}

/** The English sentences and names, as resources of i18next. The keys of names contain dots and have no separator. */
export const englishResources = {
  vocabulary: vocabularyResources(),
  // The English names of places are those of the geography, which learns some of them later.
  place: {},
} as const;

const formats = new Map<string, Pick<Voice, 'number' | 'date'>>();

/** The writers of one locale, made once: constructing Intl objects is slow. */
export function formatOf(locale: string): Pick<Voice, 'number' | 'date'> {
  let format = formats.get(locale);
  if (format === undefined) {
    format = { number: createNumberFormat(locale), date: createDateFormat(locale) };
    formats.set(locale, format);
  }
  return format;
}

/** @param texts have the sentences as namespace `interface`, and the names as `vocabulary` and `place` */
export function voiceFrom(texts: i18n, language: string): Voice {
  // A function of getFixedT copies all options of i18next at each call, which takes longer than the sentence.
  const say: Voice['t'] = (key, values) => texts.t(key, { ...values, lng: language, ns: 'interface' });
  const lookUp = (namespace: 'vocabulary' | 'place', key: string, otherwise: string): string => {
    const found: unknown = [language, fallbackLanguage]
      .map((one): unknown => texts.getResource(one, namespace, key, { keySeparator: false }))
      .find((one) => one !== undefined);
    return typeof found === 'string' ? found : otherwise;
  };
  const label: Voice['label'] = (vocabulary, code) => lookUp('vocabulary', `${vocabulary}/${code}`, code);
  const place = (code: string) => lookUp('place', code, placeName(code));
  return {
    t: say,
    ...formatOf(localeOf(language)),
    place,
    label,
    definition: (vocabulary, code) => lookUp('vocabulary', `${vocabulary}/${code}/definition`, ''),
    indicator: (id, part, otherwise) => lookUp('vocabulary', `indicator/${id}/${part}`, otherwise),
    value(dimension, value) {
      const vocabulary = vocabularyOf(dimension);
      if (vocabulary !== null) return label(vocabulary, value);
      return dimension === 'dataset' ? value : place(value);
    },
  };
}

const voices = new Map<string, Voice>();
const texts = i18next.createInstance();

/** The voice of a language of the list, outside a page. */
export function voiceOf(language: string): Voice {
  if (!texts.isInitialized) {
    const resources: Resource = { [fallbackLanguage]: { interface: saidTexts, ...englishResources } };
    void texts.init({
      lng: fallbackLanguage,
      fallbackLng: fallbackLanguage,
      supportedLngs: languages.map(({ code }) => code),
      load: 'currentOnly',
      defaultNS: 'interface',
      initAsync: false,
      resources,
      // What it says is text and no HTML.
      interpolation: { escapeValue: false },
    });
    learnArticles(texts);
  }
  let voice = voices.get(language);
  if (voice === undefined) {
    const made = voiceFrom(texts, language);
    // Most rows of a table say the same as others.
    const say = remembering(
      ([key, values]: Parameters<Voice['t']>) => made.t(key, values),
      (asked) => JSON.stringify(asked),
    );
    voices.set(language, (voice = { ...made, t: (...asked) => say(asked) }));
  }
  return voice;
}
