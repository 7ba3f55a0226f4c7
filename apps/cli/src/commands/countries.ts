import { foldText, today } from '@monitor/domain';
import { jurisdictions, population, regionsOf } from '@monitor/geography';
import { jurisdictionCode } from '@monitor/geography/world';
import { type CommandContext, UsageError } from '../command-context.ts';
import { table } from '../words.ts';

export interface CountriesOptions {
  readonly json?: boolean;
}

/** `monitor countries`: a line for each location that files can name. @param word a code, or a part of a name; all if left out */
export function countriesCommand(word: string | undefined, { json }: CountriesOptions, { print }: CommandContext): void {
  const year = Number(today().slice(0, 4));
  const countries = jurisdictions
    .filter((one) => word === undefined || isMeant(one, word))
    .map(({ code, name }) => ({
      code,
      name,
      regions: regionsOf(code).length,
      population: population(code, year)?.people ?? null,
    }));
  if (countries.length === 0)
    throw new UsageError(`No location is called "${word}". To list all of them: npx pnpm@12.4.2 monitor countries`);
  if (json) print(JSON.stringify(countries, null, 2));
  else
    print(
      table([
        ['Code', 'Name', 'Regions', 'Population'],
        ...countries.map(({ code, name, regions: count, population: people }) => [
          code,
          name,
          String(count),
          people === null ? 'not known' : people.toLocaleString('en'),
        ]),
      ]),
    );
}

function isMeant({ code, name }: { readonly code: string; readonly name: string }, word: string): boolean {
  return jurisdictionCode(word) === code || foldText(name).includes(foldText(word));
}
