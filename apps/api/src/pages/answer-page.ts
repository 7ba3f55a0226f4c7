import type { PageAnswer } from '@monitor/contract';
import type { Filter } from '@monitor/domain';
import type { Answered, AnswersTo, Page, Question, Questions } from '@monitor/findings';
import { voiceOf } from '@monitor/findings';
import { knownDatasets, rankSettlements, readDatasetsAtVersion, readDatasetVersion } from '@monitor/store';
import { NumbersNotReadyError } from '../analytics.ts';
import { readBesideNumbers } from '../http/beside-numbers.ts';
import { findInKnown, knownRings } from '../known-rings.ts';
import type { Services } from '../services.ts';

/** Attempts to have all answers of one version of the data. */
const attempts = 5;

export interface AskedPage<Choices> {
  readonly filter: Filter;
  readonly choices: Choices;
  readonly language: string;
}

/**
 * Asks what a page needs, and lets it say what it finds. Where the data changes meanwhile, it asks again, so that no figure of a page is of
 * another version than the others.
 */
export async function answerPage<Choices, Of extends Questions, Data>(
  services: Services,
  page: Page<Choices, Of, Data>,
  { filter, choices, language }: AskedPage<Choices>,
  signal: AbortSignal,
): Promise<PageAnswer<Data>> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { datasetVersion, datasets: all } = await datasetsNow(services, signal);
    const datasets = all.filter(({ incidents }) => incidents > 0);
    const input = { filter, choices, datasets };
    const questions = page.questions(input);
    if (questions === undefined) return { datasetVersion, datasets, data: null };
    const found = await Promise.all(
      Object.entries(questions).map(async ([name, question]) => [name, await answerTo(services, question, signal)] as const),
    );
    if (found.some(([, answer]) => answer.datasetVersion !== datasetVersion)) continue;
    const answers = Object.fromEntries(found) as AnswersTo<Of>;
    return { datasetVersion, datasets, data: page.say(input, answers, voiceOf(language)) };
  }
  throw new NumbersNotReadyError('The incidents are changing faster than they can be read. Try again in a few seconds.');
}

/** The datasets of the version that numbers are of. */
async function datasetsNow({ analytics, database }: Services, signal: AbortSignal) {
  const version = await analytics.version(signal);
  const known = knownDatasets(database, version);
  if (known !== undefined) return known;
  const now = await readDatasetVersion(database, { signal });
  return readBesideNumbers(analytics, { filter: {}, now, signal }, (snapshot) =>
    readDatasetsAtVersion(database, { signal, snapshot }),
  );
}

async function answerTo(
  { analytics, database }: Services,
  question: Question,
  signal: AbortSignal,
): Promise<Answered[keyof Answered]> {
  if ('summary' in question) {
    const { filter, request } = question.summary;
    return (await analytics.snapshot(filter, signal)).summary(request);
  }
  const { filter, ...ranked } = question.settlements;
  const now = await readDatasetVersion(database, { signal });
  return readBesideNumbers(analytics, { filter, now, signal }, async (snapshot, memory) => {
    const findInRing = findInKnown(await knownRings([filter.within], memory));
    return rankSettlements(database, filter, ranked, { signal, snapshot, findInRing });
  });
}
