import { type TObject, type TSchema, Type } from 'typebox';
import {
  constraintNames,
  constraints,
  dimensionNames,
  type DimensionName,
  dimensions,
  filterLimits,
  filterNames,
  type FilterName,
  type Vocabulary,
} from '@monitor/domain';
import type { Parameter } from '@monitor/engine';

function listSchema(name: DimensionName): TSchema {
  const { values, description } = dimensions[name];
  const items =
    values instanceof RegExp
      ? { type: 'string', pattern: values.source }
      : { type: 'string', enum: [...values.codes, ...values.groups.map(({ code }) => code)] };
  return Type.Unsafe({
    type: 'array',
    items,
    maxItems: filterLimits.valuesPerList,
    description: `${description} Separate several values with commas. An incident matches if it has any of them.${groupText(values)}`,
  });
}

/** What the names for several codes mean. */
function groupText(values: Vocabulary | RegExp): string {
  if (values instanceof RegExp) return '';
  return values.groups.map(({ code, definition }) => ` \`${code}\`: ${definition}`).join('');
}

/** The schemas of the parameters of the filter, for the documentation. */
export const filterParameterSchemas: Readonly<Record<FilterName, TSchema>> = Object.fromEntries([
  ...dimensionNames.map((name) => [name, listSchema(name)]),
  ...constraintNames.map((name) => {
    const { schema, description } = constraints[name];
    return [name, Type.Unsafe({ ...schema, description })];
  }),
]) as Record<FilterName, TSchema>;

type Parameters = Readonly<Record<string, Parameter<unknown>>>;

/** The query of an endpoint that takes a filter, or some of its parameters, for the documentation. */
export function filterQuerySchema(own: Parameters = {}, names: readonly FilterName[] = filterNames): TObject {
  return querySchema(own, Object.fromEntries(names.map((name) => [name, filterParameterSchemas[name]])));
}

/** The query of an endpoint that takes no filter, for the documentation. */
export function querySchema(own: Parameters, filter: Readonly<Record<string, TSchema>> = {}): TObject {
  const schemas = [
    ...Object.entries(own).map(([name, parameter]): [string, TSchema] => [name, Type.Unsafe(parameter.schema)]),
    ...Object.entries(filter),
  ];
  // Style and explode say that the values of a list are in one parameter, separated by commas.
  return Type.Object(Object.fromEntries(schemas.map(([name, schema]) => [name, Type.Optional(schema)])), {
    style: 'form',
    explode: false,
  });
}
