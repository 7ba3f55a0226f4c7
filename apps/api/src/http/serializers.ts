import { createRequire } from 'node:module';
import type { FastifyServerOptions } from 'fastify';

type SerializerFactory = NonNullable<
  NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>['buildSerializer']
>;

/** What Fastify itself compiles with, which it does not export. */
const { resolve } = createRequire(import.meta.url);
const compilers = createRequire(resolve('fastify'))('@fastify/fast-json-stringify-compiler') as () => SerializerFactory;

const buildSerializer = compilers();
const serializers = new Map<string, ReturnType<ReturnType<SerializerFactory>>>();

/**
 * Compiles equal schemas of answers once: nearly every route gives the same problems, and each compilation checks all components again.
 * A component always has the same schema under its name.
 */
export const shareSerializers: SerializerFactory = (components, options) => {
  const compile = buildSerializer(components, options);
  const names = Object.keys(components ?? {}).join();
  return (route) => {
    const key = `${names} ${JSON.stringify(route.schema)}`;
    const serializer = serializers.get(key) ?? compile(route);
    serializers.set(key, serializer);
    return serializer;
  };
};
