import type { FastifyRequest } from 'fastify';
import type { SignalList } from '@monitor/contract';
import type { FilterName } from '@monitor/domain';
import { signalList, weeksShown } from '@monitor/findings';
import type { Analytics } from '../analytics.ts';
import { oneOf, wholeNumber } from '../http/parameters.ts';
import { readQuery } from '../http/query.ts';

/** The parts of the filter that choose series. */
export const seriesNames = ['country', 'type', 'weapon'] as const satisfies readonly FilterName[];

/** What every list of signals takes. */
export const weeksParameter = {
  weeks: wholeNumber(1, weeksShown, weeksShown, 'Number of weeks, up to the latest complete week of the data.'),
};

export const signalParameters = {
  ...weeksParameter,
  lines: oneOf(
    ['signals', 'all', 'none'],
    'signals',
    'Which series have their weeks with the expected range: those with a signal and the closest one, all, or none.',
  ),
};

/** The signals that a request asks for. Throws `bad_query`. */
export function readSignalRequest(request: FastifyRequest, analytics: Analytics, parameters: typeof weeksParameter) {
  const { filter, values, canonical } = readQuery(request, parameters, seriesNames);
  return {
    canonical,
    version: async () => (await analytics.signals(request.signal)).datasetVersion,
    answer: async (): Promise<SignalList> =>
      signalList(await analytics.signals(request.signal), { lines: 'none', ...values, filter }),
  };
}
