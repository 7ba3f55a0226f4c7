import { readFile, stat } from 'node:fs/promises';
import { isDatasetSlug } from '@monitor/domain';
import { closestMatch } from 'leven';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { FileError, inQuotes } from '../findings.ts';
import { fieldsByName } from '../raw-incident.ts';
import { constantProblem } from './check-constant.ts';
import { dateFormat } from './date-format.ts';
import { columnsOf, type MappedField, Mapping } from './mapping-schema.ts';
import { isRecord, writtenOut } from './write-out-mapping.ts';

interface Problem {
  /** Keys from the top of the file, such as `['incident', 'type', 'values', 'Y']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const schema = Compile(Mapping);

/** Bytes of the largest file taken for a mapping. */
const largest = 1024 * 1024;

/** More brackets in each other than a mapping has, and fewer than a reader of YAML can bear. */
const deepest = 50;

/** Lines of a message about a mapping: a file of another kind has thousands of problems. */
const mostProblems = 50;

/**
 * The text of a mapping file.
 * @throws FileError where it is missing, not a file, or too large.
 */
export async function loadMapping(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new FileError(`${path}: this is not a file. Name the mapping file.`);
    if (found.size > largest) throw new FileError(`${path}: this file is larger than 1 MB, so it is not a mapping.`);
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof FileError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new FileError(code === 'ENOENT' ? `${path}: file not found.` : `${path}: could not read the mapping (${message}).`);
  }
}

/**
 * Reads a mapping file.
 * @param name of the file, for messages.
 * @throws FileError that lists every problem with its line and its path in the file, and what is allowed there.
 */
export function readMapping(text: string, name: string): Mapping {
  const { lines, document, content } = readYaml(text, name);
  const mapping = writtenOut(content);
  const broken = schemaProblems(mapping);
  const problems = [...broken, ...meaningProblems(mapping, broken, content)];
  if (problems.length === 0) return mapping as Mapping;
  const list = new Set(
    problems
      .map(({ path, message }) => ({ line: lineOf(document, lines, path), path, message }))
      .toSorted((one, other) => one.line - other.line)
      .map(({ line, path, message }) => `  line ${line}, ${path.join('.') || 'top'}: ${message}`),
  );
  const more = list.size - mostProblems;
  throw new FileError(
    [
      `${name}: the mapping is not valid.`,
      ...[...list].slice(0, mostProblems),
      ...(more > 0 ? [`  … and ${more} more problems.`] : []),
    ].join('\n'),
  );
}

/** What a file of YAML contains. Aliases may repeat a part of it a few times, but not make it grow without end. */
function readYaml(text: string, name: string): { lines: LineCounter; document: Document; content: unknown } {
  if (isTooDeep(text)) throw new FileError(`${name}: this has too many levels to be a mapping.`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const broken = document.errors
      .slice(0, mostProblems)
      .map(({ pos, message }) => `${name}, line ${lines.linePos(pos[0]).line}: this is not valid YAML: ${message}`);
    throw new FileError([...new Set(broken)].join('\n'));
  }
  try {
    return { lines, document, content: document.toJS() as unknown };
  } catch (error) {
    const excessive = error instanceof ReferenceError && /excessive/i.test(error.message);
    throw new FileError(
      `${name}: ${excessive ? 'the aliases (*) in this file repeat its parts too often.' : (error as Error).message}`,
    );
  }
}

/** True if brackets, indentation or hyphens nest deeper than any mapping: a reader of YAML may run out of memory there. */
function isTooDeep(text: string): boolean {
  if (/^[ \t?:-]{200}/m.test(text)) return true;
  let depth = 0;
  return Array.from(text.match(/[[\]{}]/g) ?? []).some((bracket) => {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    return depth > deepest;
  });
}

function schemaProblems(mapping: unknown): Problem[] {
  return allErrors(mapping).flatMap((error): Problem[] => {
    const path = error.instancePath.split('/').slice(1);
    const parameters = error.params as Record<string, unknown>;
    switch (error.keyword as string) {
      case 'boolean': // Said a second time as additionalProperties.
        return [];
      case 'additionalProperties': {
        const allowed = allowedKeys(error.schemaPath);
        return (parameters.additionalProperties as string[]).map((key) => {
          const meant = closestMatch(key, allowed, { maxDistance: Math.ceil(key.length / 3) });
          const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
          return { path: [...path, key], message: `unknown key.${hint} Use one of ${allowed.join(', ')}.` };
        });
      }
      case 'required':
        return (parameters.requiredProperties as string[]).map((key) => ({ path, message: `the key "${key}" is missing.` }));
      case 'enum':
        return [
          {
            path,
            message: `use one of ${(parameters.allowedValues as (string | null)[]).map((value) => value ?? 'null').join(', ')}.`,
          },
        ];
      case 'pattern':
        return [{ path, message: 'this must be an address that starts with http:// or https://.' }];
      case 'type': {
        const kinds = [parameters.type].flat().map((type) => kindsOfValue[type as string] ?? type);
        return [{ path, message: `this must be ${kinds.join(' or ')}.` }];
      }
      default:
        return [{ path, message: `this ${error.message.replace(/\b1 (character|item)s\b/, '1 $1')}.` }];
    }
  });
}

/** The errors of a schema are cut off after eight unless more are wanted. */
function allErrors(mapping: unknown): ReturnType<typeof schema.Errors> {
  const { maxErrors } = Settings.Get();
  try {
    Settings.Set({ maxErrors: 1000 });
    return schema.Errors(mapping);
  } finally {
    Settings.Set({ maxErrors });
  }
}

/** What the types of the schema are called in a mapping file. */
const kindsOfValue: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a set of keys and values',
  string: 'text',
  boolean: 'true or false',
};

/** Keys of the part of the schema that a JSON pointer such as `#/properties/incident` leads to. */
function allowedKeys(pointer: string): string[] {
  let part: unknown = Mapping;
  for (const key of pointer.split('/').slice(1))
    part = isRecord(part) || Array.isArray(part) ? (part as Record<string, unknown>)[key] : part;
  return isRecord(part) && isRecord(part.properties) ? Object.keys(part.properties) : [];
}

/**
 * What the schema cannot say, of the parts in which the schema finds nothing wrong.
 * @param content the mapping as it is written in the file
 */
function meaningProblems(whole: unknown, broken: readonly Problem[], content: unknown): Problem[] {
  if (!isRecord(whole)) return [];
  const mapping = soundParts(whole);
  const { incident } = mapping;
  const problems: Problem[] = [];
  const report = (path: Problem['path'], message: string) => problems.push({ path, message });
  const isSound = (path: Problem['path']) =>
    !broken.some((problem) => path.every((key, index) => String(problem.path[index]) === String(key)));
  const slug = isRecord(whole.dataset) ? whole.dataset.slug : undefined;
  if (typeof slug === 'string' && isSound(['dataset', 'slug']) && !isDatasetSlug(slug))
    report(['dataset', 'slug'], 'use lower-case letters, digits and single hyphens.');
  if (isRecord(whole.incident)) {
    if (!incident.occurred_on) report(['incident'], 'the key "occurred_on" is missing.');
    if (!incident.type) report(['incident'], 'the key "type" is missing.');
    if ((incident.lon === undefined) !== (incident.lat === undefined)) report(['incident'], 'give "lon" and "lat" together.');
    if (incident.coordinates && incident.lon)
      report(['incident', 'coordinates'], 'give either "coordinates" or "lon" and "lat", not both.');
    const hasPoint = incident.coordinates !== undefined || incident.lon !== undefined;
    if (!incident.country && !hasPoint) report(['incident'], 'give "country" or coordinates.');
  }
  for (const [path, key] of groupKeys(mapping)) {
    const keys = listAt(content, path);
    if (keys) report(path, `if these columns together identify an incident, write { join: [${keys}] }.`);
    else if (isRecord(key) && isSound(path) && originsOf(key).length !== 1)
      report(path, 'give either "column" or "join", not both.');
  }
  if (mapping.people_file && !mapping.group_by)
    report(['people_file'], 'give "group_by" as well: the column of the other file that identifies the incident.');
  if (mapping.people_file && !mapping.people?.length) report(['people_file'], 'say under "people" what this file has.');
  const others = mapping.group_by === undefined ? [] : (mapping.people ?? []).slice(1);
  for (const [index, person] of others.entries())
    if (isSound(['people', index + 1]) && Object.values(person).every((field) => columnsOf(field).length === 0))
      report(['people', index + 1], 'give at least one "column". Only the first entry is a person of every row.');
  for (const [path, field] of mappedFields(mapping)) {
    if (!isSound(path)) continue;
    const isDefault = path[1] === 'country' && field.default !== undefined && (incident.coordinates ?? incident.lon) !== undefined;
    const origins = isDefault && originsOf(field).length === 0 ? undefined : originsProblem(field);
    if (origins !== undefined) report(path, origins);
    const several = isSummed(String(path.at(-1))) ? listAt(content, path) : undefined;
    if (several)
      report(
        path,
        `to add up these columns, write { sum: [${several}] }. For the first that is not empty, write { column: [${several}] }.`,
      );
    if (field.join && isMoment(String(path.at(-1))) && !field.formats)
      report(path, 'say with "formats" how these columns are written with blanks between them, such as "YYYY M D".');
    if (field.zone !== undefined && !isZone(field.zone))
      report([...path, 'zone'], `${inQuotes(field.zone)} is not a time zone. Write one such as Europe/Belgrade or UTC.`);
    if (field.formats?.includes('unix') && field.zone === undefined)
      report([...path, 'formats'], 'give "zone" as well, such as "zone: Europe/Belgrade": the day of "unix" depends on it.');
    const formats = (field.formats ?? []).map(formatProblem).filter((message) => message !== undefined);
    for (const message of formats) report([...path, 'formats'], message);
    if (formats.length > 0) continue;
    for (const [key, text] of constantsOf(field)) {
      const problem = constantProblem(String(path.at(-1)), text, field);
      if (problem !== undefined) report([...path, ...key], problem);
    }
  }
  const { type, subtype } = incident;
  if (type?.value !== undefined && subtype?.value !== undefined && !subtype.value.startsWith(`${type.value}.`))
    report(['incident', 'subtype', 'value'], `use a sub-type of ${type.value}.`);
  return problems;
}

/** The mapping with an empty part for each that is not what it should be. */
function soundParts(mapping: Record<string, unknown>): Mapping {
  const entry = (part: unknown) =>
    isRecord(part) ? Object.fromEntries(Object.entries(part).filter(([, field]) => isRecord(field))) : {};
  const entries = (list: unknown) => (Array.isArray(list) ? list.map(entry) : []);
  const { incident, people, weapons, sources } = mapping;
  return {
    ...mapping,
    incident: entry(incident),
    people: entries(people),
    weapons: entries(weapons),
    sources: entries(sources),
  } as Mapping;
}

/** Where a mapping says which rows belong together. */
function groupKeys({ group_by, people_file }: Mapping): [path: string[], key: MappedField | undefined][] {
  return [
    [['group_by'], group_by],
    [['people_file', 'group_by'], people_file?.group_by],
  ];
}

/** Where a field says that it comes from: one of these. */
const origins = ['column', 'join', 'sum', 'value'] as const;

function originsOf(field: MappedField): string[] {
  return origins.filter((origin) => field[origin] !== undefined);
}

function originsProblem(field: MappedField): string | undefined {
  const found = originsOf(field);
  if (found.length === 1) return undefined;
  const others = found.filter((origin) => origin === 'join' || origin === 'sum');
  if (others.length === 0) return 'give either "column" or "value", not both.';
  return `give only one of ${found.map((origin) => `"${origin}"`).join(', ')}.`;
}

/** True for numbers of people or weapons, of which several columns can be meant to be added up. */
export function isSummed(name: string): boolean {
  const kind = fieldsByName[name]?.values;
  return kind === 'people' || kind === 'number';
}

/** True for dates and times. */
function isMoment(name: string): boolean {
  const kind = fieldsByName[name]?.values;
  return kind === 'date' || kind === 'time';
}

/** The items of a list of two or more at a path of a mapping, as it is written in the file. */
function listAt(content: unknown, path: Problem['path']): string | undefined {
  const found = path.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], content);
  return Array.isArray(found) && found.length > 1 ? found.map((name) => inQuotes(String(name)).slice(1, -1)).join(', ') : undefined;
}

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function formatProblem(format: string): string | undefined {
  try {
    dateFormat(format);
    return undefined;
  } catch (error) {
    return (error as RangeError).message;
  }
}

/** What a mapping itself says of a field, in place of a word of the file, with the keys that lead there. */
function constantsOf({ value, otherwise, default: empty, values = {} }: MappedField): [key: string[], text: string][] {
  const found: [string[], string | null | undefined][] = [
    [['value'], value],
    [['otherwise'], otherwise],
    [['default'], empty],
    ...Object.entries(values).map(([word, text]): [string[], string | null] => [['values', word], text]),
  ];
  return found.filter((one): one is [string[], string] => typeof one[1] === 'string');
}

/** All fields of a mapping with their paths. */
export function mappedFields(mapping: Mapping): [path: (string | number)[], field: MappedField][] {
  const lists = (['people', 'weapons', 'sources'] as const).flatMap((key) =>
    (mapping[key] ?? []).flatMap((entry, index) => fieldsOf([key, index], entry)),
  );
  return [...fieldsOf(['incident'], mapping.incident), ...lists];
}

function fieldsOf(path: (string | number)[], entry: object): [(string | number)[], MappedField][] {
  return Object.entries(entry).map(([key, field]) => [[...path, key], field as MappedField]);
}

/** The line of the nearest key on a path that the file contains. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]))
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
