import { readFileSync } from 'node:fs';
import { hasSensitiveWords } from '@monitor/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIncident, sensitiveReport } from '../check/check-incident.ts';
import { Findings, quoted, quotedTitle } from '../findings.ts';
import { characteristics } from '../formats/gva-characteristics.ts';
import { unknownIncident, unknownSource } from '../raw-incident.ts';
import { couldNameSomebody, hostCouldNameSomebody, isFullName, isNameOfSomebody } from './could-name.ts';

const listed = readFileSync(new URL('../../data/names.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

/** Names of nobody in particular, in the scripts and languages of the region and English. */
const people = [
  'Marko Petrović',
  'PETROVIC MARKO',
  'Петровић, Марко',
  'Јована Ђорђевић',
  'Jovana Djordjević',
  'Agim Krasniqi',
  'Lejla Hadžić',
  'Ion Popescu',
  'Ștefan Ionescu',
  'Олена Шевченко',
  'Владимир Иванов',
  'Горан Стојановски',
  'Mary Smith',
  'J. Smith',
];

describe('what could name a person', () => {
  it.each(people)('%s', (name) => {
    expect([couldNameSomebody(name), isNameOfSomebody(name)]).toEqual([true, true]);
  });

  it.each(['ubijen Marko Petrović', 'ubistvo Marka Petrovića', 'the shooting of Mary', 'Zzyzx Qwertyname', 'напад на Олену'])(
    'words of a source: %s',
    (text) => {
      expect(couldNameSomebody(text)).toBe(true);
    },
  );

  it.each([
    'Porodično nasilje',
    'Oružana pljačka banke',
    'svađa ispred kafića',
    'напад огнепальною зброєю',
    'Armed Robbery',
    'Homicidio/Tentativa',
    'State-based conflict: Government of Ukraine - DPR',
    '2023-02-30',
    'GO-2022414',
    '',
  ])('not %j', (text) => {
    expect(couldNameSomebody(text)).toBe(false);
  });

  it('not what the Gun Violence Archive says', () => {
    expect(characteristics.map(({ text }) => text).filter(couldNameSomebody)).toEqual([]);
  });

  it('places and publishers may be called after people, but not be people', () => {
    const places = [
      'Fort Jackson',
      'Nowhere At All',
      'Associated Press',
      'Christian Science Monitor',
      'St. Louis Post-Dispatch',
      'Blic',
      'N1',
    ];
    expect(places.filter(isNameOfSomebody)).toEqual([]);
  });

  it('one word may be a village', () => {
    expect(['Vranić', 'Petrovići', 'Jackson', 'Марковац'].filter(isFullName)).toEqual([]);
    expect(people.filter((name) => !isFullName(name))).toEqual([]);
  });

  it('hosts of people', () => {
    const hosts = [
      'ana-kovac.example',
      'johnsmith.example',
      'www.markopetrovic.com',
      'mary-smith.blog.example.org',
      'j-smith.example',
    ];
    expect(hosts.filter((host) => !hostCouldNameSomebody(host))).toEqual([]);
    const media = [
      'stltoday.com',
      'jacksonsun.com',
      'houstonchronicle.com',
      'b92.net',
      'pravda.com.ua',
      'www.gunviolencearchive.org',
      'example.org',
    ];
    expect(media.filter(hostCouldNameSomebody)).toEqual([]);
  });

  it('every given name beside every family name, wherever it is in a text', () => {
    const name = fc.constantFrom(...listed).map((one) => one.replace(/^./, (letter) => letter.toUpperCase()));
    const words = fc
      .array(fc.constantFrom('shot', 'u', 'kafić', 'напад', 'the', '12'), { maxLength: 4 })
      .map((some) => some.join(' '));
    fc.assert(
      fc.property(words, name, name, words, (before, given, family, after) => {
        const text = `${before} ${given} ${family} ${after}`;
        expect(couldNameSomebody(text)).toBe(true);
        expect(isNameOfSomebody(text)).toBe(true);
        for (const message of [quoted(text), quotedTitle(text)]) expect(message).not.toContain(family);
      }),
    );
  });
});

describe('the list of names', () => {
  it('is folded, sorted, and without common words', () => {
    expect(listed).toEqual([...new Set(listed)].toSorted());
    expect(listed.filter((name) => !/^\p{Ll}{3,}$/u.test(name))).toEqual([]);
    expect(
      ['grad', 'selo', 'hope', 'may', 'june', 'virginia', 'georgia', 'news', 'street'].filter((word) => listed.includes(word)),
    ).toEqual([]);
    for (const name of ['jovana', 'agim', 'lejla', 'volodymyr', 'oleksandr', 'mihai', 'mary', 'smith', 'krasniqi'])
      expect(listed).toContain(name);
  });
});

describe('an incident whose texts name somebody', () => {
  const check = (raw: object) => {
    const findings = new Findings();
    const incident = { ...unknownIncident, source_key: '1', occurred_on: '2024-03-01', type: 'other', ...raw };
    return { checked: checkIncident(incident, '2026-07-01', findings), findings };
  };

  it.each(people)('is stored and reported without them: %s', (name) => {
    const sources = [
      { ...unknownSource, kind: 'media', publisher: name },
      { ...unknownSource, kind: 'media', url: 'https://markopetrovic.example/1' },
    ];
    const { checked, findings } = check({ type_as_reported: `shot: ${name}`, sources, part_of_day: name, killed: name });
    expect(JSON.stringify(checked)).not.toMatch(/petrovi/i);
    expect(JSON.stringify([checked, findings])).not.toContain(name);
    expect(checked).toMatchObject({ type_as_reported: null, sources: [{ kind: 'media', publisher: null, url: null }] });
    expect(findings.warnings.filter(({ kind }) => kind === 'name_left_out')).toHaveLength(2);
  });

  it('keeps what makes it sensitive', () => {
    expect(hasSensitiveWords(sensitiveReport)).toBe(true);
    expect(couldNameSomebody(sensitiveReport)).toBe(false);
    expect(check({ type_as_reported: 'Marko Petrović, maloljetnik' }).checked.type_as_reported).toBe(sensitiveReport);
    expect(check({ type_as_reported: `${'x '.repeat(300)} maloljetnik` }).checked.type_as_reported).toBe(sensitiveReport);
  });

  it('keeps the text of a column that names nobody, as the mapping says', () => {
    const names_nobody = new Set(['type_as_reported', 'publisher']);
    const raw = {
      type_as_reported: 'Fort Jackson',
      names_nobody,
      sources: [{ ...unknownSource, publisher: 'Marko Marković', names_nobody }],
    };
    expect(check(raw).checked).toMatchObject({ type_as_reported: 'Fort Jackson', sources: [{ publisher: 'Marko Marković' }] });
  });
});
