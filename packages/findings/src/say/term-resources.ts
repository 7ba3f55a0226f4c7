import { type DimensionName, dimensions, vocabularies, type VocabularyName } from '@monitor/domain';
import { jurisdiction, region } from '@monitor/geography';

/** The name of the vocabulary behind a list of the filter; null if the values are names and not coded terms. */
export function vocabularyOf(dimension: DimensionName): VocabularyName | null {
  const { values } = dimensions[dimension];
  return values instanceof RegExp ? null : (values.name as VocabularyName);
}

/** The English labels and definitions, as resources of i18next: `type/suicide`, `type/suicide/definition`. */
export function vocabularyResources(): Record<string, string> {
  const resources: Record<string, string> = {};
  for (const [name, vocabulary] of Object.entries(vocabularies)) {
    for (const { code, label, definition } of [...vocabulary.terms, ...vocabulary.groups]) {
      resources[`${name}/${code}`] = label;
      resources[`${name}/${code}/definition`] = definition;
    }
  }
  return resources;
}

/** The English name of a location or region; its code if it has none. */
export function placeName(code: string): string {
  return (region(code) ?? jurisdiction(code))?.name ?? code;
}
