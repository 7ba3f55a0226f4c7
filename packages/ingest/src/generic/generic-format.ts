import type { IncidentType, PointBasis } from '@monitor/domain';
import { type Findings, inQuotes } from '../findings.ts';
import { mappedFormatName } from '../formats/format-names.ts';
import { type RawIncident, unknownIncident } from '../raw-incident.ts';
import type { Row } from '../row.ts';
import { type SourceFormat, usualNullWords } from '../source-format.ts';
import { countPeople } from './count-people.ts';
import { describesIncident, groupKey, kindsOfFile, refuseRepeated, rolesOf } from './kinds-of-file.ts';
import { listedTexts } from './listed-texts.ts';
import { columnsOf, type MappedField, type Mapping } from './mapping-schema.ts';
import { isWanted, lookUp, rawText, withoutDecimalZero } from './read-fields.ts';
import { mergeRows, readIncidentRow } from './read-incident-row.ts';
import { isSummed, mappedFields } from './read-mapping.ts';
import { peopleOfRows, readSources, weaponsOfRows } from './read-parts.ts';
import { reportUnexplained } from './report-unexplained.ts';
import { columnOfTotal } from './row-of-totals.ts';

/** The format that a mapping file describes. Only the columns it names are read; all others are dropped at once. */
export function genericFormat(mapping: Mapping): SourceFormat {
  const {
    slug,
    title,
    description = '',
    licence,
    licence_url = null,
    attribution,
    url = null,
    covers = null,
    synthetic = false,
    killed_includes_suicides = false,
    public_identifiers = false,
  } = mapping.dataset;
  const { group_by, incident, where, people_file } = mapping;
  const { header_lines, ...file } = mapping.file ?? {};
  const kinds = kindsOfFile(mapping);
  return {
    name: mappedFormatName,
    dataset: {
      slug,
      title,
      description,
      licence,
      licence_url,
      attribution,
      url,
      covers,
      synthetic,
      killed_includes_suicides,
      public_identifiers,
    },
    required: [...new Set(kinds.flat())],
    ...(people_file ? { kindsOfFile: kinds, describesIncident: (row: Row) => describesIncident(mapping, row) } : {}),
    optional: [],
    reduced: {},
    counted: mappedFields(mapping).flatMap(([path, field]) => (isSummed(String(path.at(-1))) ? columnsOf(field) : [])),
    publishedWhole: (['type_as_reported', 'publisher'] as const).filter((name) =>
      mappedFields(mapping).some(([path, { publish }]) => path.at(-1) === name && publish === 'all'),
    ),
    isUnchecked: mapping.words === 'unchecked',
    labels: {
      identifier: [...((incident.source_key ?? group_by)?.column ?? []), ...(people_file?.group_by.column ?? [])],
      date: incident.occurred_on?.column ?? [],
    },
    ...mayBeSwapped(incident.occurred_on),
    nullWords: mapping.null_words ? new Set(mapping.null_words) : usualNullWords,
    ...(where ? { isWanted: (row: Row) => !describesIncident(mapping, row) || isWanted(where, row) } : {}),
    ...(group_by ? { groupBy: (row: Row) => groupKey(mapping, row) } : {}),
    hasContentKeys: !incident.source_key && !group_by,
    ...(incident.source_key && !group_by ? { repeatedAdvice: repeatedAdvice(incident.source_key) } : {}),
    ...file,
    ...(header_lines === undefined ? {} : { headerLines: header_lines }),
    read: (rows, findings) => readMapped(mapping, rows, findings),
  };
}

function mayBeSwapped({ column = [], formats = [] }: MappedField = {}): Pick<SourceFormat, 'mayBeSwapped'> {
  const [name] = column;
  return name === undefined || formats.some((text) => /YY\P{L}*D/u.test(text)) ? {} : { mayBeSwapped: name };
}

/** What to do if two rows have one identifier, of a file in which each row is an incident. */
function repeatedAdvice({ join, column = [] }: MappedField): string {
  const together = join ? 'add another column to "join"' : `write "source_key: { join: [${[...column, '…'].join(', ')}] }"`;
  return (
    'If each row is a person, add "group_by" to the mapping. ' +
    `If the rows are different incidents, ${together} so that several columns together identify one. If not, delete this row.`
  );
}

function readMapped(mapping: Mapping, all: readonly [Row, ...Row[]], findings: Findings): RawIncident {
  const rows = all.filter((row) => rolesOf(mapping)(row.columns).incident);
  if (mapping.people_file) refuseRepeated(mapping, rows, findings);
  for (const row of all) {
    const column = columnOfTotal(row);
    if (column !== undefined) findings.reject('totals', `${inQuotes(column)} says that this row has totals. Delete it.`);
  }
  const incident = mergeRows(
    rows.map((row) => readIncidentRow(mapping, row, findings)),
    findings,
  );
  const people = peopleOfRows(
    mapping,
    all.filter((row) => rolesOf(mapping)(row.columns).people),
    findings,
  );
  reportUnexplained(mapping, all, findings);
  const source_key = incident.source_key ?? groupKey(mapping, all[0]);
  return {
    ...unknownIncident,
    ...incident,
    ...countPeople(mapping, people),
    source_key: source_key === null ? null : withoutDecimalZero(source_key),
    point_basis: pointBasis(mapping, rows),
    listed: listedTexts(mapping),
    people,
    weapons: weaponsOfRows(mapping, rows, findings),
    sources: rows.flatMap((row) => readSources(mapping, row, findings)),
  };
}

/** Types that say nothing, unless the mapping says of which words they are the meaning. */
const silentTypes: ReadonlySet<string> = new Set([
  'undetermined_shooting',
  'undetermined_explosion',
  'other',
] satisfies IncidentType[]);

/** Whether somebody says what it was: the mapping of the words of a row, or the code that the row or the mapping has. */
function pointBasis({ points, words, incident: { type } }: Mapping, rows: readonly Row[]): PointBasis | null {
  if (points === 'as_published') return 'published_point';
  // Nobody has said what words mean as long as they are guesses.
  if (words === 'unchecked') return null;
  return type && rows.some((row) => isSaid(type, row)) ? 'mapped_type' : null;
}

function isSaid(type: MappedField, row: Row): boolean {
  const text = type.value ?? rawText(type, row);
  if (text === null) return false;
  return type.value === undefined && type.values ? lookUp(type.values, text) != null : !silentTypes.has(text);
}
