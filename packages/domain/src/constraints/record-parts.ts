import { isDatasetSlug } from '../dataset.ts';
import { type Constraint, filterLimits } from './constraint.ts';

/** The name of a part of the record, which is a dataset in a location: `demo/RS`. */
export function partName({ dataset, country }: { readonly dataset: string; readonly country: string }): string {
  return `${dataset}/${country}`;
}

/** Dataset and location of a part's name; undefined if it cannot be one. */
export function readPartName(name: string): { readonly dataset: string; readonly country: string } | undefined {
  const [dataset = '', country = '', ...rest] = name.split('/');
  return rest.length === 0 && isDatasetSlug(dataset) && /^[A-Z]{2}$/.test(country) ? { dataset, country } : undefined;
}

/** Leaves out parts of the record: sorted, without repetition. What is compared is selected by it, see `partsCompared`. */
export const recordPartsLeftOut: Constraint<readonly string[]> = {
  description: `Up to ${filterLimits.parts} parts of the record as dataset/location, separated by commas. Leaves out the incidents of each dataset in that location.`,
  schema: { type: 'string' },
  read(text) {
    const given = text.split(',').map((part) => part.trim());
    const names = [...new Set(given)].filter((name) => name !== '').toSorted();
    if (names.length === 0) return { value: undefined };
    const wrong = names.find((name) => readPartName(name) === undefined);
    if (wrong !== undefined)
      return {
        refused: 'bad_value',
        message: `"${wrong.slice(0, 100)}" is not a valid value of "leave_out". It takes dataset/location, such as demo/RS, separated by commas.`,
      };
    if (names.length > filterLimits.parts)
      return { refused: 'bad_value', message: `Give at most ${filterLimits.parts} parts in "leave_out".` };
    return { value: names };
  },
  write: (names) => [...new Set(names)].toSorted().join(','),
  isMet: (incident, names) => !names.includes(partName(incident)),
};
