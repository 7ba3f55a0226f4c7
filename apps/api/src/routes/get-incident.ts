import { Type } from 'typebox';
import { IncidentDetail } from '@monitor/contract';
import { findIncidentAtVersion, readDatasetVersion } from '@monitor/store';
import { dataAnswer, otherAnswers } from '../http/answers.ts';
import { isKnownToClient } from '../http/caching.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readParameters } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

/** The whole public record of one incident, published or retracted. */
export function getIncident(app: Api, { database }: Services): void {
  app.get(
    '/api/v1/incidents/:id',
    {
      schema: {
        operationId: 'getIncident',
        tags: ['Records'],
        summary: 'The whole record: people, weapons, sources, provenance, history',
        params: Type.Object({ id: Type.String({ description: 'Stable public identifier.' }) }),
        response: { 200: dataAnswer(IncidentDetail, 'The record.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { canonical } = readParameters(request, {});
      const { id } = request.params;
      const version = await readDatasetVersion(database, { signal: request.signal });
      if (isKnownToClient(request, reply, version, canonical)) return reply.send(undefined);
      const { datasetVersion, record } = await findIncidentAtVersion(database, id, { signal: request.signal });
      // The data may have changed since the first look; the answer names the version that it is of.
      if (isKnownToClient(request, reply, datasetVersion, canonical)) return reply.send(undefined);
      if (record === undefined) throw new ProblemError('not_found', 'There is no incident of this identifier.');
      return { datasetVersion, ...record };
    },
  );
}
