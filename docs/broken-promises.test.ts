import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { brokenPromises } from './broken-promises.ts';

const read = async (name: string) => JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8')) as Record<string, unknown>;
const released = await read('openapi-released.json');
const today = await read('openapi.json');

test('the API keeps what its last release promised', () => {
  expect(brokenPromises(released, today)).toEqual([]);
});

interface Operation {
  operationId: string;
  parameters: { name: string; required?: boolean; schema: Record<string, unknown> & { items: { enum: string[] } } }[];
  responses: Record<string, { headers: object; content: object }>;
}
interface Row {
  properties: Record<string, Record<string, unknown>>;
  required: string[];
}
interface Described {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: { IncidentList: { properties: { items: { items: Row } } } } };
}

const list = '/api/v1/incidents';
const operation = ({ paths }: Described) => paths[list]!.get!;
const parameter = (document: Described, name: string) => operation(document).parameters.find((one) => one.name === name)!;
const item = ({ components }: Described) => components.schemas.IncidentList.properties.items.items;

test.each<[string, string, (document: Described) => unknown]>([
  ['an address goes', 'The API: the address "/api/v1/incidents" is gone', ({ paths }) => delete paths[list]],
  ['a method goes', 'the method "get" is gone', ({ paths }) => delete paths[list]!.get],
  [
    'an operation has another name',
    'the operationId is no longer "listIncidents"',
    (document) => (operation(document).operationId = 'list'),
  ],
  [
    'a parameter goes',
    'the parameter "query sort" is gone',
    (document) => operation(document).parameters.splice(operation(document).parameters.indexOf(parameter(document, 'sort')), 1),
  ],
  [
    'a parameter must be given',
    'parameter "query sort": it must now be given',
    (document) => (parameter(document, 'sort').required = true),
  ],
  [
    'a new parameter must be given',
    'the new parameter "query key" must be given',
    (document) => operation(document).parameters.push({ ...parameter(document, 'q'), name: 'key', required: true }),
  ],
  [
    'a value is no longer taken',
    'the value "suicide" is gone',
    (document) =>
      parameter(document, 'type').schema.items.enum.splice(parameter(document, 'type').schema.items.enum.indexOf('suicide'), 1),
  ],
  ['a limit is tighter', 'maximum was 500, is 100', (document) => (parameter(document, 'limit').schema.maximum = 100)],
  ['a default is another', 'left out it meant 50, now 20', (document) => (parameter(document, 'limit').schema.default = 20)],
  ['a response goes', 'the response "304" is gone', (document) => delete operation(document).responses['304']],
  ['a header goes', 'the header "ETag" is gone', (document) => (operation(document).responses['200']!.headers = {})],
  ['a format goes', 'the format "application/json" is gone', (document) => (operation(document).responses['200']!.content = {})],
  ['a property goes', 'the property "place" is gone', (document) => delete item(document).properties.place],
  ['a property can be left out', '.id: it can now be left out', (document) => item(document).required.splice(0, 1)],
  ['a property has another type', 'was string, is integer', (document) => (item(document).properties.id!.type = 'integer')],
  [
    'a code is no longer given',
    'the value "urban" is gone',
    (document) => (item(document).properties.urbanity!.enum = ['rural', 'not_reported']),
  ],
])('it is a break if %s', (_, sentence, change) => {
  const document = structuredClone(released) as unknown as Described;
  change(document);
  expect(brokenPromises(released, document as never).join('\n')).toContain(sentence);
});

test('it is not a break if something is added', () => {
  const document = structuredClone(released) as unknown as Described;
  document.paths['/api/v1/new'] = {};
  operation(document).parameters.push({ ...parameter(document, 'q'), name: 'more' });
  parameter(document, 'type').schema.items.enum.push('new');
  item(document).properties.more = { type: 'string' };
  item(document).properties.urbanity!.enum = [...(item(document).properties.urbanity!.enum as string[]), 'suburban'];
  parameter(document, 'limit').schema.maximum = 1000;
  expect(brokenPromises(released, document as never)).toEqual([]);
});
