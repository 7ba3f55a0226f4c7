import type { SaidTexts } from '@monitor/findings';
import type { BackendModule, ResourceKey } from 'i18next';
import type english from './locales/en.json';

/**
 * The kinds of texts: `interface` for our own sentences, `vocabulary` for labels and definitions of coded terms, `place` for
 * names of locations and regions, `map` for the map.
 */
export const namespaces = ['interface', 'vocabulary', 'place', 'map'] as const;
export type Namespace = (typeof namespaces)[number];

/** The texts of which the compiler knows the keys. A folder that brings texts of its own declares them here: see map/incident-map.tsx. */
export interface Texts {
  interface: SaidTexts & typeof english;
}

/** Files of texts by their path from here; each is loaded when its language is chosen. */
export type TextFiles = Readonly<Record<string, () => Promise<ResourceKey>>>;

/** All files but the English ones, which fill in what the others leave out and are therefore always loaded. */
export const textFiles: TextFiles = import.meta.glob<ResourceKey>(
  ['./locales/*.json', '../*/locales/*.json', '!**/locales/en.json'],
  { import: 'default' },
);

/** Where the texts of a language stand: `locales/sq.json`, `locales/sq.place.json`, `map/locales/sq.json`. */
export function textFile(language: string, namespace: Namespace): string {
  if (namespace === 'interface') return `./locales/${language}.json`;
  return namespace === 'vocabulary' || namespace === 'place'
    ? `./locales/${language}.${namespace}.json`
    : `../${namespace}/locales/${language}.json`;
}

/** Gives i18next the texts of a language when it is chosen; none, and so the English ones, where it has no file. */
export function textLoader(files: TextFiles): BackendModule {
  return {
    type: 'backend',
    init: () => {},
    // i18next waits for the promise of a reader that takes no callback.
    async read(language: string, namespace: string) {
      return (await files[textFile(language, namespace as Namespace)]?.()) ?? {};
    },
  };
}
