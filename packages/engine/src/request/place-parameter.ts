import { readPlaceAddress } from '@monitor/findings';
import type { Parameter } from './parameters.ts';

/** The address of a place, which must be given. Whether the settlement of one exists, the data says. */
export const placeAddress: Parameter<string> = {
  schema: {
    type: 'string',
    description:
      'Required. A location (`RS`), a region (`RS-20`), or a settlement by the code of its region, or of its location where no region is known, and its name: `RS-20-nis`.',
  },
  read(text, name) {
    if (text === '') return { message: `"${name}" is missing. Give an address of a place, such as ${name}=RS-20.` };
    if (readPlaceAddress(text) !== undefined) return { value: text };
    return {
      message: `"${text.slice(0, 100)}" is not a valid value of "${name}". It takes an address such as RS, RS-20 or RS-20-nis.`,
    };
  },
};
