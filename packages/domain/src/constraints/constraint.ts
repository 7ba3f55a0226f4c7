import type { FilteredIncident } from '../incident.ts';

/** Why a text is not a valid value of a constraint. */
export interface Refusal {
  readonly refused: 'bad_value' | 'text_too_long' | 'unsearchable_character' | 'no_searchable_word';
  /** A sentence that says what to do, with the name of the parameter in quotes. */
  readonly message: string;
}

/**
 * A constraint of the filter that is not a list of codes. Its SQL is in `packages/store/src/filter/incident-where.ts`, its way
 * in the cube in `packages/cube/src/select.ts`.
 */
export interface Constraint<Value> {
  /** For the description of the API. */
  readonly description: string;
  /** JSON Schema of the text, for the description of the API. */
  readonly schema: { readonly type: 'string' | 'integer'; readonly [keyword: string]: string | number };
  /** The value of a text; nothing if it constrains nothing. The text is never empty. */
  readonly read: (text: string) => { readonly value: Value | undefined } | Refusal;
  /** The canonical text of a value, which reads back as the same value. */
  readonly write: (value: Value) => string;
  /** The meaning, in plain terms. */
  readonly isMet: (incident: FilteredIncident, value: Value) => boolean;
}

/** Limits on every input, for the API and for links. */
export const filterLimits = {
  firstDay: '1900-01-01',
  lastDay: '2199-12-31',
  valuesPerList: 100,
  textLength: 200,
  words: 10,
  ringCorners: 200,
  /** Of `id`. They fit in an address beside the largest polygon. */
  identifiers: 200,
  /** Of `leave_out`. */
  parts: 200,
  /** Of `min_victims` and `min_weapons`. */
  least: 100_000,
} as const;
