import type { CsvColumn } from './csv-column.ts';
import { listCell } from './csv-text.ts';

/** Columns about each weapon and each source; the lists of sources have one position a source. */
export const weaponColumns: readonly CsvColumn[] = [
  {
    name: 'weapon_details',
    hxl: '#cause+weapons+details',
    meaning:
      'Each weapon as `class:legal:mode:traced:count`, such as `handgun:illegal:seized:no:2`; mode and count are empty where not reported; `;` between them.',
    cell: ({ weapon_details }) =>
      weapon_details
        .map(({ class: kind, legal, mode, traced, count }) => `${kind}:${legal}:${mode ?? ''}:${traced}:${count ?? ''}`)
        .join(';'),
  },
];

const positions = '`;` between sources, empty where not reported.';

export const sourceColumns: readonly CsvColumn[] = [
  {
    name: 'source_kinds',
    hxl: '#meta+source+kinds',
    meaning: 'Kind of each source, in the order of the record; `;` between sources.',
    cell: ({ source_details }) => listCell(source_details.map(({ kind }) => kind)),
  },
  {
    name: 'source_publishers',
    hxl: '#meta+source+publishers',
    meaning: `Medium or authority of each source, in the same order; ${positions}`,
    cell: ({ source_details }) => listCell(source_details.map(({ publisher }) => publisher)),
  },
  {
    name: 'source_dates',
    hxl: '#meta+source+dates',
    meaning: `Day of publication of each source, in the same order; ${positions}`,
    cell: ({ source_details }) => listCell(source_details.map(({ published_on }) => published_on)),
  },
  {
    name: 'source_urls',
    hxl: '#meta+source+urls',
    meaning: `Address of each source as the record shows it, in the same order; a \`;\` within one is written \`%3B\`; ${positions}`,
    cell: ({ source_details }) => listCell(source_details.map(({ url }) => url?.replaceAll(';', '%3B') ?? null)),
  },
];
