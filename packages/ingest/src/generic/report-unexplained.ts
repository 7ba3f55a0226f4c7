import { type Findings, inQuotes } from '../findings.ts';
import type { Row } from '../row.ts';
import { rawText, withoutDecimalZero } from './field-text.ts';
import type { MappedField, MappedIncident, MappedPerson, Mapping } from './mapping-schema.ts';
import { onceForEach } from './once-for-each.ts';
import { mappedFields } from './read-mapping.ts';

/** Fields whose words can say that a child, a relative, a suicide, domestic or sexual violence was part of it. */
const telling: ReadonlySet<string> = new Set([
  'type',
  'subtype',
  'suicides',
  'age',
  'age_band',
  'outcome',
  'relationship',
] satisfies (keyof MappedIncident | keyof MappedPerson)[]);

/**
 * Warns of words that the mapping does not explain. Only the keys of `values` explain words: `otherwise` is the same for all others,
 * whatever they say. Whether a column that is not translated has codes and numbers is for the check of the incident to see.
 */
export function reportUnexplained(mapping: Mapping, rows: readonly Row[], findings: Findings): void {
  for (const { name, field, explained } of tellingFields(mapping))
    for (const row of rows) {
      const text = rawText(field, row);
      if (text !== null && !isExplained(text.toLowerCase(), explained))
        findings.warn('unexplained', `${name}: the words of the source are not in the mapping.`, `${name} ${inQuotes(text)}`);
    }
}

interface TellingField {
  readonly name: string;
  readonly field: MappedField;
  /** In lower case. */
  readonly explained: ReadonlySet<string>;
}

const tellingFields = onceForEach((mapping: Mapping): TellingField[] =>
  mappedFields(mapping).flatMap(([path, field]) => {
    const name = String(path.at(-1));
    if (!telling.has(name) || field.column === undefined || field.values === undefined) return [];
    // What a word means for the type, it means for the sub-type as well.
    const { type } = mapping.incident;
    const explaining = name === 'subtype' && type?.column?.some((one) => field.column?.includes(one)) ? [field, type] : [field];
    const words = explaining.flatMap(({ values = {} }) => Object.keys(values));
    return [{ name, field, explained: new Set(words.map((word) => word.toLowerCase())) }];
  }),
);

function isExplained(word: string, explained: ReadonlySet<string>): boolean {
  return explained.has(word) || explained.has(withoutDecimalZero(word));
}
