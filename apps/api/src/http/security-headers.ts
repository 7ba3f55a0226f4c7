import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { contentSecurityPolicy, framedPages, permissions } from '@monitor/engine';

/** What the headers of a page differ in from those of other answers: options of its route. */
export function frameHeaders(path: string): { helmet?: FastifyHelmetOptions } {
  if (!framedPages.includes(path)) return {};
  const { directives, ...policy } = contentSecurityPolicy;
  return {
    helmet: {
      contentSecurityPolicy: { ...policy, directives: { ...directives, frameAncestors: ['*'] } },
      xFrameOptions: false,
    },
  };
}

/** Seconds; two years, as browsers' preload lists ask. */
const transportSecurity = 'max-age=63072000; includeSubDomains';

/** Those of an answer that is written by hand, before there is a request: it is never a page. */
export const bareSecurityHeaders = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions,
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** Security headers on every answer, errors included. */
export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('Permissions-Policy', permissions);
    // Only where the client came by TLS, directly or through a trusted proxy that says so.
    if (request.protocol === 'https') reply.header('Strict-Transport-Security', transportSecurity);
  });
}
