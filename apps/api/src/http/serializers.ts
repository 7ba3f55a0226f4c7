import { createRequire } from 'node:module';
import type { FastifyServerOptions } from 'fastify';

type SerializerFactory = NonNullable<
  NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>['buildSerializer']
>;

/** What Fastify itself compiles with, which it does not export. */
const { resolve } = createRequire(import.meta.url);
const compilers = createRequire(resolve('fastify'))('@fastify/fast-json-stringify-compiler') as () => SerializerFactory;

const buildSerializer = compilers();
type Serializer = ReturnType<ReturnType<SerializerFactory>>;
const serializers = new Map<string, Serializer>();

/**
 * Compiles the schema of an answer when it is first given, so that a server starts sooner, and equal ones once: nearly every route gives
 * the same problems, and each compilation checks all components again. A component always has the same schema under its name.
 */
export const shareSerializers: SerializerFactory = (components, options) => {
  const compile = buildSerializer(components, options);
  const find = (route: Parameters<typeof compile>[0]): Serializer => {
    const key = `${Object.keys(components ?? {}).join()} ${JSON.stringify(route.schema)}`;
    const serializer = serializers.get(key) ?? compile(route);
    serializers.set(key, serializer);
    return serializer;
  };
  return (route) => {
    let serializer: Serializer | undefined;
    return (answer) => (serializer ??= find(route))(answer);
  };
};
