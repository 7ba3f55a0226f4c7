import { join } from 'node:path';
import type { Person } from '@monitor/domain';
import { describe, expect, it } from 'vitest';
import { newcomers, realData } from '../testing/newcomer-files.ts';
import { readAll } from '../testing/test-files.ts';
import { genericFormat } from './generic/generic-format.ts';
import { readMapping } from './generic/read-mapping.ts';

/* Real files that are not part of this repository, with the sums that they must give. */

const data = realData('the tests on files of newcomers');
/** After the last day of all files. */
const latest = '2026-12-01';

function read(file: keyof typeof newcomers) {
  const format = genericFormat(readMapping(newcomers[file].mapping, 'newcomer.yaml'));
  return readAll(join(data ?? '', 'newcomers', file), format, undefined, latest);
}

/** Whether everybody sees an age band or a range of ages. */
const hasAges = ({ age_band, age_from, age_to }: Person) => age_band !== 'not_reported' || age_from !== null || age_to !== null;

/** What a file gives, added up. */
async function sums(file: keyof typeof newcomers) {
  const { drafts, rejected } = await read(file);
  const total = (count: (draft: (typeof drafts)[number]['draft']) => number | null) =>
    drafts.reduce((sum, { draft }) => sum + (count(draft) ?? 0), 0);
  return {
    // Of two with one identifier, the record has one.
    incidents: new Set(drafts.map(({ draft }) => draft.source_key)).size,
    rejected: rejected.length,
    killed: total(({ killed }) => killed),
    injured: total(({ injured }) => injured),
    victims: total(({ people }) => people.filter(({ role }) => role === 'victim').length),
    victimsWithAges: total(({ people }) => people.filter((person) => person.role === 'victim' && hasAges(person)).length),
    perpetrators: total(({ people }) => people.filter(({ role }) => role === 'perpetrator').length),
    where: [...new Set(drafts.map(({ draft }) => draft.region ?? draft.country))].toSorted(),
  };
}

const inBrazil = ['BR-BA', 'BR-PE', 'BR-RJ'];

describe.skipIf(data === undefined)('files of newcomers', () => {
  it.each([
    [
      'shootings in New York: a row a victim, half of them without a word of the perpetrator',
      'nypd-2018.csv',
      // 871 victims are of ages in several of our bands; of 3 nothing is known.
      { victims: 951, victimsWithAges: 948, perpetrators: 409, where: ['US-NY'] },
    ],
    ['shootings in Toronto', 'toronto-2022.csv', { victims: 0, perpetrators: 0, where: ['CA-ON'] }],
    [
      'shootings in Brazil, which have no identifier: civilians and officers apart',
      'fogo-cruzado-2024-01-02.csv',
      { where: inBrazil },
    ],
    ['their victims', 'fogo-cruzado-victims-2024-01-02.csv', { victims: 923, victimsWithAges: 916, where: inBrazil }],
  ] as const)('%s', async (_, file, more) => {
    expect(await sums(file)).toMatchObject({ rejected: 0, ...newcomers[file].sums, ...more });
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
