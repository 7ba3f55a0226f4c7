import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';

type Json = Readonly<Record<string, unknown>>;

/** Everything that the linter of Redocly has to say about a description in OpenAPI. @param passedOver names of rules */
export async function lintProblems(document: Json, passedOver: readonly string[] = []): Promise<string[]> {
  const rules = Object.fromEntries(passedOver.map((rule) => [rule, 'off' as const]));
  const config = await createConfig({ extends: ['recommended-strict'], rules });
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config });
  return problems.map(({ ruleId, message, location: [place] }) => `${ruleId} at ${place?.pointer}: ${message}`);
}

/** Everything that a validator of JSON Schema 2020-12, which OpenAPI 3.1 uses, has to say about the schemas of a description. */
export function schemaProblems(document: Json): string[] {
  const ajv = new Ajv2020({ logger: false });
  return schemasOf(document).flatMap(({ pointer, schema }) =>
    ajv.validateSchema(schema) === true ? [] : [`${pointer}: ${ajv.errorsText()}`],
  );
}

/** The schemas that are not part of another. Their references are followed by the linter. */
function schemasOf(value: unknown, pointer = '#'): { readonly pointer: string; readonly schema: AnySchemaObject }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (pointer.endsWith('/schema') || /^#\/components\/schemas\/[^/]+$/.test(pointer)) return [{ pointer, schema: value }];
  return Object.entries(value).flatMap(([name, one]) => schemasOf(one, `${pointer}/${name}`));
}
