import iconv from 'iconv-lite';
import { stringify } from 'csv-stringify/sync';
import { workbookOf } from './archives.ts';

/* Tables as offices elsewhere publish them, whose rows are made up: for the sketch of a mapping, and the way from there to the map. */

export interface MadeUpTable {
  /** Of the file. */
  readonly name: string;
  readonly content: () => Buffer | Promise<Buffer>;
  /** What a person would write, without the dataset. */
  readonly mapping: string;
  readonly sums: {
    readonly incidents: number;
    readonly killed: number;
    readonly injured: number;
    readonly where: readonly string[];
  };
}

/** Numbers from 0 up to another, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

const two = (number: number) => String(number).padStart(2, '0');

/** What happened, before anybody writes it down. */
function madeUp<Place>(seed: number, places: readonly Place[], kinds: readonly string[]) {
  const next = numbers(seed);
  return Array.from({ length: 40 }, (_, index) => ({
    number: 1001 + 7 * index,
    day: 1 + next(28),
    month: 1 + next(12),
    hour: next(24),
    minute: 5 * next(12),
    place: places[next(places.length)]!,
    kind: kinds[next(kinds.length)]!,
    killed: next(5) === 0 ? 1 : 0,
    injured: next(3),
    other: next(4),
  }));
}

function sumsOf(
  rows: readonly { readonly killed: number; readonly injured: number }[],
  where: readonly string[],
): MadeUpTable['sums'] {
  const sum = (name: 'killed' | 'injured') => rows.reduce((total, row) => total + row[name], 0);
  return { incidents: rows.length, killed: sum('killed'), injured: sum('injured'), where: where.toSorted() };
}

const inBrazil = madeUp(1, [['SP', 'Campinas'], ['SP', 'São Paulo'], ['RJ', 'Niterói'], ['BA', 'Feira de Santana']] as const, ['Assalto', 'Briga', 'Bala perdida', 'Não identificado']); // prettier-ignore
const inCanada = madeUp(2, [[43.6532, -79.3832], [45.5019, -73.5674], [51.0447, -114.0719]] as const, ['']); // prettier-ignore
const inEcuador = madeUp(3, [['Guayas', 'Guayaquil'], ['Guayas', 'Durán'], ['Pichincha', 'Quito'], ['Esmeraldas', 'Esmeraldas']] as const, ['Pistola', 'Revólver', 'Escopeta', 'No identificado']); // prettier-ignore
const inSweden = madeUp(4, [['Skåne län', '55.604981,13.003822'], ['Stockholms län', '59.329323,18.068581'], ['Uppsala län', '59.858562,17.638927']] as const, ['Skottlossning', 'Explosion', 'Rån', 'Bråk']); // prettier-ignore
const inIsrael = madeUp(5, ['חיפה', 'תל אביב', 'الناصرة', 'רהט', 'אום אל פחם'], ['ירי', 'סכסוך', 'شجار', 'שוד']);
const arms = ['אקדח', 'مسدس', 'רובה', 'רימון'];

const inColombia = madeUp(6, [['Cali', 3.4372, -76.5225], ['Medellín', 6.2518, -75.5636], ['Pasto', 1.2136, -77.2811]] as const, ['Arma de fuego', 'Arma de fuego', 'Arma blanca']); // prettier-ignore
const byFirearm = inColombia.filter(({ kind }) => kind === 'Arma de fuego');

/** Each case of Ecuador has as many rows as it has people. */
const people = inEcuador.flatMap((one) => {
  const outcomes = [...Array<string>(one.killed).fill('Fallecido'), ...Array<string>(one.injured).fill('Herido')];
  return (outcomes.length > 0 ? outcomes : ['Ileso']).map((outcome, at) => ({ ...one, outcome, age: 17 + at + one.other * 9 }));
});

export const madeUpTables: readonly MadeUpTable[] = [
  {
    name: 'brasil.csv',
    content: () =>
      iconv.encode(
        stringify(
          [
            [
              'Número da ocorrência',
              'Data do fato',
              'Hora',
              'UF',
              'Município',
              'Motivo',
              'Civis mortos',
              'Policiais mortos',
              'Total de mortos',
              'Feridos',
              'Observações',
            ],
            ...inBrazil.map((one) => [`BO ${one.number}`, `${two(one.day)}/${two(one.month)}/2024`, `${two(one.hour)}:${two(one.minute)}`, ...one.place, one.kind, one.other === 0 ? 0 : one.killed, one.other === 0 ? one.killed : 0, one.killed, one.injured, `nota ${one.number * 31}`]), // prettier-ignore
          ],
          { delimiter: ';' },
        ),
        'windows-1252',
      ),
    mapping: `
incident:
  source_key: Número da ocorrência
  occurred_on: { column: Data do fato, formats: DD/MM/YYYY }
  local_time: Hora
  country: { value: BR }
  region: UF
  place: Município
  type: { column: Motivo, values: { Assalto: criminal_context, Briga: public_dispute, Bala perdida: accidental_shooting }, otherwise: other }
  killed: Total de mortos
  injured: Feridos`,
    sums: sumsOf(inBrazil, ['BR-BA', 'BR-RJ', 'BR-SP']),
  },
  {
    name: 'canada.csv',
    content: () =>
      Buffer.from(
        stringify([
          ['EVENT_ID', 'OCC_DATE', 'OCC_HOUR', 'DIVISION', 'DEATHS', 'INJURIES', 'LAT_WGS84', 'LONG_WGS84'],
          ...inCanada.map((one) => [`GO-${one.number}`, `${one.month}/${one.day}/2024`, one.hour, `D${one.other}`, one.killed || 'NA', one.injured || 'NA', one.place[0] + one.other / 1000, one.place[1]]), // prettier-ignore
        ]),
      ),
    mapping: `
incident:
  source_key: EVENT_ID
  occurred_on: { column: OCC_DATE, formats: M/D/YYYY }
  local_time: OCC_HOUR
  country: { value: CA }
  lat: LAT_WGS84
  lon: LONG_WGS84
  type: { value: undetermined_shooting }
  killed: DEATHS
  injured: INJURIES`,
    sums: sumsOf(inCanada, ['CA-AB', 'CA-ON', 'CA-QC']),
  },
  {
    name: 'ecuador.xlsx',
    content: () => {
      const text = (words: string | number) =>
        typeof words === 'number' ? `<c><v>${words}</v></c>` : `<c t="inlineStr"><is><t>${words}</t></is></c>`;
      const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
      const day = ({ month, day: of }: { month: number; day: number }) =>
        `<c s="1"><v>${25_569 + Date.UTC(2024, month - 1, of) / 86_400_000}</v></c>`;
      const header = ['Caso No.', 'Fecha', 'Provincia', 'Cantón', 'Arma', 'Sexo', 'Edad', 'Condición'].map(text);
      const rows = people.map((one) => row(text(one.number), day(one), ...one.place.map(text), text(one.kind), text(one.other % 2 ? 'Hombre' : 'Mujer'), text(one.age), text(one.outcome))); // prettier-ignore
      return workbookOf(
        [row(text('Víctimas por armas, 2024')), row(text('Cifras provisionales')), row(...header), ...rows].join(''),
        {
          styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
        },
      );
    },
    mapping: `
group_by: Caso No.
incident:
  occurred_on: Fecha
  country: { value: EC }
  region: Provincia
  place: Cantón
  type: { value: undetermined_shooting }
people:
  - role: { value: victim }
    sex: { column: Sexo, values: { Hombre: man, Mujer: woman } }
    age: Edad
    outcome: { column: Condición, values: { Fallecido: killed, Herido: injured, Ileso: unharmed } }
weapons:
  - class: { column: Arma, values: { Pistola: handgun, Revólver: handgun, Escopeta: rifle_or_shotgun } }`,
    sums: sumsOf(inEcuador, ['EC-E', 'EC-G', 'EC-P']),
  },
  {
    name: 'sverige.json',
    content: () =>
      Buffer.from(
        JSON.stringify({
          antal: inSweden.length,
          handelser: inSweden.map((one) => ({
            id: one.number,
            datetime: `2024-${two(one.month)}-${two(one.day)} ${one.hour}:${two(one.minute)}:00 +01:00`,
            type: one.kind,
            location: { name: one.place[0], gps: one.place[1] },
            döda: one.killed,
            skadade: one.injured,
          })),
        }),
      ),
    mapping: `
incident:
  source_key: id
  occurred_on: { column: datetime, formats: 'YYYY-MM-DD H:mm:ss Z' }
  local_time: { column: datetime, formats: 'YYYY-MM-DD H:mm:ss Z' }
  country: { value: SE }
  region: location.name
  coordinates: location.gps
  type: { column: type, values: { Skottlossning: undetermined_shooting, Explosion: undetermined_explosion, Rån: criminal_context, Bråk: public_dispute } }
  killed: döda
  injured: skadade`,
    sums: sumsOf(inSweden, ['SE-AB', 'SE-C', 'SE-M']),
  },
  {
    name: 'israel.json',
    content: () =>
      Buffer.from(
        inIsrael
          .map((one) =>
            JSON.stringify({
              'מספר תיק': one.number,
              תאריך: `${one.day}.${one.month}.2024`,
              שעה: `${one.hour}:${two(one.minute)}`,
              עיר: one.place,
              'סוג אירוע': one.kind,
              'סוג נשק': arms[one.other],
              הרוגים: one.killed,
              פצועים: one.injured,
            }),
          )
          .join('\n'),
      ),
    mapping: `
incident:
  source_key: מספר תיק
  occurred_on: { column: תאריך, formats: D.M.YYYY }
  local_time: שעה
  country: { value: IL }
  place: עיר
  type: { column: סוג אירוע, values: { ירי: undetermined_shooting, סכסוך: public_dispute, شجار: public_dispute, שוד: criminal_context } }
  killed: הרוגים
  injured: פצועים
weapons:
  - class: { column: סוג נשק, values: { אקדח: handgun, مسدس: handgun, רובה: rifle_or_shotgun, רימון: explosive } }`,
    sums: sumsOf(inIsrael, ['IL', 'IL-D', 'IL-HA', 'IL-TA', 'IL-Z']),
  },
  {
    name: 'homicidios.json',
    content: () => {
      const towns = new Map(inColombia.map(({ place }) => [place[0], place]));
      const places = [...towns.values()].map(([nombre, lat, lon]) => {
        const muertes = inColombia
          .filter(({ place }) => place[0] === nombre)
          .map((one) => ({ fecha: `2024-${two(one.month)}-${two(one.day)}`, sexo: one.other % 2 ? 'Hombre' : 'Mujer', edad: 17 + one.other * 9, arma: one.kind })); // prettier-ignore
        const fechas = muertes.map(({ fecha }) => fecha).toSorted();
        return { muertes, localidad: { nombre, lat, lon }, muertos: muertes.length, 'última fecha': fechas.at(-1) };
      });
      return Buffer.from(JSON.stringify(places));
    },
    mapping: `
where: { muertes.*.arma: [Arma de fuego, null] }
group_by: { join: [muertes.*.fecha, localidad.lat, localidad.lon] }
incident:
  occurred_on: muertes.*.fecha
  country: { default: CO }
  place: localidad.nombre
  lat: localidad.lat
  lon: localidad.lon
  type: { value: undetermined_shooting }
people:
  - role: { value: victim }
    outcome: { value: killed }
    sex: { column: muertes.*.sexo, values: { Hombre: man, Mujer: woman } }
    age: muertes.*.edad
weapons:
  - class: { column: muertes.*.arma, values: { Arma de fuego: not_reported } }`,
    sums: {
      // Those of one place and day are one incident.
      incidents: new Set(byFirearm.map(({ place, month, day }) => `${place[0]} ${month} ${day}`)).size,
      killed: byFirearm.length,
      injured: 0,
      where: ['CO-ANT', 'CO-NAR', 'CO-VAC'],
    },
  },
];
