import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAll, testFile } from '../../testing/test-files.ts';
import { builtInFormat } from '../formats/built-in.ts';
import { PublicationReport } from '../publication-report.ts';
import { rawText } from './read-fields.ts';
import { genericFormat } from './generic-format.ts';
import { readMapping } from './read-mapping.ts';
import { times } from '../../../../testing/depth.ts';

const dataset = 'dataset: { slug: my-city, title: My city, licence: CC0-1.0, attribution: Nobody, synthetic: true }\n';
const format = (rest: string) => genericFormat(readMapping(dataset + rest, 'city.yaml'));
const philadelphia = (await builtInFormat('philadelphia'))!;

const oneRowEach = format(`
null_words: [NA, -99]
incident:
  source_key: šifra
  occurred_on: { column: datum, formats: [DD.MM.YYYY, MM.YYYY] }
  local_time: { column: vreme, formats: H.mm }
  country: { value: RS }
  place: [selo, grad]
  coordinates: koordinate
  type: { column: vrsta, values: { svađa: public_dispute, oružje: weapon_seizure } }
  setting: { column: gde, values: { kafana: hospitality }, otherwise: other }
  type_as_reported: vrsta
  killed: ubijeno
  injured: { column: ranjeno, default: 0 }
people:
  - { role: { value: victim }, sex: { column: pol 1, values: { ž: woman, m: man } }, age: godine 1 }
  - { role: { value: perpetrator }, sex: { column: pol 2, values: { ž: woman, m: man } } }
weapons:
  - class: { column: oružje, split: "+", values: { pištolj: handgun, bomba: explosive }, otherwise: other }
    mode: { column: način, values: { nađeno: found } }
sources:
  - { kind: { value: media }, url: { column: linkovi, split: " " }, published_on: { column: objavljeno, formats: DD.MM.YYYY } }
`);
const header =
  'šifra;datum;vreme;selo;grad;koordinate;vrsta;gde;ubijeno;ranjeno;pol 1;godine 1;pol 2;oružje;način;linkovi;objavljeno;ime žrtve';

describe('a file of one row for each incident', () => {
  it.each(['Total', 'UKUPNO 2023.', 'Итого:', 'סה"כ', 'Sub-total'])(
    'is not added up with its rows of totals (%s)',
    async (word) => {
      const rows = ['A1;03.05.2023;;;Šabac;;svađa;;1;;;;;;;;;', 'A2;04.05.2023;;;Šabac;;svađa;;2;;;;;;;;;'];
      const total = (date: string) => `"${word.replace('"', '""')}";${date};;;;;svađa;;3;;;;;;;;;`;
      const file = testFile([header, ...rows, total('31.05.2023'), total('')].join('\r\n'));
      const { drafts, rejected } = await readAll(file, oneRowEach);
      expect(drafts.map(({ draft }) => draft.killed)).toEqual([1, 2]);
      expect(rejected.map(({ reasons }) => reasons)).toEqual([
        [{ kind: 'totals', message: '"šifra" says that this row has totals. Delete it.' }],
        [{ kind: 'totals', message: '"šifra" says that this row has totals. Delete it.' }],
      ]);
    },
  );

  it('is read as the mapping says', async () => {
    const rows = [
      'A1;03.05.2023;8.40;;Šabac;"44,7489; 19,6908";Svađa;kafana;1;-99;Ž;22;m;pištolj + bomba;nađeno;https://example.org/vesti/1 https://example.org/vesti/2;04.05.2023;Zzyzx Qwertyname',
      'A2.0;05.2023;NA;;Šabac;NA;oružje;šuma;NA;2;;;;;;;;Zzyzx Qwertyname',
    ];
    const { drafts, rejected } = await readAll(testFile([header, ...rows].join('\r\n')), oneRowEach);
    expect(rejected).toEqual([]);
    expect(drafts[0]).toMatchObject({
      line: 2,
      draft: {
        source_key: 'A1',
        occurred_on: '2023-05-03',
        date_precision: 'day',
        local_time: '08:40',
        country: 'RS',
        place: expect.stringMatching(/Šabac|Шабац/) as string,
        lon: 19.6908,
        lat: 44.7489,
        type: 'public_dispute',
        type_as_reported: 'svađa',
        point_basis: 'mapped_type',
        setting: 'hospitality',
        killed: 1,
        injured: 0,
        people: [
          { role: 'victim', sex: 'woman', age: 22 },
          { role: 'perpetrator', sex: 'man' },
        ],
        weapons: [
          { class: 'handgun', mode: 'found' },
          { class: 'explosive', mode: 'found' },
        ],
        sources: [
          { withheld_url: 'https://example.org/vesti/1', published_on: '2023-05-04' },
          { withheld_url: 'https://example.org/vesti/2', published_on: '2023-05-04' },
        ],
      },
    });
    expect(drafts[1]?.draft).toMatchObject({
      occurred_on: '2023-05-01',
      date_precision: 'month',
      local_time: null,
      place_precision: 'settlement',
      setting: 'other',
      killed: null,
      injured: 2,
      people: [],
      weapons: [],
      sources: [],
    });
    expect(JSON.stringify(drafts)).not.toContain('Zzyzx');
  });

  it('reports what is not in a table of the mapping, and rejects an unknown type', async () => {
    const row = (change: (cells: string[]) => void) => {
      const cells = Array.from({ length: 18 }, () => '');
      [cells[0], cells[1], cells[6]] = ['A1', '03.05.2023', 'svađa'];
      change(cells);
      return cells.join(';');
    };
    const text = [
      header,
      row((cells) => (cells[10] = '?')),
      row((cells) => (cells[6] = 'tuča')),
      row((cells) => (cells[1] = '2023/05/03')),
    ];
    const { drafts, rejected } = await readAll(testFile(text.join('\n')), oneRowEach);
    expect(drafts[0]?.warnings).toMatchObject([
      { kind: 'unknown_code', message: 'sex (not shown) is not in the mapping, which has "ž", "m".' },
    ]);
    expect(rejected.map(({ line, reasons }) => [line, ...reasons.map(({ message }) => message)])).toEqual([
      [3, 'type (not shown) is not in the mapping, which has "svađa", "oružje".'],
      [4, 'occurred_on: "2023/05/03" is not a date written as DD.MM.YYYY or MM.YYYY.'],
    ]);
  });

  it('looks up regions by name that are not in the table of the mapping, and says nothing of points if there are none', async () => {
    const districts = format(`
incident:
  source_key: id
  occurred_on: day
  country: { value: RS }
  region: { column: region, values: { Niski: Nišava } }
  place: town
  type: { value: other }`);
    const { drafts } = await readAll(
      testFile('id,day,region,town\n1,2023-05-03,Niski,\n2,2023-05-03,Beograd,Vračar\n3,2023-05-03,Nowhere,\n'),
      districts,
    );
    expect(drafts.map(({ draft }) => draft.region)).toEqual(['RS-20', 'RS-00', null]);
    expect(drafts.map(({ warnings }) => warnings.map(({ kind }) => kind))).toEqual([[], [], ['region_unknown']]);
    const report = new PublicationReport();
    for (const { draft, hasPoint } of drafts) report.add(draft, hasPoint);
    expect(report.summary().shares.map(({ what }) => what)).toEqual(['places are settlements of the gazetteer']);
  });

  it('takes 00:00 for "not known" where the mapping says so', async () => {
    const midnights = format(`
null_words: [NA, '00:00']
incident:
  source_key: id
  occurred_on: day
  local_time: hour
  country: { value: RS }
  type: { value: weapon_theft }
`);
    const { drafts } = await readAll(testFile('id,day,hour\n1,2023-05-03,00:00\n2,2023-05-03,00:10\n'), midnights);
    expect(drafts.map(({ draft }) => draft.local_time)).toEqual([null, '00:10']);
  });

  it('names a column of the mapping that the file has not', async () => {
    await expect(readAll(testFile('šifra;Datum\nA1;x\n'), oneRowEach)).rejects.toThrow(
      /the columns "datum" \(the one in column 2 of this file\?\), "vreme"/,
    );
  });
});

describe('a file without an identifier of its own', () => {
  const rows = ['1,44.81,20.46,1,,1', '1,44.82,20.46,,2,', '1,44.82,20.46,,2,', '2,44.81,20.46,,,'];
  const file = () => testFile(['day,lat,lon,civilians,officers,hurt', ...rows.map((cells) => `2023-05-0${cells}`)].join('\n'));
  const incident = `incident:
  occurred_on: day
  country: { value: RS }
  lat: lat
  lon: lon
  type: { value: other }
  killed: { sum: [civilians, officers] }
  injured: hurt
`;
  const killed = (drafts: readonly { readonly draft: { readonly killed: number | null } }[]) =>
    drafts.map(({ draft }) => draft.killed);

  it('is identified by several columns together, all of which count', async () => {
    const joined = format(`${incident}  source_key: { join: [day, lat, lon] }\n`);
    const { drafts, rejected } = await readAll(file(), joined);
    expect(rejected).toEqual([]);
    const keys = drafts.map(({ draft }) => draft.source_key);
    expect(keys).toEqual(['2023-05-01|44.81|20.46', '2023-05-01|44.82|20.46', '2023-05-01|44.82|20.46', '2023-05-02|44.81|20.46']);
    expect(killed(drafts)).toEqual([1, 2, 2, null]);
  });

  it('is grouped by several columns together', async () => {
    const grouped = format(`group_by: { join: [day, lat, lon] }\n${incident}people:\n  - role: { value: victim }\n`);
    const { drafts } = await readAll(file(), grouped);
    expect(drafts.map(({ draft }) => [draft.source_key, draft.people.length])).toEqual([
      ['2023-05-01|44.81|20.46', 1],
      ['2023-05-01|44.82|20.46', 2],
      ['2023-05-02|44.81|20.46', 1],
    ]);
  });

  it('has the key of what its rows say, and loses none that say the same', async () => {
    const { drafts, rejected } = await readAll(file(), format(incident));
    expect(rejected).toEqual([]);
    expect(new Set(drafts.map(({ draft }) => draft.source_key)).size).toBe(4);
    expect(killed(drafts)).toEqual([1, 2, 2, null]);
    const again = await readAll(file(), format(incident));
    expect(again.drafts.map(({ draft }) => draft.source_key)).toEqual(drafts.map(({ draft }) => draft.source_key));
  });

  it('joined cells are never those of others', () => {
    const columns = { names: ['a', 'b'], position: new Map([['a', 0], ['b', 1]]), nullWords: new Set<string>() }; // prettier-ignore
    const joined = (cells: readonly string[]) => rawText({ join: ['a', 'b'] }, { file: '', line: 1, columns, cells });
    const text = fc.string({ unit: fc.constantFrom('|', '\\', 'a'), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(text, (all) => {
        // All ways to cut a text in two at one of its bars.
        const cuts = all.split('').flatMap((sign, at) => (sign === '|' ? [[all.slice(0, at), all.slice(at + 1)]] : []));
        expect(new Set(cuts.map(joined)).size).toBe(cuts.length);
      }),
    );
  });
});

it('has numbers, dates and identifiers in digits of any script, and texts as they are', async () => {
  const mapped = format(`
points: as_published
incident:
  source_key: id
  occurred_on: { column: day, formats: DD/MM/YYYY }
  local_time: time
  country: { value: IQ }
  coordinates: point
  type: { column: kind, values: { 1: public_dispute } }
  type_as_reported: { column: words, publish: all }
  killed: dead
people:
  - age: age
`);
  const rows = [
    '٥٠٠,٠٤/٠٥/٢٠٢٥,٠٧:٥٣,٣٣٫٣١٢٨، ٤٤٫٣٦١٥,١,المادة ٤٠٥,٢,٣٤',
    '۵۰۱,\u200f۰۴/۰۵/۲۰۲۵,۷:۵۳,"۳۳.۳۱۲۸, ۴۴.۳۶۱۵",۱.۰,,۲+,۱۸-۲۴',
  ];
  const { drafts, rejected } = await readAll(testFile(`id,day,time,point,kind,words,dead,age\n${rows.join('\n')}`), mapped);
  expect(rejected).toEqual([]);
  const same = { occurred_on: '2025-05-04', local_time: '07:53', lat: 33.3128, lon: 44.3615, type: 'public_dispute', killed: 2 };
  expect(drafts.map(({ draft }) => draft)).toMatchObject([
    { ...same, source_key: '500', type_as_reported: 'المادة ٤٠٥', people: [{ age: 34 }] },
    { ...same, source_key: '501', killed_low: 2, people: [{ age_from: 18, age_to: 24 }] },
  ]);
});

describe('rows that the mapping does not want', () => {
  const incident = 'incident: { source_key: id, occurred_on: day, country: { value: RS }, type: { value: other } }\n';
  const file = () =>
    testFile('id,day,arm,code\n1,2023-05-03, arma  DE fuego,1.0\n2,2023-05-03,ARMA BLANCA,1\n3,2023-05-03,,2\n4,2023-05-03\n');
  it.each([
    ['{ arm: [ARMA DE FUEGO] }', ['1'], 2],
    ['{ arm: arma de fuego }', ['1'], 2],
    ['{ arm: [arma de fuego, null] }', ['1', '3'], 1],
    ['{ code: 1 }', ['1', '2'], 1],
    ['{ code: [1], arm: [arma blanca] }', ['2'], 2],
    ['{ code: [1, 2] }', ['1', '2', '3'], 0],
  ])('are left out and counted: %s', async (where, keys, count) => {
    const { drafts, rejected, leftOut } = await readAll(file(), format(`where: ${where}\n${incident}`));
    expect(drafts.map(({ draft }) => draft.source_key)).toEqual(keys);
    expect(leftOut).toBe(count);
    // A row that is cut off may have been wanted.
    expect(rejected.map(({ line }) => line)).toEqual([5]);
  });

  it('are left out before people are counted, and counted once', async () => {
    const grouped = format(`where: { gun: yes }
group_by: case
incident: { occurred_on: day, country: { value: RS }, type: { value: other } }
people:
  - outcome: outcome
`);
    const rows = ['killed,yes', 'killed,no', 'injured,yes'].map((cells) => `1,2023-05-03,${cells}`);
    const { drafts, leftOut } = await readAll(testFile(['case,day,outcome,gun', ...rows].join('\n')), grouped);
    expect(drafts.map(({ draft }) => [draft.killed, draft.injured, draft.people.length])).toEqual([[1, 1, 2]]);
    expect(leftOut).toBe(1);
  });

  it('stop the import if they are all rows', async () => {
    const text = 'id,day,arm\n1,2023-05-03,ARMA BLANCA\n2,2023-05-03,\n';
    await expect(readAll(testFile(text), format(`where: { arm: gun }\n${incident}`))).rejects.toThrow(
      'test.csv: none of the 2 rows is wanted: the words under "where" in the mapping are in no row. Correct them.',
    );
  });
});

it('times may be hours only, or approximate, and are read in any of the usual ways', async () => {
  const incident = (time: string) =>
    format(
      `incident: { source_key: id, occurred_on: day, local_time: ${time}, country: { value: RS }, type: { value: weapon_theft } }`,
    );
  const cells = ['21', '9', '21h', '9:05', '09:05:30', 'about 21:00', '21:xx', '0', '24', 'night', '25:00'];
  const file = () => testFile(['id,day,time', ...cells.map((time, at) => `${at},2023-05-03,${time}`)].join('\n'));
  const { drafts } = await readAll(file(), incident('time'));
  const read = ['21:00', '09:00', '21:00', '09:05', '09:05', '21:00', '21:00', '00:00', null, null, null];
  expect(drafts.map(({ draft }) => draft.local_time)).toEqual(read);
  // A format takes the place of the usual ones.
  const formatted = await readAll(file(), incident('{ column: time, formats: H }'));
  expect(formatted.drafts.slice(0, 4).map(({ draft }) => draft.local_time)).toEqual(['21:00', '09:00', '21:00', null]);
});

it('numbers pass beside the words of a mapping, and a range of ages as well', async () => {
  const mapping = format(`incident:
  source_key: id
  occurred_on: day
  country: { value: RS }
  type: { value: criminal_context }
  killed: { column: dead, values: { none: 0, -99: null }, otherwise: 1 }
people:
  - { age: { column: age, values: { adult: null } } }
`);
  const file = [
    'id,day,dead,age',
    '1,2023-05-03,none,34',
    '2,2023-05-03,2,<18',
    '3,2023-05-03,-99,adult',
    '4,2023-05-03,2-4,25-34',
    '5,2023-05-03,one,',
  ];
  const { drafts } = await readAll(testFile(file.join('\n')), mapping);
  const found = drafts.map(({ draft: { killed, killed_high, people: [person] } }) => [killed, killed_high, person?.age, person?.age_band]); // prettier-ignore
  expect(found).toEqual([
    [0, null, 34, '19-35'],
    [2, null, null, '0-18'],
    [null, null, null, 'not_reported'],
    [2, 4, null, '19-35'],
    [1, null, undefined, undefined],
  ]);
  expect(drafts.flatMap(({ warnings }) => warnings)).toEqual([]);
});

const victims = 'dc_key,date_,time,race,sex,age,wound,officer_involved,location,fatal,lat,lng\n';

describe('a date in several columns', () => {
  const parts = format(`
points: as_published
incident:
  occurred_on: { join: [year, month, day], formats: [YYYY 0 0, YYYY M 0, YYYY M D, YYYY M, YYYY] }
  local_time: { join: [hour, minute], formats: [H mm, H] }
  country: { value: RS }
  type: { value: other }
`);
  it.each([
    ['2024,5,7,9,05', '2024-05-07', 'day', '09:05'],
    ['2024.0,5.0,0,21,', '2024-05-01', 'month', '21:00'],
    ['2024,0,0,,05', '2024-01-01', 'year', null],
    ['2024,5,,,', '2024-05-01', 'month', null],
    // Without a month, a day says nothing.
    ['2024,,7,,', '2024-01-01', 'year', null],
  ])('%s is %s', async (cells, occurred_on, date_precision, local_time) => {
    const { drafts } = await readAll(testFile(`year,month,day,hour,minute\n${cells}\n`), parts);
    expect(drafts[0]?.draft).toMatchObject({ occurred_on, date_precision, local_time });
  });
  it.each([',5,7,,', '2024,13,7,,', '2024,2,30,,'])('%s is none', async (cells) => {
    expect((await readAll(testFile(`year,month,day,hour,minute\n${cells}\n`), parts)).drafts).toEqual([]);
  });
});

describe('a file of one row for each person', () => {
  it('is rejected with all rows of an incident where one of them is bad', async () => {
    const text = `${victims}100,2021-08-01,,,M,25,,N,,0,,\n100,2021-08-01,,,M\n,2021-08-01,,,M,25,,N,,0,,\n400,2021-08-01,,,M,25,,N,,0,,\n`;
    const { drafts, rejected } = await readAll(testFile(text), philadelphia);
    expect(drafts.map(({ draft }) => draft.source_key)).toEqual(['400']);
    expect(rejected.map(({ line, reasons, rows }) => [line, rows.length, reasons[0]?.message])).toEqual([
      [2, 2, expect.stringMatching(/^line 3: the row has 5 cells but the header has 12/)],
      [4, 1, 'source_key: there is no identifier.'],
    ]);
  });

  it('names the file of a bad row where an incident has rows of several files', async () => {
    const good = `${victims}100,2021-08-01,,,M,25,,N,,0,,\n`;
    const bad = `${victims}100,2021-08-01,,,M\n`;
    const { rejected } = await readAll([testFile(good, 'good.csv'), testFile(bad, 'bad.csv')], philadelphia);
    expect(rejected[0]?.reasons[0]?.message).toMatch(/^bad\.csv line 2: the row has 5 cells but the header has 12/);
  });

  it('reports rows that disagree, and takes the first', async () => {
    const text = `${victims}100,2021-08-01,,,M,25,,N,,0,39.98,-75.12\n100,2021-08-02,,,M,25,,N,,0,39.99,-75.13\n`;
    const { drafts } = await readAll(testFile(text), philadelphia);
    expect(drafts[0]?.draft).toMatchObject({ occurred_on: '2021-08-01', lat: 39.98 });
    expect(drafts[0]?.warnings).toEqual([
      { kind: 'rows_disagree', message: 'occurred_on has different values: "2021-08-01", "2021-08-02".' },
    ]);
  });

  it('has the point of the first row that gives a whole one', async () => {
    const text = `${victims}100,2021-08-01,,,M,25,,N,,0,39.98,\n100,2021-08-01,,,M,25,,N,,0,39.99,-75.13\n`;
    const { drafts } = await readAll(testFile(text), philadelphia);
    expect(drafts[0]?.draft).toMatchObject({ lon: -75.13, lat: 39.99 });
  });

  it.each([
    ['one weapon that every row repeats', ['handgun,', 'handgun,'], ['handgun']],
    ['weapons of the same class in one cell', ['handgun; handgun,', ','], ['handgun', 'handgun']],
    ['weapons of the same class in two columns', ['handgun,handgun', ','], ['handgun', 'handgun']],
    ['two weapons that every row repeats', ['handgun; handgun,', 'handgun,handgun'], ['handgun', 'handgun']],
    ['a weapon that another row has among others', ['handgun,', 'explosive,handgun'], ['handgun', 'explosive']],
  ])('has %s', async (_, guns, classes) => {
    const repeated = format(`
group_by: case
incident: { occurred_on: day, country: { value: RS }, type: { value: other } }
people:
  - { age: age }
weapons:
  - class: { column: gun, split: ';' }
  - class: second gun
`);
    const rows = guns.map((cells, index) => `1,2023-05-03,${20 + index},${cells}`);
    const { drafts } = await readAll(testFile(['case,day,age,gun,second gun', ...rows].join('\n')), repeated);
    expect(drafts[0]?.draft.weapons.map((weapon) => weapon.class)).toEqual(classes);
    expect(drafts[0]?.draft.people).toHaveLength(2);
  });
});

const people = 'incident: { source_key: case, occurred_on: day, country: { value: RS }, type: { value: other } }\npeople:\n';
const rowsOf = (more: string, ...rows: readonly string[]) =>
  testFile([`case,day,${more}`, ...rows.map((cells) => `1,2023-05-03,${cells}`)].join('\n'));

describe('nobody is lost and nobody is invented', () => {
  it('a person of whom the mapping says the outcome is there, whatever cells are empty', async () => {
    const killed = format(`${people}  - { role: { value: victim }, sex: sex, age: age, outcome: { value: killed } }\n`);
    const { drafts } = await readAll(rowsOf('sex,age', ','), killed);
    expect(drafts[0]?.draft).toMatchObject({ killed: 1, people: [{ role: 'victim', sex: 'not_reported', outcome: 'killed' }] });
  });

  it('a number is not zero as long as the outcome of a victim is not known', async () => {
    const grouped = format(`group_by: case
${people.replace('source_key: case, ', '')}  - { role: role, outcome: { column: outcome, values: { dead: killed, hurt: injured, threat: threatened }, otherwise: not_reported } }
`);
    const counted = async (...rows: readonly string[]) => {
      const { killed, injured, threatened } = (await readAll(rowsOf('role,outcome', ...rows), grouped)).drafts[0]!.draft;
      return [killed, injured, threatened];
    };
    expect(await counted('victim,dead', 'victim,hurt')).toEqual([1, 1, 0]);
    expect(await counted('victim,dead', 'victim,')).toEqual([1, null, null]);
    expect(await counted('victim,threat', 'victim,badly hurt')).toEqual([null, null, 1]);
    expect(await counted('victim,dead', 'perpetrator,')).toEqual([1, 0, 0]);
    expect(await counted('victim,', 'perpetrator,')).toEqual([null, null, null]);
  });

  it('a role alone makes nobody', async () => {
    const perhaps = format(`${people}  - { role: { value: perpetrator }, sex: sex }\n`);
    const { drafts } = await readAll(rowsOf('sex,age', ',20'), perhaps);
    expect(drafts[0]?.draft.people).toEqual([]);
  });

  it.each([
    ['with nothing else', '{ class: { value: handgun } }', [['handgun', null]]],
    ['beside an empty cell', '{ class: { value: handgun }, count: guns }', [['handgun', null]]],
    ['of a constant number', '{ class: kind, count: { value: 2 } }', [['not_reported', 2]]],
    ['not where only how it came is constant', '{ class: kind, mode: { value: seized } }', []],
  ])('a constant weapon is there: %s', async (_, weapon, expected) => {
    const armed = format(`${people}  - age: age\nweapons:\n  - ${weapon}\n`);
    const { drafts } = await readAll(rowsOf('age,kind,guns', '20,,'), armed);
    expect(drafts[0]?.draft.weapons.map((one) => [one.class, one.count])).toEqual(expected);
  });

  it('words such as "unarmed" make no weapon, and a knife is another weapon', async () => {
    const armed = format(`${people}  - age: age
weapons:
  - class: { column: kind, split: "+", values: { knife: other, gun: handgun, unarmed: none, unknown: null } }
`);
    const kinds = ['knife', 'unarmed', 'gun+knife', 'unknown', ''];
    const classes = await Promise.all(kinds.map((kind) => readAll(rowsOf('age,kind', `20,${kind}`), armed)));
    expect(classes.map(({ drafts }) => drafts[0]?.draft.weapons.map((weapon) => weapon.class))).toEqual([
      ['other'],
      [],
      ['handgun', 'other'],
      ['not_reported'],
      [],
    ]);
  });

  it('a weapon of which there are none is left out', async () => {
    const armed = format(`${people}  - age: age\nweapons:\n  - { class: { value: handgun }, count: guns }\n`);
    const counts = await Promise.all(['0', '0.0', '1', ''].map((guns) => readAll(rowsOf('age,guns', `20,${guns}`), armed)));
    expect(counts.map(({ drafts }) => drafts[0]?.draft.weapons.length)).toEqual([0, 0, 1, 1]);
  });

  it('with group_by, a perpetrator is there where a row says something, and once where several rows say the same', async () => {
    const grouped = format(`group_by: case
${people.replace('source_key: case, ', '')}  - { role: { value: victim }, age: age }
  - { role: { value: perpetrator }, outcome: { value: unharmed }, sex: { column: his, values: { M: man, V: man, U: null } } }
`);
    const read = async (...rows: readonly string[]) =>
      (await readAll(rowsOf('age,his', ...rows), grouped)).drafts[0]?.draft.people.map(({ role, sex }) => `${role} ${sex}`);
    expect(await read(',', '30,')).toEqual(['victim not_reported', 'victim not_reported']);
    expect(await read(',M', '30,M')).toEqual(['victim not_reported', 'victim not_reported', 'perpetrator man']);
    expect(await read('30,U')).toEqual(['victim not_reported', 'perpetrator not_reported']);
    // Other words are another person, even if they mean the same to us.
    expect(await read(',M', '30,V')).toHaveLength(4);
  });

  it('with group_by, a victim is there once for each row, or once for each key where the rows repeat people', async () => {
    const grouped = (victim: string, perpetrator: string, isTurned = false) => {
      const entries = [
        `  - { role: { value: victim }, outcome: outcome, sex: sex${victim} }\n`,
        `  - { role: { value: perpetrator }, sex: his${perpetrator} }\n`,
      ];
      return format(
        `group_by: case\n${people.replace('source_key: case, ', '')}${(isTurned ? entries.toReversed() : entries).join('')}`,
      );
    };
    // Two victims and two perpetrators, each with each.
    const rows = ['killed,man,V1,man,P1', 'killed,man,V1,man,P2', 'injured,woman,V2,man,P1', 'injured,woman,V2,man,P2'];
    const count = async (mapping: ReturnType<typeof format>, some = rows) => {
      const { drafts } = await readAll(rowsOf('outcome,sex,v,his,p', ...some), mapping);
      const { killed, injured, people: found } = drafts[0]!.draft;
      return [killed, injured, ...['victim', 'perpetrator'].map((role) => found.filter((one) => one.role === role).length)];
    };
    expect(await count(grouped(', key: v', ', key: p'))).toEqual([1, 1, 2, 2]);
    expect(await count(grouped(', key: v', ', key: p', true))).toEqual([1, 1, 2, 2]);
    // Rows that are victims, and rows that are perpetrators, need no key of those who are repeated in the same words.
    expect(await count(grouped('', ''), [rows[0]!, rows[2]!])).toEqual([1, 1, 2, 1]);
    expect(await count(grouped('', '', true), [rows[0]!, rows[1]!])).toEqual([1, 0, 1, 2]);
    // Without a key, each row is a person.
    expect(await count(grouped(', key: v', ''), ['killed,man,,man,P1', 'killed,man,,,'])).toEqual([2, 0, 2, 1]);
  });

  it('of all rows without an identifier, each that is wanted is one incident, with all of its people', async () => {
    const wanted = format(`where: { arm: gun }
incident: { occurred_on: day, country: { value: RS }, type: { value: other }, killed: { sum: [civilians, officers] } }
`);
    const number = fc.constantFrom('', '0', '1', '2.0', '2+', '3-4', '~5');
    const row = fc.tuple(number, number, fc.constantFrom('gun', ' GUN', 'knife', ''));
    const least = (text: string) => Number(/\d/.exec(text)?.[0] ?? 0);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const lines = [['0', '', 'gun'], ...rows].map((cells) => `2023-05-03,${cells.join(',')}`);
        const { drafts, rejected, leftOut } = await readAll(testFile(['day,civilians,officers,arm', ...lines].join('\n')), wanted);
        const kept = rows.filter((cells) => /gun/i.test(cells[2]));
        expect([drafts.length, rejected.length, leftOut]).toEqual([kept.length + 1, 0, rows.length - kept.length]);
        expect(new Set(drafts.map(({ draft }) => draft.source_key)).size).toBe(drafts.length);
        const killed = drafts.slice(1).map(({ draft }) => draft.killed);
        expect(killed).toEqual(kept.map(([one, other]) => (one === '' && other === '' ? null : least(one) + least(other))));
      }),
      { numRuns: times(15, 60) },
    );
  });

  it('of all rows whatever, each is one victim, and perpetrators are no more than the rows that speak of one', async () => {
    const grouped = format(`group_by: case
${people.replace('source_key: case, ', '')}  - { role: { value: victim }, sex: sex, age: age, outcome: outcome }
  - { role: { value: perpetrator }, sex: his }
`);
    const sexes = fc.constantFrom('', 'man', 'woman');
    const row = fc.tuple(sexes, fc.constantFrom('', '0', '44'), fc.constantFrom('', 'killed', 'injured'), sexes);
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const { drafts } = await readAll(rowsOf('sex,age,outcome,his', ...rows.map((cells) => cells.join(','))), grouped);
        const found = drafts[0]?.draft.people ?? [];
        expect(found.filter(({ role }) => role === 'victim')).toHaveLength(rows.length);
        const said = new Set(rows.map((cells) => cells[3]).filter((his) => his !== ''));
        expect(found.filter(({ role }) => role === 'perpetrator')).toHaveLength(said.size);
        const killed = rows.filter((cells) => cells[2] === 'killed').length;
        const isKnown = rows.every((cells) => cells[2] !== '');
        expect(drafts[0]?.draft.killed).toBe(killed > 0 || isKnown ? killed : null);
      }),
      { numRuns: times(15, 60) },
    );
  });
});
