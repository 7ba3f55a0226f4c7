import { type Fields, namesOf, partFields, type PartName, partNames, recordOf } from '@monitor/domain';
import { columnOfField, type TableColumn } from './csv-column.ts';
import type { Cell } from './csv-text.ts';

/** A row of a long table: one person, weapon or source, with the incident that it belongs to. */
export type PartRow = Readonly<Record<string, Cell>> & { readonly incident: string; readonly position: number };

function columnsOf(fields: Fields): readonly TableColumn[] {
  return [
    { name: 'incident', meaning: 'Identifier of the incident.', type: 'text', required: true },
    { name: 'position', meaning: 'Order within the incident, from 1.', type: 'integer', required: true },
    ...namesOf(fields, 'record').map((name) => ({ name, ...columnOfField(fields[name]!) })),
  ];
}

/** The columns of the tables of people, weapons and sources, one row each. */
export const partColumns: Readonly<Record<PartName, readonly TableColumn[]>> = recordOf(partNames, (name) =>
  columnsOf(partFields[name]),
);
