import type { Listed, RawIncident, RawSource } from '../raw-incident.ts';
import type { MappedField, Mapping } from './mapping-schema.ts';
import { onceForEach } from './once-for-each.ts';
import { mappedFields } from './read-mapping.ts';

/**
 * What a mapping lists of the words of the source for a type: its own words, and those of the columns of `type_as_reported` that it says
 * the meaning of, for whatever field. Nobody has listed what a sketch has guessed.
 */
export const listedTexts = onceForEach((mapping: Mapping): NonNullable<RawIncident['listed']> => {
  const reported = mapping.incident.type_as_reported;
  if (reported === undefined || mapping.words === 'unchecked') return {};
  const columns = new Set(reported.column);
  const explained = mappedFields(mapping)
    .filter(([, { column = [] }]) => column.some((one) => columns.has(one)))
    .flatMap(([, { values }]) => Object.keys(values ?? {}));
  return { type_as_reported: listedOf(reported, explained) };
});

/** The publishers that an entry of a mapping lists. */
export const listedPublishers = onceForEach((source: object): NonNullable<RawSource['listed']> => {
  const { publisher } = source as { readonly publisher?: MappedField };
  return publisher === undefined ? {} : { publisher: listedOf(publisher, Object.keys(publisher.values ?? {})) };
});

function listedOf({ publish, value, values = {}, otherwise, default: empty }: MappedField, explained: readonly string[]): Listed {
  if (publish === 'all') return 'all';
  const own = [value, otherwise, empty, ...Object.values(values), ...explained];
  return new Map(own.filter((text) => typeof text === 'string').map((text) => [text.toLowerCase(), text]));
}
