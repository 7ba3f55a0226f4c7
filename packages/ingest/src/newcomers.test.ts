import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newcomerMappings, newcomerSums, realData } from '../testing/newcomer-files.ts';
import { readAll } from '../testing/test-files.ts';
import { genericFormat } from './generic/generic-format.ts';
import { readMapping } from './generic/read-mapping.ts';

/* Real files that are not part of this repository, with the sums that they must give. */

const data = realData('the tests on files of newcomers');

const dataset = 'dataset: { slug: newcomer, title: Newcomer, licence: see the file, attribution: see the file }\n';

/** After the last day of all files. */
const latest = '2026-12-01';

async function read(file: keyof typeof newcomerMappings, mapping: string = newcomerMappings[file]) {
  const path = join(data ?? '', 'newcomers', file);
  return readAll(path, genericFormat(readMapping(dataset + mapping, 'newcomer.yaml')), undefined, latest);
}

/** What a file gives by a mapping, added up. */
async function sums(file: keyof typeof newcomerMappings, mapping?: string) {
  const { drafts, rejected } = await read(file, mapping);
  const total = (count: (draft: (typeof drafts)[number]['draft']) => number | null) =>
    drafts.reduce((sum, { draft }) => sum + (count(draft) ?? 0), 0);
  return {
    incidents: drafts.length,
    rejected: rejected.length,
    killed: total(({ killed }) => killed),
    injured: total(({ injured }) => injured),
    victims: total(({ people }) => people.filter(({ role }) => role === 'victim').length),
    perpetrators: total(({ people }) => people.filter(({ role }) => role === 'perpetrator').length),
    where: [...new Set(drafts.map(({ draft }) => draft.region ?? draft.country))].toSorted(),
  };
}

describe.skipIf(data === undefined)('files of newcomers', () => {
  it.each([
    [
      'shootings in New York: a row a victim, half of them without a word of the perpetrator',
      'nypd-2018.csv',
      { victims: 951, perpetrators: 409, where: ['US-NY'] },
    ],
    ['shootings in Toronto', 'toronto-2022.csv', { victims: 0, perpetrators: 0, where: ['CA-ON'] }],
    [
      'shootings in Brazil, whose incidents have no identifier: civilians and officers apart',
      'fogo-cruzado-2024-01-02.csv',
      { where: ['BR-BA', 'BR-PE', 'BR-RJ'] },
    ],
    ['their victims', 'fogo-cruzado-victims-2024-01-02.csv', { victims: 923 }],
  ] as const)('%s', async (_, file, more) => {
    expect(await sums(file)).toMatchObject({ rejected: 0, ...newcomerSums[file], ...more });
  });

  it('the same shootings in Brazil without a key', async () => {
    const file = 'fogo-cruzado-2024-01-02.csv';
    expect(await sums(file, newcomerMappings[file].replace(/ {2}source_key.*\n/, ''))).toMatchObject({
      rejected: 0,
      ...newcomerSums[file],
    });
  });

  it('events of the police in Sweden: JSON with times without a leading zero, most of them not about weapons', async () => {
    const { drafts, rejected } = await read('polisen-events.json');
    expect([drafts.length, rejected.length]).toEqual([500, 0]);
    expect(drafts.filter(({ draft }) => !draft.region?.startsWith('SE-'))).toEqual([]);
    const ofType = (type: string) => drafts.filter(({ draft }) => draft.type === type).length;
    expect(['undetermined_shooting', 'criminal_context', 'undetermined_explosion'].map(ofType)).toEqual([3, 2, 1]);
    expect(drafts.find(({ draft }) => draft.source_key === '650297')).toMatchObject({
      line: 1,
      draft: { occurred_on: '2026-08-22', part_of_day: 'evening' },
    });
    expect(drafts.filter(({ draft }) => draft.part_of_day === null)).toEqual([]);
  });
});
