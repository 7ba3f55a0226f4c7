/** Node only: reads what an installation is about from a file. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Language, languages as productLanguages } from '@monitor/domain';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import type { Focus } from './focus.ts';
import { jurisdiction } from './jurisdictions.ts';
import './world.ts';

/** The usual one. */
export const usualFocus = new URL('../../../focus/see.yaml', import.meta.url);

const strict = { additionalProperties: false };
const Degrees = (most: number) => Type.Number({ minimum: -most, maximum: most });
const Box = Type.Tuple([Degrees(180), Degrees(90), Degrees(180), Degrees(90)]);
const Inset = Type.Object({ location: Type.String(), view: Box }, strict);
const Name = Type.String({ minLength: 1, maxLength: 60 });
const Sentence = Type.String({ minLength: 1, maxLength: 300 });

const keys = {
  title: Name,
  region: Name,
  locations: Type.Array(Type.String(), { minItems: 1, maxItems: 60 }),
  languages: Type.Optional(Type.Array(Type.String(), { minItems: 1, uniqueItems: true })),
  view: Box,
  small_view: Type.Optional(Type.Object({ view: Box, inset: Inset }, strict)),
  notes: Type.Optional(Type.Array(Sentence, { maxItems: 5 })),
  demonstration: Type.Optional(Type.Boolean()),
};
const schema = Compile(Type.Object(keys, strict));

const box =
  'west, south, east and north in degrees, with south below north, and west below east or at most 180 degrees west of it across the 180th meridian';
const name = 'a text of 1 to 60 characters';

/** What each key must be, in words. */
const meanings: Readonly<Record<string, string>> = {
  title: name,
  region: name,
  locations: 'a list of 1 to 60 codes, such as [RS, ME]',
  languages: 'a list of codes of languages, each once, such as [en]',
  view: box,
  small_view: 'a "view", and an "inset" with "location" and "view"',
  notes: 'a list of up to 5 sentences, each of 1 to 300 characters',
  demonstration: 'true or false',
} satisfies Record<keyof typeof keys, string>;

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
    const reason = (error as Error).message;
    throw new FocusError(`FOCUS must be the path of a file such as focus/see.yaml. "${file}" cannot be used: ${reason}.`, {
      cause: error,
    });
  }
}

/**
 * Reads a focus from a file. What it leaves out is not there: no notes, no demonstration. Without languages, it has all.
 * @param all the languages of the product
 * @throws an error that says what is wrong
 */
export function readFocus(file: string | URL, all: readonly Language[] = productLanguages): Focus {
  const read = readYaml(file);
  if (!schema.Check(read)) throw new Error(schemaProblem(read));
  const known = all.map(({ code }) => code);
  const { locations, languages = known, view, small_view: small, notes = [], demonstration = false } = read;
  for (const code of [...locations, ...(small ? [small.inset.location] : [])])
    if (jurisdiction(code) === undefined) throw new Error(`${shown(code)} in it is not the code of a location, such as RS`);
  for (const code of languages)
    if (!known.includes(code))
      throw new Error(`${shown(code)} in it is not a language of the interface. Use ${someOf.format(known)}`);
  const views = { view, ...(small && { 'small_view view': small.view, 'small_view inset view': small.inset.view }) };
  for (const [at, [west, south, east, north]] of Object.entries(views))
    if (south >= north || west === east || (west > east && west - east < 180)) throw new Error(`"${at}" must be ${box}`);
  return { ...read, languages, notes, demonstration };
}

function readYaml(file: string | URL): unknown {
  try {
    return parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new Error('the file was not found', { cause: error });
    if (code === 'EISDIR') throw new Error('this is a folder', { cause: error });
    if (code === 'EACCES') throw new Error('you do not have permission to read it', { cause: error });
    // A reader of YAML repeats the place in the file under its message.
    const [reason = ''] = message.split(/:?\n/);
    throw new Error(`it is not valid YAML: ${reason}`, { cause: error });
  }
}

const needed = ['title', 'region', 'locations', 'view'];
const allOf = new Intl.ListFormat('en-GB');
const someOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** A word of the file as a message has it. Another file than the one meant may hold anything, so nothing longer is repeated. */
const shown = (word: string) => (/^\w{1,20}$/.test(word) ? `"${word}"` : 'something');

/** What is wrong with a focus, in words of its keys. An unknown key comes first, since it may be a missing one that is misspelt. */
function schemaProblem(read: unknown): string {
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return `it must have the keys ${allOf.format(needed)}`;
  const known = Object.keys(meanings);
  const unknown = Object.keys(read).find((key) => !known.includes(key));
  if (unknown !== undefined) return `${shown(unknown)} is not a key of a focus. Use ${someOf.format(known)}`;
  const wrong = new Set(schema.Errors(read).map(({ instancePath }) => instancePath.split('/')[1]));
  const missing = needed.find((key) => !(key in read));
  const first = known.find((key) => wrong.has(key)) ?? '';
  return missing === undefined ? `"${first}" must be ${meanings[first]}` : `"${missing}" is missing`;
}
