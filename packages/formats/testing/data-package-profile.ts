/*
 * What the profile of Data Package 2.0 (https://datapackage.org/profiles/2.0/datapackage.json) and that of its tables ask of the properties
 * that our descriptors have, in JSON Schema. The profile itself has 160 kB, most of it examples, and its address may be away.
 */

const text = { type: 'string' } as const;
const address = { type: 'string', pattern: '^https?://' } as const;
/** An address, or a file of the package. */
const path = { type: 'string', pattern: String.raw`^((?=[^./~])(?!file:)((?!/\.\./)(?!\\)(?!://).)*|(http|ftp)s?://.*)$` } as const;
const listOf = <Items extends object>(items: Items) => ({ type: 'array', minItems: 1, items }) as const;
const names = listOf(text);

const field = {
  type: 'object',
  required: ['name', 'type'],
  properties: {
    name: text,
    type: { enum: ['string', 'date', 'time', 'integer', 'number', 'boolean'] },
    format: text,
    description: text,
    constraints: { type: 'object', properties: { required: { type: 'boolean' }, enum: { ...names, uniqueItems: true } } },
  },
  additionalProperties: false,
} as const;

const resource = {
  type: 'object',
  required: ['name', 'path', 'schema'],
  properties: {
    name: text,
    path,
    description: text,
    type: { const: 'table' },
    format: text,
    mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
    encoding: text,
    dialect: { type: 'object' },
    schema: {
      type: 'object',
      required: ['fields'],
      properties: {
        $schema: address,
        fields: listOf(field),
        missingValues: { type: 'array', items: text },
        primaryKey: { ...names, uniqueItems: true },
        foreignKeys: listOf({
          type: 'object',
          required: ['fields', 'reference'],
          properties: {
            fields: names,
            reference: { type: 'object', required: ['fields'], properties: { resource: text, fields: names } },
          },
        }),
      },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
} as const;

export const dataPackageProfile = {
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: address,
    name: text,
    title: text,
    description: text,
    homepage: address,
    version: text,
    created: { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$` },
    contributors: listOf({ type: 'object', minProperties: 1, properties: { title: text, roles: names } }),
    licenses: listOf({
      type: 'object',
      anyOf: [{ required: ['name'] }, { required: ['path'] }],
      properties: { name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path, title: text },
      additionalProperties: false,
    }),
    sources: { type: 'array', items: { type: 'object', minProperties: 1, properties: { title: text, path } } },
    resources: listOf(resource),
  },
  additionalProperties: false,
} as const;
