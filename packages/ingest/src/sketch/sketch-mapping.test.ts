import { loadGazetteer } from '@monitor/geography/gazetteer';
import fc from 'fast-check';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { readMapping } from '../generic/read-mapping.ts';
import { readSample } from './read-sample.ts';
import { sketchMapping } from './sketch-mapping.ts';
import { writeSketch } from './write-sketch.ts';
import { readAll, testFile } from '../../testing/test-files.ts';
import { genericFormat } from '../generic/generic-format.ts';
import { anyCharacter } from '../../../../testing/any-character.ts';

const gazetteer = await loadGazetteer();

/** The sketch of a table, read as the import reads it. */
function sketchOf(names: readonly string[], rows: readonly (readonly string[])[]) {
  const sketch = sketchMapping({ file: 'table.csv', names, rows, isWhole: true }, gazetteer);
  const text = writeSketch(sketch, ['A table']);
  return { ...sketch, text, read: readMapping(text, 'table.yaml') };
}

it('words for no weapon make none', () => {
  const weapons = ['Unarmed', 'Pistol', 'desarmado', 'No weapon', 'Pistol', 'Rifle'];
  const rows = Array.from({ length: 24 }, (_, at) => [`2024-03-${at + 1}`, 'Niš', weapons[at % 6]!]);
  const values = sketchOf(['date', 'city', 'weapon'], rows).read.weapons?.[0]?.class?.values;
  expect(values).toEqual({ Unarmed: 'none', desarmado: 'none', 'No weapon': 'none', Pistol: 'handgun', Rifle: 'rifle_or_shotgun' });
});

describe('any table', () => {
  const name = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 12 }),
    fc.constantFrom('date', 'Datum: "x"', '# dead', 'null', 'true', '2020', '- a', '{ id }', '&a', '*a', '!x', '%', '@', '🔫 killed', "it's", 'lat', 'lng', '__proto__', 'type', 'sex', 'age', 'case id', 'weapon'), // prettier-ignore
  );
  const cell = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 12 }),
    fc.constantFrom('', 'NA', '1', '0', '44.81', '20.46', '05.03.2024', '03/25/24', '2024-03-05 10:00', 'M', 'F', 'yes', 'no', 'pistol', 'robbery', '__proto__', 'Niš', 'Serbia', '21:30'), // prettier-ignore
  );
  const table = fc.uniqueArray(name, { maxLength: 8 }).chain((names) =>
    fc.record({
      names: fc.constant(names),
      rows: fc.array(fc.array(cell, { minLength: names.length, maxLength: names.length }), { maxLength: 12 }),
    }),
  );

  it('has a sketch that is a valid mapping', () => {
    fc.assert(fc.property(table, ({ names, rows }) => void sketchOf(names, rows)));
  });
});

it('repeats no texts but categories', () => {
  const secret = (index: number) => `Zzyzx Qwertyname ${index}`;
  const names = ['Datum', 'Mesto', 'ime', 'vrsta', 'opis', 'oružje', 'status'];
  const rows = Array.from({ length: 40 }, (_, index) => [
    `${1 + (index % 28)}.3.2024.`,
    'Niš',
    secret(index),
    index < 30 ? 'razbojništvo' : secret(0),
    `Napad, ${secret(index)}`,
    `pištolj (${secret(index)})`,
    index < 39 ? 'ranjen' : secret(1),
  ]);
  const { text, read } = sketchOf(names, rows);
  expect(text).not.toMatch(/Zzyzx/);
  expect(text).toContain('1 rarer word (10 rows)');
  expect(read.incident.type).toMatchObject({ column: ['vrsta'], values: { razbojništvo: 'criminal_context' } });
});

describe('a text with a word that is not known', () => {
  const known = ['robbery', 'man', 'female', 'killed', 'herido', 'victim', 'suspect', 'pistola', 'esposo', 'calle', 'noche', 'police', 'unknown', 'nepoznato', 'urban', 'M', 'Ж.', 'by', '-']; // prettier-ignore
  const secret = fc.constantFrom('Zzyzx', 'Zzyzxović');
  const text = fc
    .array(fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, { arbitrary: secret, weight: 1 }), {
      minLength: 1,
      maxLength: 3,
    }) // prettier-ignore
    .map((words) => words.join(' '));
  const name = fc.constantFrom('Слідчий', 'Observaciones', 'Përshkrimi', 'type', 'sex', 'outcome', 'role', 'relationship', 'weapon', 'location', 'urban', 'source', 'time', 'killed', 'x'); // prettier-ignore

  it('is nowhere in the mapping, however frequent it is', () => {
    const table = fc.record({ names: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), texts: fc.array(text, { minLength: 1, maxLength: 6 }) }); // prettier-ignore
    fc.assert(
      fc.property(table, ({ names, texts }) => {
        const rows = Array.from({ length: 60 }, (_, row) => ['2024-03-05', 'Niš', ...names.map((__, at) => texts[(row + at) % texts.length]!)]); // prettier-ignore
        expect(JSON.stringify(sketchOf(['date', 'city', ...names], rows).mapping)).not.toContain('Zzyzx');
      }),
    );
  });

  it('makes no people of a column whose name says nothing of people', () => {
    const rows = Array.from({ length: 60 }, (_, row) => ['2024-03-05', 'Niš', row % 2 ? 'Zzyzx Ж.' : 'Qwerty М.', row % 3 ? 'Killed near the Zzyzx' : 'man seen with Qwerty']); // prettier-ignore
    expect(sketchOf(['date', 'city', 'Слідчий', 'Observaciones'], rows).read.people).toBeUndefined();
  });
});

it.each([
  [['05.03.2024', '25.03.2024'], ['DD.MM.YYYY'], false],
  [['5.3.2024.', '25.03.2024.'], ['D.M.YYYY.'], false],
  [['03/05/2024', '03/25/2024'], ['MM/DD/YYYY'], false],
  [['3/5/24 9:05 PM', '3/25/24 11:00 AM'], ['M/D/YY h:mm A'], false],
  [['03/05/2024', '04/06/2024'], ['DD/MM/YYYY'], true],
  [['25/03/2024', '03/25/2024'], ['DD/MM/YYYY', 'MM/DD/YYYY'], true],
  [['5 Mar 2024', '25 March 2024'], ['D MMM YYYY'], false],
  [['March 5, 2024', 'March 25, 2024'], ['MMM D, YYYY'], false],
  [['2024-03-05T09:05:00.000Z', '2024-03-25T10:00:00.000Z'], ['YYYY-MM-DDTHH:mm:ssZ'], true],
  [['2024-03-05T09:05:00+01:00', '2024-03-25T10:00:00+01:00'], ['YYYY-MM-DDTHH:mm:ssZ'], false],
  [['1709678400000', '1711000000000'], ['unix'], true],
  [['20240305', '20240325'], ['YYYYMMDD'], false],
  [['5-Mar-24', '25-Sept-24'], ['D-MMM-YY'], false],
  [['05 mar. 24', '25 avr. 24'], ['DD MMM YY'], false],
] as const)('dates such as %j are %j', (dates, formats, isAsked) => {
  const { read, questions } = sketchOf(
    ['Datum', 'Mesto'],
    [...dates, ...dates].map((date) => [date, 'Niš']),
  );
  expect(new Set(read.incident.occurred_on?.formats)).toEqual(new Set(formats));
  expect(questions.some(({ path }) => path.at(-1) === 'occurred_on')).toBe(isAsked);
});

it('proposes the time zone of a location for moments of UTC', () => {
  const on = (when: string) => sketchOf(['თარიღი', 'city'], [when, when].map((one) => [one, 'თბილისი'])); // prettier-ignore
  expect(on('1709678400000').read.incident.occurred_on).toEqual({ column: ['თარიღი'], formats: ['unix'], zone: 'Asia/Tbilisi' });
  expect(on('2024-03-05T23:30:00Z').text).toContain('zone: Asia/Tbilisi');
});

it('puts the month first where a location does', () => {
  const { read } = sketchOf(['Date', 'Country'], [['03/05/2024', 'USA'], ['04/06/2024', 'USA']]); // prettier-ignore
  expect(read.incident.occurred_on?.formats).toEqual(['MM/DD/YYYY']);
});

it('says how many dates have the day first and how many the month, if both occur, and lists both', () => {
  const { text, read } = sketchOf(
    ['Date', 'Town'],
    ['13/01/2025', '14/01/2025', '01/15/2025', '03/04/2025', '05/06/2025', '25/12/2024'].map((date) => [date, 'Niš']),
  );
  expect(read.incident.occurred_on?.formats).toEqual(['DD/MM/YYYY', 'MM/DD/YYYY']);
  expect(text.replaceAll(/\s+# +|\s+/g, ' ')).toContain(
    'Both occur: only the day can come first in 3 rows, and only the month in 1 row. 2 more can be either',
  );
  expect(text).not.toContain('No date of the file');
});

it('asks whether Excel has swapped days and months, if the days of date cells are all up to 12 and those of texts are not', () => {
  const texts = ['13/01/2025', '28/02/2025', '15/06/2025'];
  const cells = ['2025-03-01', '2025-04-12', '2025-09-02', '2025-11-05', '2025-12-12'];
  const asks = (...dates: readonly string[]) => sketchOf(['Date', 'Town'], dates.map((date) => [date, 'Niš'])).text.includes('YYYY-DD-MM'); // prettier-ignore
  expect(asks(...texts, ...cells)).toBe(true);
  expect(asks(...texts, ...cells, '2025-03-13')).toBe(false);
  expect(asks(...texts, ...cells, '05/03/2025')).toBe(false);
  expect(asks(...cells)).toBe(false);
});

it.each([
  ['12 de marzo de 2025', 'D [de] MMM [de] YYYY'],
  ['12 березня 2025 р.', 'D MMM YYYY р.'],
  ['12. mart 2025.', 'D. MMM YYYY.'],
  ['12 Mart 2025', 'D MMM YYYY'],
])('reads a month by its name: %s', (date, format) => {
  const months = [date, date.replace('12', '3'), date.replace('12', '28')].map((one) => [one, 'Niš']);
  expect(sketchOf(['Datum', 'Town'], months).read.incident.occurred_on?.formats).toEqual([format]);
});

describe('numbers of people', () => {
  const day = (index: number) => `2024-03-${10 + index}`;
  const killed = (names: readonly string[], ...rows: readonly (readonly number[])[]) =>
    sketchOf(['Date', 'Country', ...names], rows.map((numbers, index) => [day(index), 'RS', ...numbers.map((one) => (one < 0 ? '' : String(one)))])).read.incident.killed; // prettier-ignore

  it.each([
    [['killed'], [[1], [0]], { column: ['killed'] }],
    [['civilians killed', 'officers killed'], [[1, 0], [0, 2], [1, 1]], { sum: ['civilians killed', 'officers killed'] }], // prettier-ignore
    [['civilians killed', 'officers killed', 'total killed'], [[1, 0, 1], [0, 2, 2], [1, 1, 2]], { column: ['total killed'] }], // prettier-ignore
    [['civilians killed', 'officers killed', 'total killed'], [[1, 0, -1], [0, 2, -1], [3, 1, 4], [1, -1, -1]], { sum: ['civilians killed', 'officers killed'] }], // prettier-ignore
    [['killed', 'women killed'], [[1, 0], [3, 2], [1, 1]], { column: ['killed'] }], // prettier-ignore
    [['deaths a', 'deaths b', 'best'], [[1, 0, 1], [0, 2, 2], [1, 1, 2]], { column: ['best'] }], // prettier-ignore
    [['men killed', 'women killed', 'injured'], [[1, 0, 1], [0, 0, 0], [0, 0, 2]], { sum: ['men killed', 'women killed'] }], // prettier-ignore
  ] as const)('%j are counted once', (names, rows, expected) => {
    expect(killed(names, ...rows)).toEqual(expected);
  });
});

// Date, place, type, killed, injured, weapon; a place, a quarrel, a robbery, a pistol.
it.each([
  ['Albanian', 'Data;Qyteti;Lloji i ngjarjes;Të vrarë;Të plagosur;Arma', 'Tiranë;Sherr;Grabitje;Pistoletë'],
  ['Arabic', 'التاريخ;المدينة;نوع الحادث;القتلى;الجرحى;السلاح', 'عمان;شجار;سطو;مسدس'],
  ['Bosnian', 'Datum;Mjesto;Vrsta događaja;Poginuli;Povrijeđeni;Oružje', 'Sarajevo;tuča;pljačka;pištolj'],
  ['Bulgarian', 'Дата;Населено място;Вид престъпление;Загинали;Ранени;Оръжие', 'Пловдив;Побой;Грабеж;Пистолет'],
  ['English', 'Date;City;Type;Killed;Injured;Weapon', 'Pristina;Quarrel;Robbery;Pistol'],
  ['French', 'Date;Commune;Nature;Morts;Blessés;Arme', 'Lyon;Rixe;Braquage;Pistolet'],
  ['German', 'Datum;Ort;Delikt;Tote;Verletzte;Tatmittel', 'Leipzig;Streit;Raub;Pistole'],
  ['Hebrew', 'תאריך;עיר;סוג אירוע;הרוגים;פצועים;סוג נשק', 'חיפה;סכסוך;שוד;אקדח'],
  ['Italian', 'Data;Comune;Tipo di reato;Morti;Feriti;Arma', 'Napoli;Rissa;Rapina;Pistola'],
  ['Macedonian', 'Датум;Град;Вид на настан;Убиени;Повредени;Оружје', 'Битола;тепачка;разбојништво;пиштол'],
  ['Portuguese', 'Data;Município;Motivo;Mortos;Feridos;Arma', 'Campinas;Briga;Roubo;Pistola'],
  ['Romanian', 'Data;Localitate;Tip incident;Decedați;Răniți;Armă', 'Timișoara;Ceartă;Tâlhărie;Pistol'],
  ['Serbian', 'Датум;Место;Врста догађаја;Погинули;Рањени;Оружје', 'Ниш;свађа;разбојништво;пиштољ'],
  ['Spanish', 'Fecha;Ciudad;Tipo;Fallecidos;Heridos;Arma', 'Guayaquil;Riña;Asalto;Pistola'],
  ['Swedish', 'Datum;Ort;Händelse;Döda;Skadade;Vapen', 'Malmö;Bråk;Rån;Pistol'],
  ['Turkish', 'Tarih;Şehir;Olay Türü;Ölü;Yaralı;Silah', 'Ankara;Kavga;Soygun;Tabanca'],
  ['Ukrainian', 'Дата;Населений пункт;Вид події;Загинуло;Поранено;Зброя', 'Одеса;Сварка;Розбій;Пістолет'],
])('a table in %s', (_, header, words) => {
  const names = header.split(';');
  const [place = '', quarrel = '', robbery = '', pistol = ''] = words.split(';');
  const rows = [quarrel, quarrel, robbery, robbery].map((type, row) => [`1${row}.03.2024`, place, type, '0', String(row), pistol]);
  const { incident, weapons } = sketchOf(names, rows).read;
  const { occurred_on, place: town, type, killed, injured } = incident;
  expect([occurred_on, town, type, killed, injured, weapons?.[0]?.class].map((field) => field?.column?.[0])).toEqual(names);
  expect([type?.values, weapons?.[0]?.class?.values]).toEqual([{ [quarrel]: 'public_dispute', [robbery]: 'criminal_context' }, { [pistol]: 'handgun' }]); // prettier-ignore
});

it('reads numbers of people that some words are among', () => {
  const texts = ['1', '0', 'none', '1 killed', '1-2 killed', '-', 'n/k', '2 (1 child)', '1 injured', 'x'];
  const { read, questions } = sketchOf(['date', 'city', 'killed', 'injured'], texts.map((text) => ['2024-03-05', 'Niš', text, text.replace('killed', 'wounded')])); // prettier-ignore
  expect(read.incident.killed).toEqual({
    column: ['killed'],
    values: { none: '0', '1 killed': '1', '1-2 killed': '1-2', '-': null, 'n/k': null },
  });
  expect(read.incident.injured?.values).toMatchObject({ none: '0', '1 wounded': '1', '1-2 wounded': '1-2', '1 injured': '1' });
  expect(questions.map(({ text }) => text)).toContainEqual(
    expect.stringMatching(/^what do the 3 cells that are not a number alone mean/),
  );
});

it('describes the people in a list of each record, however many', async () => {
  const lines = Array.from({ length: 40 }, (_, row) => {
    const victims = Array.from({ length: row % 4 }, (__, at) => ({ sex: 'Male', status: at % 2 ? 'deceased' : 'injured', note: `Zzyzx ${row}`, ...(at === 0 && { age: 20 + row }) })); // prettier-ignore
    return `${JSON.stringify({ case: `C${row}`, date: '2025-01-05', province: 'Gauteng', victims })}\n`;
  });
  const path = testFile(lines.join(''), 'test.jsonl');
  const sketch = sketchMapping(await readSample(path), gazetteer);
  const person = (at: number) => ({ role: { value: 'victim' }, outcome: { column: [`victims.${at}.status`], values: { deceased: 'killed' } }, sex: { column: [`victims.${at}.sex`] } }); // prettier-ignore
  const mapping = readMapping(writeSketch(sketch, []), 'test.yaml');
  expect(mapping.people).toMatchObject([{ ...person(0), age: { column: ['victims.0.age'] } }, person(1), person(2)]);
  expect(mapping.people?.[1]).not.toHaveProperty('age');
  expect(sketch.notRead).toEqual(['victims.*.note']);
  expect(sketch.questions.map(({ path: at }) => at.join('.'))).not.toContain('incident.killed');
  const { drafts } = await readAll(path, genericFormat(mapping), undefined, '2026-12-01');
  const sum = (field: 'killed' | 'injured') => drafts.reduce((total, { draft }) => total + (draft[field] ?? 0), 0);
  expect([drafts.length, sum('killed'), sum('injured')]).toEqual([40, 20, 40]);
});

describe('the identifier', () => {
  const names = ['No', 'Date', 'City', 'Killed'];
  const rows = Array.from({ length: 40 }, (_, row) => [String(row + 1), '2024-03-05', 'Niš', '1']);

  it('may repeat a few times, which is said', () => {
    const twice = [...rows.map(([, ...rest], row) => [`A-${row}`, ...rest]), ['A-3', '2024-03-05', 'Niš', '1'], ['A-4', '2024-03-05', 'Niš', '2'], ['', '2024-03-05', 'Niš', '2']]; // prettier-ignore
    const { read, guesses } = sketchOf(['Case No', ...names.slice(1)], twice);
    expect(read.incident.source_key).toEqual({ column: ['Case No'] });
    expect(guesses.find(({ path }) => path.at(-1) === 'source_key')?.reason).toBe(
      'different in nearly every row that was read. Not in these, which the import will reject: 2 with that of another row, 1 the same in all columns as another, 1 without one',
    );
  });

  it.each([
    ['a row of totals', [['Total', '', '', '40']]],
    ['a note', [['Made by nobody', '', '', '']]],
    ['a deleted row', [['42', '2024-03-05', 'Niš', '1']]],
  ])('is not the number of a row, though there is %s below', (_, below) => {
    expect(sketchOf(names, [...rows, ...below]).read.incident.source_key).toBeUndefined();
  });
});

it.each([
  ['robbery', 'criminal_context'],
  ['Illegal possession of firearm', 'weapon_seizure'],
  ['Possession of weapons', 'other'],
])('reads a type that is "%s" in every row', (type, code) => {
  const { read } = sketchOf(
    ['date', 'city', 'type'],
    Array.from({ length: 5 }, () => ['2024-03-05', 'Niš', type]),
  );
  expect(read.incident.type).toMatchObject({ column: ['type'], values: { [type]: code } });
});

it('takes a column of types whose words are not all known, but not those words', () => {
  const rows = Array.from({ length: 40 }, (_, row) => ['2024-03-05', 'Niš', row % 2 ? 'Розбійний напад' : 'robbery of Zzyzx']);
  expect(sketchOf(['date', 'city', 'type'], rows).read.incident.type).toEqual({ column: ['type'], values: { 'Розбійний напад': 'criminal_context' }, otherwise: 'other', default: 'other' }); // prettier-ignore
});

it('names a column of numbers of which nothing says what they count', () => {
  const asked = (name: string) => sketchOf(['fecha', 'ciudad', name], [['2024-03-05', 'Bogotá', '1'], ['2024-03-06', 'Cali', '2']]).text.includes(`"${name}" has numbers, but nothing says of what.`); // prettier-ignore
  expect([asked('CANTIDAD'), asked('muertos'), asked('zona'), asked('numero')]).toEqual([true, false, false, false]);
});

it.each([
  [['21:30', '9:05'], undefined],
  [['2130', '0905'], ['HHmm']],
  [
    ['2130', '0905', '0015', '21:30', 'unknown'],
    ['HHmm', 'H:mm', 'H:mm:ss', 'H'],
  ],
  [
    ['9:05 PM', '9:05 AM', '11:00 PM', '21:30'],
    ['h:mm A', 'h:mmA', 'H:mm', 'H:mm:ss', 'H'],
  ],
])('times such as %j are %j', async (times, formats) => {
  const rows = [...times, ...times].map((time, at) => [String(at), '2024-03-05', time, 'Niš']);
  const { read, text } = sketchOf(['Case ID', 'Date', 'Time', 'Town'], rows);
  expect(read.incident.local_time).toEqual({ column: ['Time'], ...(formats && { formats }) });
  const path = testFile(['Case ID,Date,Time,Town', ...rows.map((row) => row.join(','))].join('\n'));
  const { drafts } = await readAll(path, genericFormat(readMapping(`${text}points: as_published\n`, 'test.yaml')));
  const isKnown = (time: string) => time !== 'unknown';
  expect(drafts.map(({ draft }) => draft.local_time !== null)).toEqual([...times, ...times].map(isKnown));
});

it.each(['Olay', 'Suç'])('takes "%s" for a column of types', (name) => {
  const rows = ['Kavga', 'Soygun', 'Kavga'].map((type) => ['2024-03-05', 'Ankara', type]);
  expect(sketchOf(['Tarih', 'Şehir', name], rows).read.incident.type).toMatchObject({ column: [name] });
});

it('reads no number from a word for "not known"', () => {
  const { read } = sketchOf(['date', 'country', 'killed'], [['2024-03-05', 'RS', '1'], ['2024-03-06', 'RS', '-'], ['2024-03-07', 'RS', 'unknown']]); // prettier-ignore
  expect([read.incident.killed, read.null_words?.slice(-2)]).toEqual([{ column: ['killed'] }, ['-', 'unknown']]);
});

it('asks about numbers in columns without a name of their own', () => {
  const { read, questions } = sketchOf(['date', 'killed', '', 'men', 'men', ''], [['2024-03-05', '1', '2', '0', '1', 'a note'], ['2024-03-06', '1', '0', '0', '3', '']]); // prettier-ignore
  expect(read.incident.killed).toEqual({ column: ['killed'] });
  expect(questions.map(({ text }) => text)).toContainEqual(
    expect.stringContaining('do the columns 3, 4 ("men"), 5 ("men") have numbers of people?'),
  );
});

it('asks for what it cannot know, and leaves a column that the import will ask for', () => {
  const { read, questions } = sketchOf(['x', 'y'], [['a', 'b']]); // prettier-ignore
  expect([read.incident.occurred_on, read.incident.country]).toEqual([{ column: ['date'] }, { column: ['country'] }]);
  expect(questions.map(({ path }) => path.join('.'))).toEqual(expect.arrayContaining(['dataset', 'incident.occurred_on', 'incident.country', 'incident.type'])); // prettier-ignore
});

it('swaps coordinates that are swapped', () => {
  const rows = [10, 11, 12].map((day) => [`2024-03-${day}`, '-79.3832', '43.6532']);
  expect(sketchOf(['date', 'latitude', 'longitude'], rows).read.incident).toMatchObject({ lat: { column: ['longitude'] }, country: { default: 'CA' } }); // prettier-ignore
});

it('reads a column of districts of which half are only called the centre', () => {
  const districts = [['Isparta', 'Eğirdir'], ['Konya', 'Ereğli'], ['Hatay', 'İskenderun'], ['Muğla', 'Bodrum']]; // prettier-ignore
  const rows = Array.from({ length: 40 }, (_, at) => {
    const [province = '', district = ''] = districts[at % 4]!;
    return ['2024-03-05', province, at % 8 < 5 ? 'Merkez' : district];
  });
  const { read, questions } = sketchOf(['Tarih', 'İl', 'İlçe'], rows);
  expect(read.incident).toMatchObject({ country: { value: 'TR' }, region: { column: ['İl'] }, place: { column: ['İlçe'] } });
  expect(questions.map(({ path }) => path.join('.'))).toContain('incident.place');
  expect(sketchOf(['Tarih', 'İlçe'], rows.map(([date = '', , district = '']) => [date, district])).read.incident).toMatchObject({ country: { value: 'TR' }, place: { column: ['İlçe'] } }); // prettier-ignore
});

it('asks about points in the sea, takes the location from the others, and takes no rows for people since they have one such point', () => {
  const rows = Array.from({ length: 60 }, (_, row) => ['2024-03-05', `42.8${row % 3 ? row + 10 : ''}`, row % 3 ? `74.5${row + 10}` : '4.5847', String(row % 2)]); // prettier-ignore
  const { read, questions } = sketchOf(['date', 'lat', 'lon', 'killed'], rows);
  expect([read.incident.country, read.group_by, read.incident.killed]).toEqual([
    { default: 'KG' },
    undefined,
    { column: ['killed'] },
  ]);
  expect(questions.map(({ text }) => text)).toContainEqual(
    'can you correct 20 of 60 points in the file? They are in no location, such as one at sea more than 50 km from land, and the import leaves them out. ' +
      'In 20 of them, the longitude seems to lack a digit: latitude 42.80, longitude 74.58 would be among the other points, and latitude 42.80, longitude 4.58 is not.', // prettier-ignore
  );
});

describe('points of which some are swapped', () => {
  const turned = ['20.46', '44.8'];
  const [belgrade, prishtina] = [['Serbia', 'Beograd', '44.8', '20.46'], ['Kosovo', 'Prishtina', '42.66', '21.16']]; // prettier-ignore
  const names = ['Date', 'Country', 'Town', 'Lat', 'Lon'];
  const latOf = (columns: readonly string[], isTurned: (row: number) => boolean) => {
    const rows = Array.from({ length: 20 }, (_, row) => {
      const all = ['2024-03-05', ...(row % 2 ? prishtina : belgrade)];
      return isTurned(row) ? [...all.slice(0, 3), ...turned] : all;
    });
    const kept = rows.map((row) => row.filter((__, index) => columns.includes(names[index]!)));
    const { lat, country } = sketchOf(columns, kept).read.incident;
    return [lat?.column?.[0], country?.default];
  };

  it.each([names, names.filter((name) => name !== 'Country'), ['Date', 'Lat', 'Lon']].map((columns) => ({ columns })))(
    'are as most are, by $columns',
    ({ columns }) => {
      expect(latOf(columns, (row) => row % 10 === 0)).toEqual(['Lat', undefined]);
    },
  );

  it('are as the rows say, where all are on land', () => {
    expect(latOf(names.slice(0, 1).concat(names.slice(2)), (row) => row % 2 === 0 || row > 5)[0]).toBe('Lon');
  });
});

describe('the beginning of a file', () => {
  it('is enough for a large one', async () => {
    const row = '2024-03-05;Niš;1;a long note that nobody reads\n';
    const sample = await readSample(testFile(`Datum;Mesto;Poginulo;Opis\n${row.repeat(300_000)}`));
    expect([sample.isWhole, sample.rows.length]).toEqual([false, expect.any(Number)]);
  });

  it.each([
    ['CSV under titles', 'Incidents\n\nid;date;note\n1;2024-03-05;a,b\n2;2024-03-06;c,d\n'],
    ['JSON that is cut off after its first portion', `{"data":[${'{"id":1,"date":"2024-03-05","note":"a"},'.repeat(200_000)}`],
    ['JSON lines', '{"id":1,"date":"2024-03-05","note":["a","b"]}\n{"id":2,"date":null}\n'],
    ['GeoJSON', '{"features":[{"type":"Feature","properties":{"id":1,"date":"2024-03-05","note":"a"}}]}'],
    ['CSV with HXL tags', 'id,date,note\n#event+id,#date,#description\n1,2024-03-05,a\n'],
  ])('has the names and rows of %s', async (_, content) => {
    const { names, rows } = await readSample(testFile(content));
    expect(names.filter((name) => name !== 'type')).toEqual(['id', 'date', 'note']);
    expect(['id', 'date'].map((name) => rows[0]?.[names.indexOf(name)])).toEqual(['1', '2024-03-05']);
  });

  it('is the sheet of a workbook that has a table', async () => {
    const rows = [['id', 'date', 'dead'], ...[5, 6, 7].map((day) => [day, `2024-03-0${day}`, 0])];
    const workbook = await writeXlsx({
      sheets: [
        { name: 'Notes', rows: [['About', 'this']] },
        { name: 'Data', rows },
      ],
    });
    const sample = await readSample(testFile(Buffer.from(workbook), 'test.xlsx'));
    expect(sample).toMatchObject({ sheet: 'Data', names: ['id', 'date', 'dead'] });
    expect(sketchMapping(sample, gazetteer).mapping.file).toEqual({ sheet: 'Data' });
  });

  it('has the encoding that was guessed', async () => {
    const guessed = async (bytes: Buffer | string) => (await readSample(testFile(bytes))).guessed;
    expect(await guessed('id,yer\n1,Kadıköy\n')).toBeUndefined();
    const turkish = Buffer.from('id,yer\n1,Kad\xfdk\xf6y\n', 'latin1');
    expect(await guessed(turkish)).toBe(
      'windows-1254 (guessed from the letters: if letters look wrong, set another with --encoding)',
    );
  });

  it('is one sheet of several that have the same columns, which is asked about', async () => {
    const rows = [['id', 'date', 'dead'], ...[5, 6, 7].map((day) => [day, `2024-03-0${day}`, 0])];
    const sheets = ['January', 'February', 'March'].map((name) => ({ name, rows }));
    const workbook = await writeXlsx({ sheets: [...sheets, { name: 'Notes', rows: [['id', 'about']] }] });
    const { questions } = sketchMapping(await readSample(testFile(Buffer.from(workbook), 'test.xlsx')), gazetteer);
    expect(questions.map(({ text }) => text)).toContainEqual(
      expect.stringContaining('do these sheets belong to the data: "February", "March"?'),
    );
  });

  it.each([
    ['two levels', 'No;Date;Killed;;Injured;\n;;Men;Women;Men;Women\n'],
    ['a title over names', 'No;Date;Victims;;;\n;;Killed men;Killed women;Injured men;Injured women\n'],
    ['three levels', 'No;Date;Victims;;;\n;;Killed;;Injured;\n;;Men;Women;Men;Women\n'],
  ])('says that column names are in %s, which an import reads', async (_, header) => {
    const rows = Array.from({ length: 30 }, (__, row) => `${row};2024-03-05;1;0;2;1\n`).join('');
    const path = testFile(`Incidents;;;;;\n${header}${rows}`);
    const sketch = sketchMapping(await readSample(path), gazetteer);
    const lines = header.split('\n').length - 1;
    expect([sketch.mapping.file, sketch.questions.map(({ path: at }) => at.join('.'))]).toEqual([{ encoding: undefined, header_lines: lines }, expect.arrayContaining(['file'])]); // prettier-ignore
    const mapping = readMapping(writeSketch(sketch, []).replace('country: country', 'country: { value: RS }'), 'test.yaml');
    const { drafts, rejected } = await readAll(path, genericFormat(mapping));
    const sum = (field: 'killed' | 'injured') => drafts.reduce((total, { draft }) => total + (draft[field] ?? 0), 0);
    expect([drafts.length, rejected.length, sum('killed'), sum('injured')]).toEqual([30, 0, 30, 90]);
  });

  it('has column names in two lines of a workbook, whatever is above them', async () => {
    const data = Array.from({ length: 12 }, (_, row) => [row, `2024-03-${row + 10}`, 1, 0, 2]);
    const header = [['No', 'Date', 'Killed', '', 'Injured'], ['', '', 'Men', 'Women', '']]; // prettier-ignore
    const names = ['No', 'Date', 'Killed Men', 'Killed Women', 'Injured'];
    for (const above of [[], [['Ministry'], ['2024']]]) {
      const workbook = await writeXlsx({ sheets: [{ name: 'Data', rows: [...above, ...header, ...data] }] });
      expect(await readSample(testFile(Buffer.from(workbook), 'test.xlsx'))).toMatchObject({ headerLines: 2, names, rows: { length: 12 } }); // prettier-ignore
    }
    const twice = await readSample(testFile(';;Killed;;Injured;\nNo;Date;Men;Women;Men;Women\n1;2024-03-05;1;0;2;0\n'));
    expect(twice.names).toEqual(['No', 'Date', 'Killed Men', 'Killed Women', 'Injured Men', 'Injured Women']);
  });

  it('says that a file has no column names', async () => {
    await expect(readSample(testFile('1;2024-03-05;Niš\n2;2024-03-06;Niš\n'))).rejects.toThrow(
      'test.csv: the first line must have the column names. Add them, and try again.',
    );
  });
});

it('repeats a rare text only if all of its words are known: any other may name somebody', () => {
  const types = ['robo', 'homicidio', 'robo a mano armada', 'riña'];
  const rows = Array.from({ length: 60 }, (_, row) => [
    String(row),
    '2024-05-21',
    'Niš',
    row % 20 === 7 ? 'homicidio de Zzyzx Quimera' : types[row % 4]!,
    row % 20 === 9 ? 'esposo Zzyzx Quimera' : 'amigo',
    row % 20 === 11 ? 'pistola 0722 555 123' : 'pistola',
  ]);
  const names = ['id', 'fecha', 'ciudad', 'delito', 'relación', 'arma'];
  const { text, read } = sketchOf(names, rows);
  expect(text).not.toMatch(/Quimera|555/);
  expect(Object.keys(read.incident.type?.values ?? {})).toEqual(expect.arrayContaining(types));
});

it('asks what the data covers if its rows are in few regions', () => {
  const rows = (region: (at: number) => string) => Array.from({ length: 120 }, (_, at) => ['2024-03-05', 'Serbia', region(at)]);
  const { text, read } = sketchOf(
    ['date', 'country', 'region'],
    rows(() => 'Beograd'),
  );
  expect(text).toContain('All 120 rows that were looked up lie in 1 of 25 regions\n  # (Serbia).');
  expect(text).toContain('\n  # covers: my city\n  licence:');
  expect(read.dataset.covers).toBeUndefined();
  const uncommented = readMapping(text.replace('# covers: my city', 'covers: Beograd'), 'table.yaml');
  expect(uncommented.dataset.covers).toBe('Beograd');
  const several = ['Beograd', 'Nišava', 'Šumadija', 'Mačva', 'Kolubara', 'Zlatibor'];
  expect(
    sketchOf(
      ['date', 'country', 'region'],
      rows((at) => several[at % 6]!),
    ).text,
  ).not.toContain('covers');
});
