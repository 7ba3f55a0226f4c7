import { jurisdictions, regions } from '@monitor/geography';
import i18next from 'i18next';
import type { JurisdictionNames } from './layers/names.ts';

/** Names for the map's labels in a language, by code; English where it has none. */
export function mapNames(language: string): { names: JurisdictionNames; regionNames: Readonly<Record<string, string>> } {
  const nameOf = (code: string, english: string) => {
    const found: unknown = i18next.getResource(language, 'place', code, { keySeparator: false });
    return typeof found === 'string' ? found : english;
  };
  return {
    names: Object.fromEntries(jurisdictions.map(({ code, name, monitored }) => [code, { name: nameOf(code, name), monitored }])),
    regionNames: Object.fromEntries(regions.map(({ code, name }) => [code, nameOf(code, name)])),
  };
}
