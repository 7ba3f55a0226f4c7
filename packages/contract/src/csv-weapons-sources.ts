import { namesOf, sourceKinds, weaponFields } from '@monitor/domain';
import { type CsvColumn, labelOf, partInWords } from './csv-column.ts';
import { listCell, readableList } from './csv-text.ts';
import type { SourceDetail, WeaponDetail } from './incidents.ts';

/* Columns about each weapon and each source; the lists of sources have one position a source. */

/** Several values in one cell. */
const list = { type: 'text', required: false } as const;

/** The fields of a weapon, in order: the first fields of earlier CSV files stay first, and others follow. */
const weaponDetails = [...new Set(['class', 'legal', 'mode', 'traced', 'count', ...namesOf(weaponFields, 'record')] as const)];
const detail = (weapon: WeaponDetail) => weaponDetails.map((name) => weapon[name] ?? '').join(':');
const example = detail({ class: 'handgun', legal: 'illegal', mode: 'seized', traced: 'no', count: 2 });
const mayBeEmpty = weaponDetails.filter((name) => !weaponFields[name].required).join(' and ');

export const weaponColumns: readonly CsvColumn[] = [
  {
    name: 'weapon_details',
    hxl: '#cause+weapons+details',
    meaning: `Each weapon as \`${weaponDetails.join(':')}\`, such as \`${example}\`, separated by \`;\`. Empty if not reported: ${mayBeEmpty}.`,
    ...list,
    of: 'weapon_details',
    cell: ({ weapon_details }) => weapon_details.map(detail).join(';'),
    readable: ({ weapon_details }) =>
      readableList(weapon_details.map((weapon) => partInWords(weaponDetails, weaponFields, weapon))),
  },
];

const positions = 'separated by `;`, empty if not reported.';

const addressesOf = (sources: readonly SourceDetail[]) => sources.map(({ url }) => url?.replaceAll(';', '%3B') ?? null);

/** The column of each field of a source, in the order of the columns; none for a field that the CSV leaves out. */
const columnsOfSource: Readonly<Record<keyof SourceDetail, CsvColumn | null>> = {
  kind: {
    name: 'source_kinds',
    hxl: '#meta+source+kinds',
    meaning: 'Kind of each source, in the order of the record, separated by `;`.',
    ...list,
    cell: ({ source_details }) => listCell(source_details.map(({ kind }) => kind)),
    readable: ({ source_details }) => readableList(source_details.map(({ kind }) => labelOf(sourceKinds, kind))),
  },
  publisher: {
    name: 'source_publishers',
    hxl: '#meta+source+publishers',
    meaning: `Medium or authority of each source, in the same order, ${positions}`,
    ...list,
    cell: ({ source_details }) => listCell(source_details.map(({ publisher }) => publisher)),
    readable: ({ source_details }) => readableList(source_details.map(({ publisher }) => publisher)),
  },
  published_on: {
    name: 'source_dates',
    hxl: '#meta+source+dates',
    meaning: `Day of publication of each source, in the same order, ${positions}`,
    ...list,
    cell: ({ source_details }) => listCell(source_details.map(({ published_on }) => published_on)),
    readable: ({ source_details }) => readableList(source_details.map(({ published_on }) => published_on)),
  },
  url: {
    name: 'source_urls',
    hxl: '#meta+source+urls',
    meaning: `Address of each source as the record shows it, in the same order, ${positions} A \`;\` within an address is written \`%3B\`.`,
    ...list,
    cell: ({ source_details }) => listCell(addressesOf(source_details)),
    readable: ({ source_details }) => readableList(addressesOf(source_details)),
  },
  language: null,
};

export const sourceColumns: readonly CsvColumn[] = Object.values(columnsOfSource).filter((column) => column !== null);
