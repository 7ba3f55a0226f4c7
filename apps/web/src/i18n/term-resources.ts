import {
  ageBands,
  datePrecisions,
  incidentSubtypes,
  incidentTypes,
  legalStatuses,
  type ListDimension,
  outcomes,
  personOutcomes,
  personRoles,
  placePrecisions,
  recordStatuses,
  relationships,
  seizureModes,
  settings,
  sexes,
  sourceKinds,
  tracedStatuses,
  urbanities,
  type Vocabulary,
  weaponClasses,
} from '@monitor/domain';
import { jurisdictions, regions } from '@monitor/geography';

/** All vocabularies that the interface speaks of, by the name under which their labels are translated. */
export const vocabularies = {
  type: incidentTypes,
  subtype: incidentSubtypes,
  weapon: weaponClasses,
  legal: legalStatuses,
  outcome: outcomes,
  sex: sexes,
  age_band: ageBands,
  relationship: relationships,
  setting: settings,
  urbanity: urbanities,
  source: sourceKinds,
  precision: placePrecisions,
  date_precision: datePrecisions,
  person_outcome: personOutcomes,
  role: personRoles,
  mode: seizureModes,
  traced: tracedStatuses,
  status: recordStatuses,
} as const satisfies Readonly<Record<string, Vocabulary>>;
export type VocabularyName = keyof typeof vocabularies;

/** The vocabulary behind each list of the filter; null where the values are names and not coded terms. */
export const vocabularyOfDimension: Readonly<Record<ListDimension, VocabularyName | null>> = {
  country: null,
  region: null,
  dataset: null,
  type: 'type',
  subtype: 'subtype',
  weapon: 'weapon',
  legal: 'legal',
  outcome: 'outcome',
  victim_sex: 'sex',
  victim_age: 'age_band',
  perpetrator_sex: 'sex',
  relationship: 'relationship',
  setting: 'setting',
  urbanity: 'urbanity',
  source: 'source',
  precision: 'precision',
};

/** The English labels and definitions, as resources of i18next: `type/suicide`, `type/suicide/definition`. */
export function vocabularyResources(): Record<string, string> {
  const resources: Record<string, string> = {};
  for (const [name, vocabulary] of Object.entries(vocabularies)) {
    for (const { code, label, definition } of vocabulary.terms) {
      resources[`${name}/${code}`] = label;
      resources[`${name}/${code}/definition`] = definition;
    }
  }
  return resources;
}

/** The English names of locations and regions, by code. */
export function placeResources(): Record<string, string> {
  return Object.fromEntries([...jurisdictions, ...regions].map(({ code, name }) => [code, name]));
}
