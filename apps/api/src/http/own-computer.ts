import type { FastifyInstance } from 'fastify';
import { isOwnMachine } from '../config.ts';
import { ProblemError } from '@monitor/engine';

/**
 * On a server that only this computer can reach, refuses requests under any other name: a page of another site could have its name lead
 * here and so read what is meant for this computer alone. A proxy on this computer is trusted where the settings say so.
 */
export function refuseOtherNames(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!isOwnMachine(request.hostname.replace(/^\[(.*)\]$/, '$1')))
      throw new ProblemError(
        'wrong_host',
        'This server answers under the name localhost only. If a proxy on this computer is to publish it, set TRUST_PROXY.',
      );
  });
}
