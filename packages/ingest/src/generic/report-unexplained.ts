import { reportedParts } from '@monitor/domain';
import { type Findings, wholeInQuotes } from '../findings.ts';
import type { Row } from '../row.ts';
import { folded, isNumber, rawTexts, withoutDecimalZero } from './read-fields.ts';
import { columnsOf, type MappedField, type MappedIncident, type MappedPerson, type Mapping } from './mapping-schema.ts';
import { onceForEach } from './once-for-each.ts';
import { mappedFields } from './read-mapping.ts';

/** Fields whose words can say that a child, a relative, a suicide, domestic or sexual violence was part of it. */
const telling: ReadonlySet<string> = new Set([
  'type',
  'subtype',
  'type_as_reported',
  'suicides',
  'age',
  'age_band',
  'outcome',
  'relationship',
] satisfies (keyof MappedIncident | keyof MappedPerson)[]);

/** Those that say of one thing what the others say. A word that the type has explained is explained for them as well. */
const ofType: ReadonlySet<string> = new Set(['subtype', 'type_as_reported'] satisfies (keyof MappedIncident)[]);

/**
 * Warns of words that the mapping does not explain. Only the keys of `values` explain words: `otherwise` is the same for all others,
 * whatever they say, and to publish a text is not to say what it means. Whether a column that is not translated has codes and numbers is
 * for the check of the incident to see.
 */
export function reportUnexplained(mapping: Mapping, rows: readonly Row[], findings: Findings): void {
  for (const { name, field, explained } of tellingFields(mapping))
    for (const text of rows.flatMap((row) => rawTexts(field, row)))
      if (!explained.has(text) && !isNumber(text, name) && !isExplained(folded(text), name, explained))
        findings.warn('unexplained', `${name}: the words of the source are not in the mapping.`, `${name} ${wholeInQuotes(text)}`);
}

interface TellingField {
  readonly name: string;
  readonly field: MappedField;
  /** As they are written and as they are compared. */
  readonly explained: ReadonlySet<string>;
}

const tellingFields = onceForEach((mapping: Mapping): TellingField[] =>
  mappedFields(mapping).flatMap(([path, field]) => {
    const name = String(path.at(-1));
    const isTranslated = field.values !== undefined || name === 'type_as_reported';
    if (!telling.has(name) || columnsOf(field).length === 0 || !isTranslated) return [];
    const { type, subtype } = mapping.incident;
    const others = [type, subtype].filter((other) => other?.column?.some((one) => field.column?.includes(one)));
    const words = [field, ...(ofType.has(name) ? others : [])].flatMap((one) => Object.keys(one?.values ?? {}));
    return [{ name, field, explained: new Set([...words, ...words.map(folded)]) }];
  }),
);

function isExplained(text: string, name: string, explained: ReadonlySet<string>): boolean {
  const has = (word: string) => explained.has(word) || explained.has(withoutDecimalZero(word));
  return has(text) || (name === 'type_as_reported' && reportedParts(text).every(has));
}
