import { type Constraint, filterLimits } from './constraint.ts';

/** True for a text that can be a public identifier: `AV-` and twelve characters of Crockford's base 32. */
export function isPublicId(text: string): boolean {
  return /^AV-[0-9A-HJKMNP-TV-Z]{12}$/.test(text);
}

/** Incidents by their public identifier, such as those that somebody has picked by hand: sorted, without repetition. */
export const identifiers: Constraint<readonly string[]> = {
  description: `Public identifiers of up to ${filterLimits.identifiers} incidents, separated by commas. Selects these incidents only.`,
  schema: { type: 'string' },
  read(text) {
    const given = text.split(',').map((part) => part.trim().toUpperCase());
    const ids = [...new Set(given)].filter((id) => id !== '').toSorted();
    if (ids.length === 0) return { value: undefined };
    const wrong = ids.find((id) => !isPublicId(id));
    if (wrong !== undefined)
      return {
        refused: 'bad_value',
        message: `"${wrong.slice(0, 100)}" is not a valid value of "id". It takes identifiers such as AV-3F9K2M7XQ0BT, separated by commas.`,
      };
    if (ids.length > filterLimits.identifiers)
      return { refused: 'bad_value', message: `Give at most ${filterLimits.identifiers} identifiers in "id".` };
    return { value: ids };
  },
  write: (ids) => [...new Set(ids)].toSorted().join(','),
  isMet: ({ id }, ids) => ids.includes(id),
};
