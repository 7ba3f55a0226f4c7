import { fileURLToPath } from 'node:url';
import type { SourceFormat } from '../source-format.ts';
import { mappedFormatNames, mappedFormatsFolder } from './format-names.ts';
import { gva } from './gva.ts';
import { ucdpGed } from './ucdp-ged.ts';

/** A format that needs no mapping; undefined if there is none of this name. */
export async function builtInFormat(name: string): Promise<SourceFormat | undefined> {
  const coded = [gva, ucdpGed].find((format) => format.name === name);
  if (coded || !mappedFormatNames.includes(name)) return coded;
  // Only these need YAML and schemas.
  const { genericFormat, loadMapping, readMapping } = await import('../generic.ts');
  const file = `${name}.yaml`;
  return { ...genericFormat(readMapping(await loadMapping(fileURLToPath(new URL(file, mappedFormatsFolder))), file)), name };
}
