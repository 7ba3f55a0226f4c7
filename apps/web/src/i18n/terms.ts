import { type Voice, voiceFrom } from '@monitor/findings';
import i18next from 'i18next';
import { useTranslation } from './use-translation.ts';

/** Names of coded things in the language of the interface. What has no name is shown by its code. */
export type Terms = Pick<Voice, 'label' | 'definition' | 'indicator' | 'place' | 'value'>;

const voices = new Map<string, Voice>();

/** The language of the interface at this moment. */
export function currentVoice(): Voice {
  const { language } = i18next;
  let voice = voices.get(language);
  if (voice === undefined) voices.set(language, (voice = voiceFrom(i18next, language)));
  return voice;
}

export const terms: Terms = {
  label: (vocabulary, code) => currentVoice().label(vocabulary, code),
  definition: (vocabulary, code) => currentVoice().definition(vocabulary, code),
  indicator: (id, part, otherwise) => currentVoice().indicator(id, part, otherwise),
  place: (code) => currentVoice().place(code),
  value: (dimension, value) => currentVoice().value(dimension, value),
};

/** The names, in a component that is drawn again when the language changes. */
export function useTerms(): Terms {
  useTranslation();
  return terms;
}

/** What sentences of `packages/findings` are made with, in a component that is drawn again when the language changes. */
export function useVoice(): Voice {
  useTranslation();
  return currentVoice();
}
