import { isDatasetSlug } from '@monitor/domain';
import { Compile } from 'typebox/compile';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { FileError } from '../file-error.ts';
import { dateFormat } from './date-format.ts';
import { type MappedField, Mapping } from './mapping-schema.ts';
import { isRecord, writtenOut } from './write-out-mapping.ts';

interface Problem {
  /** Keys from the top of the file, such as `['incident', 'type', 'values', 'Y']`. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const schema = Compile(Mapping);

/**
 * Reads a mapping file.
 * @param name of the file, for messages.
 * @throws FileError that lists every problem with its line and its path in the file, and what is allowed there.
 */
export function readMapping(text: string, name: string): Mapping {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) throw new FileError(`${name}, line ${lines.linePos(broken.pos[0]).line}: this is not valid YAML: ${broken.message}`);
  const mapping = writtenOut(document.toJS() as unknown);
  const problems = schemaProblems(mapping);
  if (problems.length === 0) problems.push(...meaningProblems(mapping as Mapping));
  if (problems.length === 0) return mapping as Mapping;
  const list = problems.map(
    ({ path, message }) => `  line ${lineOf(document, lines, path)}, ${path.join('.') || 'top'}: ${message}`,
  );
  throw new FileError([`${name}: the mapping is not valid.`, ...new Set(list)].join('\n'));
}

function schemaProblems(mapping: unknown): Problem[] {
  return [...schema.Errors(mapping)].flatMap((error): Problem[] => {
    const path = error.instancePath.split('/').slice(1);
    const parameters = error.params as Record<string, unknown>;
    switch (error.keyword as string) {
      case 'boolean': // Said a second time as additionalProperties.
        return [];
      case 'additionalProperties': {
        const allowed = allowedKeys(error.schemaPath).join(', ');
        return (parameters.additionalProperties as string[]).map((key) => ({
          path: [...path, key],
          message: `unknown key. Use one of ${allowed}.`,
        }));
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

/** What the schema cannot say. */
function meaningProblems(mapping: Mapping): Problem[] {
  const { incident } = mapping;
  const problems: Problem[] = [];
  const report = (path: Problem['path'], message: string) => problems.push({ path, message });
  if (!isDatasetSlug(mapping.dataset.slug)) report(['dataset', 'slug'], 'use lower-case letters, digits and single hyphens.');
  if (!incident.source_key && mapping.group_by === undefined)
    report(['incident'], 'the key "source_key" is missing. Name the column that identifies an incident.');
  if (!incident.occurred_on) report(['incident'], 'the key "occurred_on" is missing.');
  if (!incident.type) report(['incident'], 'the key "type" is missing.');
  if ((incident.lon === undefined) !== (incident.lat === undefined)) report(['incident'], 'give "lon" and "lat" together.');
  if (incident.coordinates && incident.lon)
    report(['incident', 'coordinates'], 'give either "coordinates" or "lon" and "lat", not both.');
  if (!incident.country && !incident.coordinates && !incident.lon) report(['incident'], 'give "country" or coordinates.');
  for (const [path, field] of mappedFields(mapping)) {
    if ((field.column === undefined) === (field.value === undefined)) report(path, 'give either "column" or "value", not both.');
    for (const format of field.formats ?? []) {
      try {
        dateFormat(format);
      } catch (error) {
        report([...path, 'formats'], (error as RangeError).message);
      }
    }
  }
  return problems;
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
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
