import type { FastifyRequest } from 'fastify';
import type { KnownCodes } from '@monitor/contract';
import type { FilterName } from '@monitor/domain';
import { type Parameters, type Query, readParameters as parametersOf, readQuery as queryOf, type Requested } from '@monitor/engine';

declare module 'fastify' {
  interface FastifyInstance {
    knownCodes: KnownCodes;
  }
}

/** A request as the engine reads it. */
export function requested({ raw, server }: FastifyRequest): Requested {
  return { url: raw.url ?? '/', knownCodes: server.knownCodes };
}

/** Reads the filter and the endpoint's own parameters, as the engine does. Throws `bad_query` with everything that is wrong. */
export function readQuery<Own extends Parameters>(request: FastifyRequest, own: Own, names?: readonly FilterName[]): Query<Own> {
  const query = queryOf(requested(request), own, names);
  request.filter = query.filter;
  return query;
}

/** Reads the parameters of an endpoint that takes no filter. Throws `bad_query` with everything that is wrong. */
export function readParameters<Own extends Parameters>(request: FastifyRequest, own: Own): Omit<Query<Own>, 'filter'> {
  return parametersOf(requested(request), own);
}
