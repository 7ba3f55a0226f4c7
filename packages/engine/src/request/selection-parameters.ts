import { type Against, csvColumns, longestAgainst, optionalColumns, readAgainst, withChoices } from '@monitor/contract';
import { type Parameter, someOf } from './parameters.ts';

/** What a file has beside the incidents of its filter. The parameter is the one that Explore has in its own address. */
export const against: Parameter<Against | undefined> = {
  schema: {
    type: 'string',
    maxLength: longestAgainst,
    description:
      'Adds the incidents of a second selection (B) to those of the filter (A), and a column `side`. The text is a query of its own, escaped, with what differs in B, such as `from%3D2023-01-01%26to%3D2023-12-31`. A name without a value removes that part of the filter.',
  },
  read(text, name, known) {
    if (text === '') return { value: undefined };
    if (text.length > longestAgainst) return { message: `"${name}" must be ${longestAgainst} characters or fewer.` };
    const { against: value, problems } = readAgainst(text, known);
    const [first] = problems;
    if (first !== undefined) return { message: `"${name}" has a mistake. ${withChoices(first)}` };
    if (value === undefined)
      return { message: `"${name}" must name at least one parameter of the filter, such as from=2023-01-01.` };
    return { value };
  },
};

const kept = csvColumns.filter(({ always }) => always === true).map(({ name }) => `\`${name}\``);

export const columns: Parameter<readonly string[]> = someOf(
  optionalColumns,
  `Columns of the file, separated by commas; their order stays the usual one. All of them if not given. Always included, since they say how the others may be read and used: ${kept.join(', ')}.`,
);
