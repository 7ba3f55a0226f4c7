import type { Measure } from '@monitor/domain';
import type { TFunction } from 'i18next';
import type { ColumnName } from './choices.ts';

/** The name of a column; that of what is counted is the measure's. */
export function columnLabel(name: ColumnName, measure: Measure, t: TFunction): string {
  return name === 'amount' ? t(`measure.${measure}.name`) : t(`table.column.${name}`);
}
