import { type Fields, incidentFields, personFields, sourceFields, type TextRule, weaponFields } from '@monitor/domain';

/** Fields that hold texts of the rules that they name; dates, times and codes of vocabularies are codes. */
function ofFields(fields: Fields): Record<string, TextRule> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { values, rule = 'code', shown }]) =>
      shown === 'editors' || ['degrees', 'people', 'number', 'age', 'date'].includes(typeof values === 'string' ? values : '')
        ? []
        : [[name, rule]],
    ),
  );
}

/**
 * Every column with texts that the user who answers readers may read, with the rule by which it is public. A database test compares it
 * with the rights of that user, so that no column can be added without a rule.
 */
export const readableTexts: Readonly<Record<string, Readonly<Record<string, TextRule>>>> = {
  datasets: {
    slug: 'operator',
    title: 'operator',
    description: 'operator',
    licence: 'operator',
    licence_url: 'operator',
    attribution: 'operator',
    url: 'operator',
    covers: 'operator',
  },
  import_batches: { format: 'code', dataset_before: 'operator' },
  incidents: { public_id: 'code', public_key: 'identifier', status: 'code', search_text: 'derived', ...ofFields(incidentFields) },
  jurisdictions: { code: 'code', iso3: 'code', name: 'gazetteer', note: 'gazetteer' },
  people: ofFields(personFields),
  places: { name: 'gazetteer', jurisdiction: 'code', region: 'code' },
  regions: { code: 'code', jurisdiction: 'code', name: 'gazetteer' },
  removals: { dataset: 'operator', title: 'operator' },
  removed_incidents: { public_id: 'code' },
  revisions: { change: 'code', fields: 'code' },
  schema_migrations: { name: 'code', checksum: 'code' },
  sources: ofFields(sourceFields),
  trait_sets: { subject: 'code', traits: 'code' },
  weapons: ofFields(weaponFields),
};
