import type { KnownCodes } from '@monitor/contract';
import { isPublicId } from '@monitor/domain';

/** One query parameter that belongs to an endpoint: how it is documented, and how its text is read. */
export interface Parameter<Value> {
  /** JSON Schema, for the documentation; requests are judged by `read`, which says what is wrong in words. */
  readonly schema: object;
  /** Reads the text as given, empty if the parameter is absent. @param known codes of locations and regions */
  readonly read: (
    text: string,
    name: string,
    known: KnownCodes,
  ) => { readonly value: Value } | { readonly message: string; readonly allowed?: string[] };
}

/** One of a closed list; absent means the default. */
export function oneOf<const Value extends string>(
  values: readonly Value[],
  byDefault: Value,
  description: string,
): Parameter<Value> {
  return {
    schema: { type: 'string', enum: [...values], default: byDefault, description },
    read(text, name) {
      const value = text === '' ? byDefault : values.find((one) => one === text);
      if (value !== undefined) return { value };
      return { message: `"${text.slice(0, 100)}" is not a valid value of "${name}".`, allowed: [...values] };
    },
  };
}

/**
 * Some of a closed list, with commas between; `none` for the empty list, `all` for all of them.
 * @param former earlier names of values, which are still read
 * @param byDefault what an absent parameter means; all of them if left out
 */
export function someOf<const Value extends string>(
  values: readonly Value[],
  description: string,
  { former = new Map(), byDefault = values }: { former?: ReadonlyMap<string, string>; byDefault?: readonly Value[] } = {},
): Parameter<readonly Value[]> {
  const allowed = [...values, 'all', 'none'];
  return {
    schema: { type: 'array', items: { type: 'string', enum: allowed }, description },
    read(text, name) {
      if (text === '') return { value: byDefault };
      if (text === 'all') return { value: values };
      if (text === 'none') return { value: [] };
      const asked = text.split(',').map((part) => former.get(part.trim()) ?? part.trim());
      const wrong = asked.find((part) => !values.some((value) => value === part));
      if (wrong === undefined) return { value: values.filter((value) => asked.includes(value)) };
      return { message: `"${wrong.slice(0, 100)}" is not a valid value of "${name}".`, allowed };
    },
  };
}

/** A whole number within limits; absent means the default. */
export function wholeNumber(least: number, most: number, byDefault: number, description: string): Parameter<number> {
  return {
    schema: { type: 'integer', minimum: least, maximum: most, default: byDefault, description },
    read(text, name) {
      const value = text === '' ? byDefault : /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= least && value <= most) return { value };
      return { message: `"${name}" must be a whole number from ${least} to ${most}.` };
    },
  };
}

/** A whole number within limits; absent means undefined. */
export function optionalNumber(least: number, most: number, description: string): Parameter<number | undefined> {
  const given = wholeNumber(least, most, least, description);
  return {
    schema: { type: 'integer', minimum: least, maximum: most, description },
    read: (text, name, known) => (text === '' ? { value: undefined } : given.read(text, name, known)),
  };
}

/** A year of four digits; absent means undefined. */
export function year(description: string): Parameter<number | undefined> {
  return {
    schema: { type: 'integer', minimum: 1000, maximum: 9999, description },
    read(text, name) {
      if (text === '') return { value: undefined };
      return /^[1-9]\d{3}$/.test(text) ? { value: Number(text) } : { message: `"${name}" must be a year such as 2024.` };
    },
  };
}

/** Text of limited length; absent means undefined. */
export function shortText(longest: number, description: string): Parameter<string | undefined> {
  return {
    schema: { type: 'string', maxLength: longest, description },
    read(text, name) {
      if (text.length > longest) return { message: `"${name}" must be ${longest} characters or fewer.` };
      return { value: text === '' ? undefined : text };
    },
  };
}

/** The public identifier of an incident; absent means undefined. */
export function identifier(description: string): Parameter<string | undefined> {
  return {
    schema: { type: 'string', description },
    read(text, name) {
      const id = text.trim().toUpperCase();
      if (id === '') return { value: undefined };
      if (isPublicId(id)) return { value: id };
      return {
        message: `"${text.slice(0, 100)}" is not a valid value of "${name}". It takes an identifier such as AV-3F9K2M7XQ0BT.`,
      };
    },
  };
}

/** `1` for yes; absent or `0` for no. */
export function flag(description: string): Parameter<boolean> {
  return {
    schema: { type: 'string', enum: ['0', '1'], default: '0', description },
    read(text, name) {
      if (text === '1') return { value: true };
      if (text === '' || text === '0') return { value: false };
      return { message: `"${name}" must be 1 or 0.`, allowed: ['0', '1'] };
    },
  };
}
