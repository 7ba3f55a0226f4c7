import { unknownPublication } from '@monitor/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Findings } from '../findings.ts';
import {
  type RawIncident,
  type RawPerson,
  type RawSource,
  unknownIncident,
  unknownPerson,
  unknownSource,
} from '../raw-incident.ts';
import { checkIncident } from './check-incident.ts';

const today = '2026-07-01';
const minimal: RawIncident = { ...unknownIncident, source_key: '1', occurred_on: '2024-02-29', type: 'other' };
const person: RawPerson = { ...unknownPerson, role: 'victim' };
const source: RawSource = { ...unknownSource, kind: 'media' };

function check(change: Partial<RawIncident>) {
  const findings = new Findings();
  const checked = checkIncident({ ...minimal, ...change }, today, findings);
  return {
    checked,
    reasons: findings.reasons.map(({ message }) => message),
    kinds: findings.warnings.map(({ kind }) => kind),
    messages: findings.warnings.map(({ message }) => message),
  };
}

describe('an incident of which only the least is known', () => {
  it('passes, and everything else is not reported', () => {
    const { checked, reasons, kinds } = check({});
    expect(reasons).toEqual([]);
    expect(kinds).toEqual([]);
    expect(checked).toMatchObject({
      killed: null,
      setting: 'not_reported',
      urbanity: 'not_reported',
      people: [],
      local_time: null,
    });
  });
});

describe('dates', () => {
  it.each([
    [null, 'occurred_on: there is no date.'],
    ['2023-02-29', 'occurred_on: "2023-02-29" is not a valid date.'],
    ['2023-13-01', 'occurred_on: "2023-13-01" is not a valid date.'],
    ['03.05.2023', 'occurred_on: "03.05.2023" is not a date written as YYYY-MM-DD.'],
    [
      '2026-07-02',
      'occurred_on: "2026-07-02" is in the future (today is 2026-07-01). Check that the day and month are not swapped.',
    ],
    ['1945-12-31', 'occurred_on: "1945-12-31" is before 1946-01-01, the earliest date allowed.'],
  ])('%s is rejected', (occurred_on, reason) => {
    expect(check({ occurred_on }).reasons).toEqual([reason]);
  });

  it('today, and the first day there is, are taken', () => {
    for (const occurred_on of [today, '1946-01-01']) expect(check({ occurred_on }).reasons).toEqual([]);
  });

  it('a last day is kept where it can be one, and is none where it is the first', () => {
    expect(check({ occurred_until: '2024-03-02' }).checked.occurred_until).toBe('2024-03-02');
    expect(check({ occurred_until: '2024-02-29' }).checked.occurred_until).toBeNull();
    const before = check({ occurred_until: '2024-02-28' });
    expect(before.checked.occurred_until).toBeNull();
    expect(before.messages).toEqual(['occurred_until "2024-02-28" is before occurred_on "2024-02-29".']);
    expect(check({ occurred_until: '2024-02-31' }).kinds).toEqual(['end_dropped']);
  });

  it('an impossible time is dropped', () => {
    expect(check({ local_time: '23:59' }).checked.local_time).toBe('23:59');
    for (const local_time of ['24:00', '7:30', 'evening']) expect(check({ local_time }).kinds).toEqual(['time_dropped']);
  });
});

describe('numbers of people', () => {
  it('are of one incident, and not of the whole file', () => {
    expect(check({ people: Array.from({ length: 10_001 }, () => unknownPerson) }).reasons).toEqual([
      'One incident has more than 10000 people: is "group_by" the column that names it?',
    ]);
  });

  it('may be written as decimals, and zero is not "not reported"', () => {
    expect(check({ killed: '3.0', injured: '0', threatened: null }).checked).toMatchObject({
      killed: 3,
      injured: 0,
      threatened: null,
    });
  });

  it.each([
    ['-1', 'killed: "-1" is negative. Leave the cell empty if the number is not known.'],
    ['2.5', 'killed: "2.5" is not a whole number of people.'],
    ['many', 'killed: (not shown) is not a whole number of people.'],
    ['20230503', 'killed: "20230503" is too many people for one incident.'],
  ])('%s is rejected', (killed, reason) => {
    expect(check({ killed }).reasons).toEqual([reason]);
  });

  it('numbers that are not exact have a low and a high estimate, unless the source gives its own', () => {
    expect(check({ killed: '2+', injured: '3-5' }).checked).toMatchObject({
      killed: 2,
      killed_low: 2,
      killed_high: null,
      injured: 3,
      injured_low: 3,
      injured_high: 5,
    });
    expect(check({ killed: '3-5', killed_low: '1', killed_high: '9' }).checked).toMatchObject({ killed_low: 1, killed_high: 9 });
    const { checked, messages, kinds } = check({ killed: '0-2', threatened: '2+', suicides: '<3' });
    expect(checked).toMatchObject({ killed: null, killed_high: null, threatened: 2, suicides: null });
    expect(messages[0]).toBe('killed: "0-2" may be 0 or more, and was recorded as not reported.');
    // Somebody may have died by suicide.
    expect(kinds).toEqual(['number_open', 'unexplained']);
  });

  it('low and high are dropped where they contradict the best estimate', () => {
    const { checked, messages } = check({
      killed: '3',
      killed_low: '4',
      killed_high: '3',
      injured: '5',
      injured_low: '2',
      injured_high: '4',
    });
    expect(checked).toMatchObject({ killed: 3, killed_low: null, killed_high: 3, injured_low: 2, injured_high: null });
    expect(messages).toEqual(['killed_low is 4, but the best estimate is 3.', 'injured_high is 4, but the best estimate is 5.']);
    expect(check({ killed_low: '1' }).messages).toEqual(['killed_low is 1, but there is no best estimate.']);
    expect(check({ killed: '1', killed_low: '-9' }).kinds).toEqual(['bounds_dropped']);
  });

  it('are never out of order, whatever the source says', () => {
    const number = fc.oneof(fc.integer({ min: -3, max: 200_000 }).map(String), fc.constant(null));
    fc.assert(
      fc.property(number, number, number, (killed_low, killed, killed_high) => {
        const { checked, reasons } = check({ killed_low, killed, killed_high });
        if (reasons.length > 0) return;
        const known = [checked.killed_low, checked.killed, checked.killed_high].filter((one) => one !== null);
        expect(known).toEqual(known.toSorted((one, other) => one - other));
      }),
    );
  });
});

describe('codes', () => {
  it('an unknown or missing type is rejected with the list of types', () => {
    expect(check({ type: 'shooting' }).reasons).toEqual([
      expect.stringMatching(/^type \(not shown\) is not valid\. Allowed values: weapon_seizure, .*, other\.$/),
    ]);
    expect(check({ type: null }).reasons).toEqual(['type: there is no incident type.']);
  });

  it('other unknown codes become "not reported" with the list of codes', () => {
    const { checked, messages } = check({ setting: 'garage', people: [{ ...person, sex: 'F' }] });
    expect(checked.setting).toBe('not_reported');
    expect(checked.people[0]?.sex).toBe('not_reported');
    expect(messages).toEqual([
      expect.stringMatching(/^setting \(not shown\) is not valid\. Allowed values: home, street, /),
      'sex (not shown) is not valid. Allowed values: woman, man, not_reported.',
    ]);
  });

  it('a sub-type of another type is dropped', () => {
    expect(check({ type: 'suicide', subtype: 'suicide.other' }).checked.subtype).toBe('suicide.other');
    expect(check({ subtype: 'suicide.other' })).toMatchObject({ kinds: ['unknown_code'], checked: { subtype: null } });
  });
});

describe('people', () => {
  it('the age gives the band; where it is missing or impossible, the band of the source counts', () => {
    const { checked, messages } = check({
      people: [
        { ...person, age: '27.0', age_band: '0-18' },
        { ...person, age: '209', age_band: '0-18' },
        { ...person, age: '-1' },
        { ...person, age_band: '61-plus' },
      ],
    });
    expect(checked.people.map(({ age, age_band }) => [age, age_band])).toEqual([
      [27, '19-35'],
      [null, '0-18'],
      [null, 'not_reported'],
      [null, '61-plus'],
    ]);
    expect(messages[0]).toBe('age "209" is not a whole number from 0 to 120, or a range such as 18-24.');
  });
});

describe('weapons', () => {
  it('an impossible number is dropped', () => {
    const weapon = { class: 'handgun', count: '-2', legal: null, mode: null, traced: null };
    const { checked, kinds } = check({ weapons: [weapon, { ...weapon, count: '12' }] });
    expect(checked.weapons.map(({ count }) => count)).toEqual([null, 12]);
    expect(kinds).toEqual(['weapon_count_dropped']);
  });
});

describe('sources', () => {
  it('links that are not http or https are dropped, the source stays', () => {
    const bad = [
      'javascript:alert(1)',
      'www.example.org/a',
      'ftp://example.org/a',
      'http://user:word@example.org/',
      `https://example.org/${'a'.repeat(2000)}`,
      `https://example.org/${'ж'.repeat(350)}`,
    ];
    for (const url of bad) {
      const { checked, kinds } = check({ sources: [{ ...source, publisher: 'Danas', url }] });
      expect(checked.sources).toEqual([{ ...unknownPublication, kind: 'media', publisher: 'Danas' }]);
      expect(kinds).toEqual(['source_dropped']);
    }
  });

  it('each is kept once, with a possible date and language', () => {
    const one = { ...source, url: 'https://www.b92.net/vesti/17', published_on: '2024-03-01', language: 'sr-latn' };
    const kept = { ...unknownPublication, kind: 'media', publisher: 'b92.net', url: one.url };
    const { checked } = check({ sources: [one, one, { ...one, published_on: '2024-02-30', language: '??' }] });
    expect(checked.sources).toEqual([{ ...kept, published_on: '2024-03-01', language: 'sr-Latn' }, kept]);
  });

  it('a link that could name a person is left out; its publisher stays', () => {
    const url = 'https://www.b92.net/ubijen-zzyzx-qwertyname';
    const { checked, kinds, messages } = check({
      sources: [
        { ...source, url },
        { ...source, publisher: 'Данас', url },
      ],
    });
    expect(checked.sources).toEqual([
      { ...unknownPublication, kind: 'media', publisher: 'b92.net' },
      { ...unknownPublication, kind: 'media', publisher: 'Danas' },
    ]);
    expect(kinds).toEqual(['link_left_out', 'link_left_out']);
    expect(messages.join()).not.toMatch(/zzyzx/);
  });

  it('that nobody has listed are not named, and their links are for editors', () => {
    const url = 'https://ana-kovac.example/vesti/17';
    const { checked, kinds, messages } = check({
      sources: [
        { ...source, url },
        { ...source, publisher: 'Ana Kovač', url },
      ],
    });
    const hidden = { ...unknownPublication, kind: 'media', withheld_url: url };
    expect(checked.sources).toEqual([
      { ...hidden, withheld_publisher: 'ana-kovac.example' },
      { ...hidden, withheld_publisher: 'Ana Kovač' },
    ]);
    expect(kinds).toEqual([]);
    expect(messages.join()).not.toMatch(/ana|kova/i);
    const listed = { publisher: new Map([['ana kovač', 'Ana Kovač']]) };
    expect(check({ sources: [{ ...source, publisher: 'ANA KOVAČ', listed }] }).checked.sources[0]?.publisher).toBe('Ana Kovač');
    // Where the rows link to is not a text of the column.
    const linked = { ...source, publisher: 'Ana', url, listed: { publisher: 'all' as const } };
    expect(check({ sources: [linked] }).checked.sources[0]).toMatchObject({ publisher: 'Ana', url: null, withheld_url: url });
  });

  it.each(['https://www.b92.net/vesti/ubijen-zzyzx-qwertyname/', ' HTTPS://b92.net/ubijen-zzyzx-qwertyname', 'b92.net/zzyzx'])(
    'are known by the host where a column of publishers has addresses (%s)',
    (publisher) => {
      const { checked, kinds } = check({ sources: [{ ...source, publisher }] });
      expect(checked.sources).toEqual([{ ...unknownPublication, kind: 'media', publisher: 'b92.net' }]);
      expect(kinds).toEqual(['link_left_out']);
      const listed = { publisher: 'all' as const };
      const all = check({ sources: [{ ...source, publisher, url: 'https://example.org/17', listed }] });
      expect(JSON.stringify(all.checked)).not.toMatch(/zzyzx/i);
    },
  );

  it('have a language that is one, and no other word', () => {
    const languageOf = (language: string) => check({ sources: [{ ...source, language }] }).checked.sources[0]?.language;
    for (const [written, kept] of [
      ['SR', 'sr'],
      ['sr-cyrl-RS', 'sr-Cyrl-RS'],
      ['cnr', 'sr-ME'],
      ['uk-UA', 'uk-UA'],
    ] as const)
      expect(languageOf(written)).toBe(kept);
    for (const written of ['marko', 'petrovic', 'ana', 'sr-marko', 'sr-x-petrovic', 'zz', 'sr-Ivan', 'q'])
      expect(languageOf(written)).toBeNull();
  });
});

describe('texts', () => {
  it('lose control characters, marks that turn the direction, and line breaks', () => {
    const { checked, kinds } = check({ type_as_reported: ' a\0b\u0007\u202ec\u2028d\r\n\te ' });
    expect(checked.withheld_type).toBe('abc d e');
    expect(kinds).toEqual(['control_characters']);
  });

  it('are cut to the limit without cutting a character in two', () => {
    const { checked, messages } = check({ type_as_reported: '𝄞'.repeat(501) });
    expect(checked.withheld_type).toBe('𝄞'.repeat(500));
    expect(messages.slice(0, 1)).toEqual([expect.stringMatching(/has 501 characters and was shortened to 500\.$/)]);
    expect(check({ type_as_reported: 'a'.repeat(500) }).kinds).toEqual([]);
  });

  it('for the type are cut to what is stored of them, whatever stands between their parts', () => {
    const { checked, kinds } = check({ type_as_reported: 'a;'.repeat(250) });
    expect(checked.withheld_type).toHaveLength(499);
    expect(kinds).toEqual(['text_cut']);
    const listed = { type_as_reported: new Map([['a', 'a']]) };
    const mixed = check({ type_as_reported: 'a;b;'.repeat(120), listed }).checked;
    expect(`${mixed.type_as_reported}; ${mixed.withheld_type}`.length).toBeLessThanOrEqual(500);
  });

  it('tell of characters that the encoding did not have', () => {
    expect(check({ type_as_reported: 'kafi\ufffd' }).kinds).toEqual(['undecodable']);
  });

  it('are composed', () => {
    expect(check({ type_as_reported: 'S\u030cabac' }).checked.withheld_type).toBe('Šabac');
  });

  it('for the type are published as far as they are listed', () => {
    const listed = { type_as_reported: new Map([['svađa', 'svađa']]) };
    const { checked, messages } = check({ type_as_reported: 'Svađa;ubijen Zzyzx Qwertyname', listed });
    expect(checked).toMatchObject({ type_as_reported: 'svađa', withheld_type: 'ubijen Zzyzx Qwertyname' });
    expect(messages.join()).not.toMatch(/zzyzx/i);
    expect(check({ type_as_reported: 'Zzyzx', listed: { type_as_reported: 'all' } }).checked.type_as_reported).toBe('Zzyzx');
  });

  it('that nobody has listed make it sensitive, unless the source publishes the point', () => {
    const dispute = { type: 'public_dispute', point_basis: 'mapped_type' } as const;
    expect(check(dispute).checked.point_basis).toBe('mapped_type');
    const words = { ...dispute, type_as_reported: 'ubistvo supruge' };
    expect(check(words).checked.point_basis).toBe('sensitive');
    expect(check({ ...words, point_basis: 'published_point' }).checked.point_basis).toBe('published_point');
  });

  it('of a sub-type that does not belong to the type count for whether it is sensitive', () => {
    const dispute = { type: 'public_dispute', subtype: 'criminal_context.sexual_violence' } as const;
    for (const point_basis of ['mapped_type', 'published_point'] as const)
      expect(check({ ...dispute, point_basis }).checked).toMatchObject({ subtype: null, point_basis: 'sensitive' });
    const other = { ...dispute, subtype: 'criminal_context.other', point_basis: 'mapped_type' } as const;
    expect(check(other).checked).toMatchObject({ subtype: null, point_basis: 'mapped_type' });
  });

  it.each<Partial<RawIncident>>([
    { subtype: 'silovanje' },
    { people: [{ ...person, age: '16,5' }] },
    { people: [{ ...person, age_band: 'minor' }] },
    { people: [{ ...person, outcome: 'ubio se' }] },
    { people: [{ ...person, relationship: 'ex-husband' }] },
  ])('that are no codes make it sensitive, unless the source publishes the point: %j', (words) => {
    expect(check({ ...words, point_basis: 'mapped_type' }).checked.point_basis).toBe('sensitive');
    expect(check({ ...words, point_basis: 'published_point' }).checked.point_basis).toBe('published_point');
  });

  it('an identifier that is missing or too long is rejected', () => {
    expect(check({ source_key: null }).reasons).toEqual(['source_key: there is no identifier.']);
    expect(check({ source_key: '\u0000 ' }).reasons).toEqual(['source_key: there is no identifier.']);
    expect(check({ source_key: 'x'.repeat(201) }).reasons).toEqual([expect.stringContaining('is longer than 200 characters.')]);
  });
});
