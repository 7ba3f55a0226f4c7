/** What can be wrong with a row that is kept all the same, with the line of the report that counts it. */
export const warningKinds = {
  point_outside: 'Point outside its location: point dropped, incident kept',
  point_impossible: 'Impossible coordinates: point dropped, incident kept',
  point_outside_region: 'Point in another region than the one named: both kept',
  place_unknown: 'Settlement not in the gazetteer and no point: placed by region or location only',
  region_unknown: 'Region not known: taken from the point, or left out',
  unknown_code: 'Value not in the list of codes: taken as not reported',
  bounds_dropped: 'Low or high estimate missing its order with the best one: dropped',
  end_dropped: 'Last day impossible or before the first one: dropped',
  time_dropped: 'Impossible time of day: dropped',
  age_dropped: 'Age not from 0 to 120: dropped',
  weapon_count_dropped: 'Impossible number of weapons: dropped',
  source_dropped: 'Link or date of a source not usable: dropped',
  link_left_out: 'Link whose address can name people: left out, publisher kept',
  text_cut: 'Text too long: cut',
  control_characters: 'Control characters: removed',
  undecodable: 'Characters that the encoding does not have',
  rows_disagree: 'Rows of one incident that disagree: the first row counts',
} as const;
export type WarningKind = keyof typeof warningKinds;

export interface Warning {
  readonly kind: WarningKind;
  readonly message: string;
}

/** What the stages find wrong with one incident: reasons reject it, warnings go beside it. */
export class Findings {
  readonly reasons: string[] = [];
  readonly warnings: Warning[] = [];

  reject(reason: string): void {
    this.reasons.push(reason);
  }

  warn(kind: WarningKind, message: string): void {
    this.warnings.push({ kind, message });
  }
}

/** A value as it is printed in a message: in quotation marks, on one line, cut to 60 characters. */
export function quoted(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is being made visible
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}
