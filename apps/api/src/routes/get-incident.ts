import { Type } from 'typebox';
import { IncidentDetail } from '@monitor/contract';
import { findIncidentAtVersion } from '@monitor/store';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { stateOfNumbers } from '../http/same-version.ts';
import { ProblemError, removedProblem } from '@monitor/engine';
import { readParameters } from '../http/query.ts';
import type { Api, Services } from '../services.ts';

/** The whole public record of one incident, published or retracted. */
export function getIncident(app: Api, { analytics, database }: Services): void {
  app.get(
    '/api/v1/incidents/:id',
    {
      config: { asksDatabase: true },
      schema: {
        operationId: 'getIncident',
        tags: ['Records'],
        summary: 'One incident in full: people, weapons, sources, provenance and history',
        params: Type.Object({ id: Type.String({ description: 'Permanent public identifier.' }) }),
        response: { 200: dataAnswer(IncidentDetail, 'The incident.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { canonical } = readParameters(request, {});
      const { id } = request.params;
      const { signal } = request;
      const state = stateOfNumbers(analytics, database, request);
      const found = await unlessKnown(request, reply, canonical, {
        version: state.version,
        answer: () => state.read((snapshot) => findIncidentAtVersion(database, id, { signal, snapshot })),
      });
      if (!found) return reply.send(undefined);
      const { datasetVersion, record, removal } = found;
      if (removal !== undefined) throw removedProblem(removal);
      if (record === undefined) throw new ProblemError('not_found', 'There is no incident with this identifier.');
      return { datasetVersion, ...record };
    },
  );
}
