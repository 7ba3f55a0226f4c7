import { localeOf } from '../i18n/languages.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { createDateFormat, type DateFormat } from './date-format.ts';
import { createNumberFormat, type NumberFormat } from './number-format.ts';

export interface Format {
  readonly number: NumberFormat;
  readonly date: DateFormat;
}

const formats = new Map<string, Format>();

/** The writers of one locale, made once: constructing Intl objects is slow. */
export function formatOf(locale: string): Format {
  let format = formats.get(locale);
  if (format === undefined) {
    format = { number: createNumberFormat(locale), date: createDateFormat(locale) };
    formats.set(locale, format);
  }
  return format;
}

/** Numbers and dates in the language of the interface. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatOf(localeOf(i18n.language));
}
