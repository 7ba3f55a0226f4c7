/** A language of the interface. Adding one means a line here and its files: see `textFile` in text-files.ts of the web app. */
export interface Language {
  /** BCP 47 tag of the texts, also the `lang` of the page. */
  readonly code: string;
  /** Its name in its own language. */
  readonly name: string;
  /** BCP 47 tag by which numbers and dates are written: day before month, and so on. */
  readonly locale: string;
}

/** Those of the product. Each installation chooses from them: see `siteLanguages` in the geography. */
export const languages: readonly Language[] = [{ code: 'en', name: 'English', locale: 'en-GB' }];

/** Speaks where another language has no word. */
export const fallbackLanguage = 'en';

/** The locale for numbers and dates of a language code. */
export function localeOf(code: string): string {
  return languages.find((language) => language.code === code)?.locale ?? code;
}
