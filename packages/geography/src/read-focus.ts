/** Node only: reads what an installation is about from a file. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import type { Focus } from './focus.ts';
import { jurisdiction } from './jurisdictions.ts';
import './world.ts';

/** The usual one. */
export const usualFocus = new URL('../../../focus/see.yaml', import.meta.url);

const strict = { additionalProperties: false };
const Sentence = Type.String({ minLength: 1, maxLength: 300 });
const Degrees = (most: number) => Type.Number({ minimum: -most, maximum: most });
const Box = Type.Tuple([Degrees(180), Degrees(90), Degrees(180), Degrees(90)]);

const schema = Compile(
  Type.Object(
    {
      title: Type.String({ minLength: 1, maxLength: 60 }),
      region: Type.String({ minLength: 1, maxLength: 60 }),
      locations: Type.Array(Type.String(), { minItems: 1, maxItems: 60 }),
      view: Box,
      small_view: Type.Optional(
        Type.Object({ view: Box, inset: Type.Object({ location: Type.String(), view: Box }, strict) }, strict),
      ),
      notes: Type.Optional(Type.Array(Sentence, { maxItems: 5 })),
      demonstration: Type.Optional(Type.Boolean()),
    },
    strict,
  ),
);

/** A focus that cannot be used. The message says in one line what is wrong, and what is allowed. */
export class FocusError extends Error {
  override readonly name = 'FocusError';
}

/**
 * Reads the focus that the environment names, or the usual one.
 * @param folder that relative paths are taken from
 * @throws FocusError
 */
export function readFocusOf({ FOCUS = '' }: Readonly<Record<string, string | undefined>>, folder: string): Focus {
  const file = FOCUS.trim();
  if (file === '') return readFocus(usualFocus);
  try {
    return readFocus(resolve(folder, file));
  } catch (error) {
    // A reader of YAML repeats the place in the file under its message.
    const [reason = ''] = (error as Error).message.split(/:?\n/);
    throw new FocusError(`FOCUS must be the path of a file such as focus/see.yaml. "${file}" cannot be used: ${reason}.`, {
      cause: error,
    });
  }
}

/** Reads a focus from a file. What it leaves out is not there: no notes, no demonstration. */
export function readFocus(file: string | URL): Focus {
  const read = parse(readFileSync(file, 'utf8')) as unknown;
  if (!schema.Check(read)) {
    const [first] = schema.Errors(read);
    const place = first?.instancePath.replaceAll('/', ' ').trim();
    throw new Error(`${place ? `"${place}"` : 'The file'} ${first?.message ?? 'is not valid'}`);
  }
  const { locations, view, small_view: small, notes = [], demonstration = false } = read;
  for (const code of [...locations, ...(small ? [small.inset.location] : [])])
    if (jurisdiction(code) === undefined) throw new Error(`"${code}" is not the code of a location, such as RS`);
  for (const [west, south, east, north] of [view, ...(small ? [small.view, small.inset.view] : [])])
    if (west >= east || south >= north) throw new Error('a view is west, south, east and north, in this order');
  return { ...read, notes, demonstration };
}
