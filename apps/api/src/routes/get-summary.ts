import type { FastifyReply } from 'fastify';
import { intervalChoices, Summary } from '@monitor/contract';
import { dimensionNames, formerNames, measureNames, mostSeriesParts, mostSteps } from '@monitor/domain';
import { dataAnswer, otherAnswers } from '../http/response-schemas.ts';
import { unlessKnown } from '../http/caching.ts';
import { filterQuerySchema } from '../http/filter-parameters.ts';
import { flag, oneOf, someOf } from '../http/parameters.ts';
import { ProblemError } from '../http/problem-error.ts';
import { readQuery } from '../http/query.ts';
import type { SharedAnswers } from '../http/shared-answers.ts';
import type { Api, Services } from '../services.ts';

const parameters = {
  interval: oneOf(
    [...intervalChoices, 'none'],
    'auto',
    `Length of a time step of the series. A series has at most ${mostSteps} time steps. \`none\` gives no time steps.`,
  ),
  facets: someOf(
    dimensionNames,
    'Facets to count, separated by commas. `none` counts no facets. Leave out this parameter to count all facets.',
    { former: formerNames },
  ),
  measures: someOf(
    measureNames,
    'Measures that totals, series and facets give in addition to incidents, killed and injured. Separate several with commas. `victims`, `perpetrators`, `weapons` and `rounds` count only those on record that match the filter.',
    { byDefault: [] },
  ),
  split: oneOf(
    ['none', ...dimensionNames],
    'none',
    `Also splits the series by the values of a list: the selected ones or, if none are selected, those with the most incidents. At most ${mostSeriesParts} values.`,
  ),
  part_totals: flag(
    '`1` also gives the totals of each value in `split`, for the period covered and for the period to compare with.',
  ),
  hours: flag('`1` also counts incidents by weekday and local hour.'),
};

/** Totals, comparison with the period before, series and facets of a filter, and its hours of the week if requested. */
export function getSummary(app: Api, { analytics }: Services, answers: SharedAnswers): void {
  app.get(
    '/api/v1/summary',
    {
      schema: {
        operationId: 'getSummary',
        tags: ['Numbers'],
        summary: 'Totals, comparison, series and facets',
        querystring: filterQuerySchema(parameters),
        response: { 200: dataAnswer(Summary, 'The summary.'), ...otherAnswers },
      },
    },
    async (request, reply) => {
      const { filter, values, canonical } = readQuery(request, parameters);
      const found = await unlessKnown(request, reply, canonical, {
        version: () => analytics.version(request.signal),
        answer: (version) =>
          answers.find(version, canonical, request.signal, async (signal) => {
            const { split, part_totals: partTotals, ...others } = values;
            const wanted = split === 'none' ? others : { ...others, split, partTotals };
            const summary: Summary = await (await analytics.snapshot(filter, signal)).summary(wanted);
            // An engine answers at a longer interval rather than build an endless series.
            const isChosen = values.interval !== 'auto' && values.interval !== 'none';
            if (isChosen && values.interval !== summary.series.interval) throw tooManySteps(values.interval);
            const text = reply.serializeInput(summary, '200');
            return { datasetVersion: summary.datasetVersion, body: Buffer.from(text as string) };
          }),
      });
      if (!found) return reply.send(undefined);
      // The schema has made the text already.
      return (reply as FastifyReply).type('application/json; charset=utf-8').send(found.body);
    },
  );
}

function tooManySteps(interval: string): ProblemError {
  const message = `The period has more than ${mostSteps} time steps of this length. Choose a longer interval or a shorter period.`;
  return new ProblemError('bad_query', message, {
    problems: [{ parameter: 'interval', code: 'bad_value', value: interval, message }],
  });
}
