import {
  type Field,
  type Fields,
  incidentFields,
  type IncidentDraft,
  namesOf,
  type NamesOf,
  partFields,
  type PartName,
  partNames,
  recordOf,
  type ValuesOf,
} from '@monitor/domain';
import { jurisdiction, region } from '@monitor/geography';
import { inQuotes } from './findings.ts';

type Shown<List extends Fields> = Pick<ValuesOf<List>, NamesOf<List, { readonly shown: 'list' | 'record' }>>;

/** What everybody sees of an incident, under the names of the API. */
export type PublicRecord = Shown<typeof incidentFields> & {
  readonly [Name in PartName]: readonly Shown<(typeof partFields)[Name]>[];
};

/** What everybody will see of an incident at least: texts that enough other incidents share are added to it. */
export function publicRecord(draft: IncidentDraft): PublicRecord {
  const parts: object = recordOf(partNames, (name) => draft[name].map((entry) => shown(partFields[name], entry)));
  return { ...shown(incidentFields, draft), ...parts } as PublicRecord;
}

/** The fields that the list or the record shows: all but those for editors. */
function shown(fields: Fields, values: object): object {
  return recordOf(namesOf(fields, 'list', 'record'), (name) => (values as Readonly<Record<string, unknown>>)[name]);
}

/** Entries of a list that are named. */
const mostNamed = 5;

/** What a person reads first of an incident, on one line. */
export function recordWords(record: PublicRecord): string {
  const { occurred_on, local_time, place, lon, lat, type_as_reported } = record;
  const said = (name: keyof Shown<typeof incidentFields>) => valueWords(incidentFields[name], record[name]);
  const count = (name: 'killed' | 'injured') => `${name} ${said(name) ?? 'not reported'}`;
  const where = [place, record.region && region(record.region)?.name, jurisdiction(record.country)?.name];
  return [
    [occurred_on, local_time ?? said('part_of_day')],
    where.filter((name, at) => where.indexOf(name) === at),
    [`${lon === null ? 'no point' : `at ${lat}, ${lon}`} (${said('place_precision')})`],
    [said('type'), type_as_reported && inQuotes(type_as_reported)],
    [count('killed'), count('injured')],
    entryWords('people', record, 'role', 'sex', 'age_band', 'age_from', 'age_to', 'outcome'),
    entryWords('weapons', record, 'class'),
    entryWords('sources', record, 'publisher'),
  ]
    .map((part) => part.filter((text) => typeof text === 'string').join(', '))
    .filter((part) => part !== '')
    .join('; ');
}

/** What is said before a value that says nothing alone. */
const before: ReadonlyMap<unknown, string> = new Map([
  ['age_from', 'aged from '],
  ['age_to', 'up to '],
]);

/** The entries of a list by these of their fields. */
function entryWords<Name extends PartName>(
  part: Name,
  record: PublicRecord,
  ...names: (keyof PublicRecord[Name][number] & keyof (typeof partFields)[Name])[]
): string[] {
  const entries: PublicRecord[Name] = record[part];
  const all = entries
    .map((entry: PublicRecord[Name][number]) =>
      names
        .flatMap((name) => {
          const words = valueWords(partFields[part][name] as Field, entry[name] as string | number | null);
          return words === undefined ? [] : [`${before.get(name) ?? ''}${words}`];
        })
        .join(' '),
    )
    .filter((text) => text !== '');
  return all.length <= mostNamed ? all : [...all.slice(0, mostNamed), `${(all.length - mostNamed).toLocaleString('en')} more`];
}

/** A value in words; undefined if it is not reported. */
function valueWords({ values }: Field, value: string | number | null): string | undefined {
  if (value === null || value === 'not_reported') return undefined;
  return typeof values === 'string' ? String(value) : values.terms.find(({ code }) => code === value)?.label.toLowerCase();
}
