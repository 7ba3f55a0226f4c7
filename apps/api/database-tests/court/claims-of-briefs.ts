import { expect } from 'vitest';
import { textOf } from './near.ts';
import {
  changeNear,
  type Claim,
  claim,
  counted,
  counts,
  type Court,
  inMonth,
  isRate,
  isRateInterval,
  locationsIn,
  monthNamed,
  named,
  numberIn,
  partNumbers,
  placeOf,
  rangeOf,
  rateOf,
  rateOfAll,
  type Said,
  saysChange,
  spanOf,
  inPlace,
  change,
} from './definitions.ts';
import { people } from './claims-of-people.ts';
import { amountOf, countOf, type Days, monthOf, monthsOf, type Row, rowsOf, yearsBefore } from './record.ts';

/** The incidents of a brief. */
const rowsOfBrief = ({ court }: Said) => rowsOf(court.rows, court.selection, court.asked);
const ofType = (said: Said, type: string) => rowsOfBrief(said).filter((row) => row.type === type);
const seizures = (said: Said) => ofType(said, 'weapon_seizure');
const harmed = (rows: readonly Row[], sex: string) =>
  people(rows, { sex, outcome: 'killed' }) + people(rows, { sex, outcome: 'injured' });
const allHarmed = (rows: readonly Row[]) => countOf(rows, 'killed') + countOf(rows, 'injured');
/** Men, women, and all others: those without a reported sex and those whom nobody describes. */
const sexesOf = (rows: readonly Row[]) => {
  const [men, women] = [harmed(rows, 'man'), harmed(rows, 'woman')];
  return { men, women, unknown: Math.max(0, allHarmed(rows) - men - women) };
};

/** Of the months of a brief, those outside the range of earlier years. */
const outsideIn = (court: Court) =>
  monthsOf(court.asked!).filter((start) => {
    const range = rangeOf(court, start);
    return inMonth(court, start) < Math.min(...range) || inMonth(court, start) > Math.max(...range);
  });

/** How the same period of the years before ranks. */
function ranks({ key, values: { year, first }, court }: Said): void {
  const isOfAll = key.endsWith('Of');
  const days = court.asked!;
  const own = counted(court, days);
  const isPassed = (count: number) => (key.includes('most') ? count < own : count > own);
  const last = Number(days[0].slice(0, 4)) - Number(isOfAll ? first : year);
  const passed = Array.from({ length: isOfAll ? last : last - 1 }, (_, at) => counted(court, yearsBefore(days, at + 1)));
  expect(passed.length).toBeGreaterThanOrEqual(3);
  expect(passed.every(isPassed)).toBe(true);
  // The year named had as many.
  if (!isOfAll) expect(isPassed(counted(court, yearsBefore(days, last)))).toBe(false);
}

/** How many weapons of a class, or obtained in a way. */
const weaponsOf = (rows: readonly Row[], rest: string) => rows.reduce((sum, row) => sum + amountOf(row, 'weapons', rest), 0);

/** Twelve months of violence up to the end of the brief. */
function yearOf({ court }: Said): Days {
  const end = court.asked![1];
  const [from] = yearsBefore(monthOf(end), 1);
  return [monthsOf([from, end])[1]!, end];
}

const share = (part: number, all: number) => (all === 0 ? 0 : part / all);
const legal = (rows: readonly Row[], code: string) => rows.filter(({ lots }) => lots.some((one) => one.legal === code)).length;

export const claimsOfBriefs: readonly Claim[] = [
  counts('The place has so many incidents in the period.', ['report.lead.{recorded,ranked}'], ({ court }) => ({
    amount: counted(court, court.asked!),
  })),
  claim(
    'The place has no incident in the period.',
    ['report.lead.none', 'report.types.none', 'report.quality.none', 'report.points.legal.none'],
    ({ court }) => expect(counted(court, court.asked!)).toBe(0),
  ),
  claim(
    'No other year has as many, or as few, in the same months since the year it names, which has; of all years, none.',
    ['report.lead.{most,fewest,mostOf,fewestOf}'],
    ranks,
  ),
  counts('The number is that of the same months of the year before.', ['report.lead.change.withBefore'], (said) => ({
    before: change(said.court).b,
  })),
  claim('No number of the year before is given.', ['report.lead.change.alone', 'report.change.none'], ({ text }) =>
    expect(text).not.toMatch(/%/),
  ),
  claim(
    'The number is that of the period that it names; the interval holds the change, and is no narrower than for single events.',
    ['report.change.{clear,unclear,too_few,rests_on_largest,few_incidents}'],
    (said) => {
      const found = changeNear(said);
      expect(said.values.period).toBe(said.court.voice.date.period(...found.earlier));
      saysChange(said, found);
    },
  ),
  counts('Of one month, its number.', ['report.trend.only'], ({ court }) => ({ number: counted(court, court.asked!) })),
  counts('The month with most incidents of the period.', ['report.trend.peak'], ({ values, court }) => {
    const most = Math.max(...monthsOf(court.asked!).map((start) => inMonth(court, start)));
    expect(inMonth(court, monthNamed(court, values.month))).toBe(most);
    return { number: most };
  }),
  claim(
    'No month of the period is outside the range of the same months of earlier years.',
    ['report.trend.within'],
    ({ values: { count }, court }) => {
      expect(monthsOf(court.asked!)).toHaveLength(count as number);
      expect(outsideIn(court)).toEqual([]);
    },
  ),
  claim(
    'The month is outside the range of the same month of earlier years, which is that.',
    ['report.trend.outsideOne'],
    ({ values: { least, most }, court }) => {
      const range = rangeOf(court, court.asked![0]);
      expect([least, most].map(numberIn)).toEqual([Math.min(...range), Math.max(...range)]);
      expect(outsideIn(court)).toHaveLength(1);
    },
  ),
  claim(
    'The months that it names, and no others of the period, are outside the range of the same months of earlier years.',
    ['report.trend.outside'],
    ({ values: { months, all }, court }) => {
      expect(monthsOf(court.asked!)).toHaveLength(all as number);
      expect(months).toEqual(outsideIn(court).map((start) => court.voice.date.month(start)));
    },
  ),
  claim(
    'A month has fewer than two earlier years with the same data, or is not whole in the data of the place.',
    ['report.trend.noRange'],
    ({ court }) => {
      const { countries, region } = court.selection;
      const place = countries ?? (region === undefined ? undefined : [region.slice(0, 2)]);
      const [first, last] = spanOf(rowsOf(court.rows, place ? { countries: place } : {}));
      expect(
        monthsOf(court.asked!).some((start) => rangeOf(court, start).length < 2 || start < first || monthOf(start)[1] > last),
      ).toBe(true);
    },
  ),
  claim('No month of the period is in the data.', ['report.trend.none'], ({ court }) =>
    expect(locationsIn(court, court.asked!)).toEqual([]),
  ),
  claim(
    'The rate of twelve months of violence per 100,000 people; its interval holds it, and is no narrower than chance makes it.',
    ['report.map.rate'],
    (said) => {
      const { court, values } = said;
      const days = yearOf(said);
      const selection = { kind: 'violence' } as const;
      const isOfAll = values.place === court.voice.t('report.everywhere');
      const codes = locationsIn(court, days);
      const place = isOfAll ? '' : placeOf(court, values.place);
      const rate = isOfAll
        ? rateOfAll(court, codes, days, selection, 'incidents')
        : rateOf(court, place, days, selection, 'incidents');
      isRate(values.rate, rate);
      isRateInterval(
        values.low,
        rate,
        values.high,
        counted(court, days, isOfAll ? selection : inPlace(selection, place), 'incidents'),
      );
    },
  ),
  claim('The place has fewer than five incidents in the twelve months, or no population figure.', ['report.map.none'], (said) => {
    const { court } = said;
    expect(counted(court, yearOf(said), { ...court.selection, kind: 'violence' }, 'incidents')).toBeLessThan(5);
  }),
  counts('The type has most of the people killed, so many of all.', ['report.points.killed.first'], (said) => {
    const rows = rowsOfBrief(said);
    const of = (code: string) => countOf(ofType(said, code), 'killed');
    const codes = [...new Set(rows.map(({ type }) => type))];
    const type = named(codes, (code) => said.court.voice.label('type', code), said.values.type);
    expect(codes.every((code) => code === type || of(code) < of(type))).toBe(true);
    return { killed: of(type), all: countOf(rows, 'killed') };
  }),
  counts('So many people were killed.', ['report.points.killed.all'], (said) => ({ all: countOf(rowsOfBrief(said), 'killed') })),
  claim('Nobody was killed in the incidents, some of which say so.', ['report.points.killed.none'], (said) =>
    expect(countOf(rowsOfBrief(said), 'killed')).toBe(0),
  ),
  claim('No incident says how many people were killed.', ['report.points.killed.notReported'], (said) =>
    expect(rowsOfBrief(said).every(({ killed }) => killed === null)).toBe(true),
  ),
  counts('So many incidents of the type, with so many people killed.', ['report.points.killed.type'], (said) => {
    const type = named(
      [...new Set(said.court.rows.map((row) => row.type))],
      (code) => said.court.voice.label('type', code),
      said.values.type,
    );
    return { incidents: ofType(said, type).length, killed: countOf(ofType(said, type), 'killed') };
  }),
  counts('So many incidents of domestic violence.', ['report.points.domestic.lead'], (said) => ({
    incidents: ofType(said, 'domestic_violence').length,
  })),
  counts(
    'So many of the people killed, and of those injured, are in domestic violence.',
    ['report.points.domestic.harmed'],
    (said) => {
      const [own, all] = [ofType(said, 'domestic_violence'), rowsOfBrief(said)];
      return {
        killed: countOf(own, 'killed'),
        all: countOf(all, 'killed'),
        injured: countOf(own, 'injured'),
        allInjured: countOf(all, 'injured'),
      };
    },
  ),
  claim('No woman is described as killed.', ['report.points.domestic.noWomen'], (said) =>
    expect(people(rowsOfBrief(said), { sex: 'woman', outcome: 'killed' })).toBe(0),
  ),
  counts(
    'Of the women described as killed, so many by a partner, and so many more perhaps.',
    ['report.points.domestic.partner'],
    (said) => {
      const of = (relationship?: string) =>
        people(rowsOfBrief(said), { sex: 'woman', outcome: 'killed', ...(relationship !== undefined && { relationship }) });
      const [yes, unknown, all] = [of('intimate_partner'), of('not_reported'), of()];
      return { part: partNumbers(yes, all - yes - unknown, all) };
    },
  ),
  claim('Nobody was killed or injured.', ['report.points.people.{none,noneText}', 'report.people.none'], (said) =>
    expect(allHarmed(rowsOfBrief(said))).toBe(0),
  ),
  claim(
    'More than half of the people killed or injured are described as men; as women; or neither can be.',
    ['report.points.people.{men,women,mixed}'],
    (said) => {
      const rows = rowsOfBrief(said);
      const { men, women, unknown } = sexesOf(rows);
      const half = allHarmed(rows) / 2;
      expect(
        { men: men > half, women: women > half, mixed: Math.max(men, women) + unknown <= half }[said.key.split('.').at(-1)!],
      ).toBe(true);
    },
  ),
  counts('So many people were killed or injured.', ['report.points.people.few', 'report.points.people.sexes'], (said) => {
    const rows = rowsOfBrief(said);
    const { men, women, unknown } = sexesOf(rows);
    if (said.key.endsWith('sexes')) {
      const { t, number } = said.court.voice;
      const parts = (
        [
          ['men', men],
          ['women', women],
          ['unknown', unknown],
        ] as const
      )
        .filter(([, count]) => count > 0)
        .map(([sex, count]) => t(`report.points.people.part.${sex}`, { count, number: number.count(count) }));
      expect(said.values.parts).toEqual(parts);
    }
    return { all: allHarmed(rows) };
  }),
  counts(
    'So many of the people killed are described as women, and so many more may be.',
    ['report.points.people.killed'],
    (said) => {
      const rows = rowsOfBrief(said);
      const of = (sex: string) => people(rows, { sex, outcome: 'killed' });
      return { part: partNumbers(of('woman'), of('man'), countOf(rows, 'killed')) };
    },
  ),
  counts(
    'So many people were killed or injured; sex and age are those of the people described.',
    ['report.people.reading'],
    (said) => {
      const rows = rowsOfBrief(said);
      const all = allHarmed(rows);
      const ages = ['0-18', '19-35', '36-60', '61-plus'].reduce(
        (sum, age) => sum + people(rows, { age, outcome: 'killed' }) + people(rows, { age, outcome: 'injured' }),
        0,
      );
      return { people: all, sex: sexesOf(rows).unknown, age: Math.max(0, all - ages) };
    },
  ),
  claim('The place has no weapon seizure in the period.', ['report.points.seizures.{none,noneText}'], (said) =>
    expect(seizures(said)).toEqual([]),
  ),
  counts('So many seizures, with so many weapons other than ammunition.', ['report.points.seizures.lead'], (said) => ({
    weapons: countOf(seizures(said), 'weapons'),
    incidents: seizures(said).length,
  })),
  claim('No seizure says how many weapons.', ['report.points.seizures.noNumbers'], (said) =>
    expect(countOf(seizures(said), 'weapons')).toBe(0),
  ),
  counts('So many seizures have five or more weapons.', ['report.points.seizures.large'], (said) => ({
    number: seizures(said).filter(({ weapons }) => weapons >= 5).length,
    least: 5,
  })),
  counts(
    'The class has most of the weapons seized, so many, and that share of all.',
    ['report.points.seizures.largest'],
    (said) => {
      const rows = seizures(said);
      const codes = [...new Set(rows.flatMap(({ lots }) => lots.map((one) => one.class)))].filter(
        (code) => !['ammunition', 'other', 'not_reported'].includes(code),
      );
      const of = (code: string) => weaponsOf(rows, `weapon=${code}`);
      const most = Math.max(...codes.map(of));
      expect(codes.filter((code) => of(code) === most).map((code) => said.court.voice.label('weapon_class', code))).toContain(
        said.values.weapon,
      );
      return { number: most, share: most / countOf(rows, 'weapons') };
    },
  ),
  counts('So many weapons seized were traced, and so many more may have been.', ['report.points.seizures.traced'], (said) => {
    const rows = seizures(said);
    return { part: partNumbers(weaponsOf(rows, 'traced=yes'), weaponsOf(rows, 'traced=no'), countOf(rows, 'weapons')) };
  }),
  counts(
    'So many celebratory, or accidental, shootings, with so many people killed and injured.',
    ['report.points.shootings.{lead,harmed,accidental}'],
    (said) => {
      const rows = ofType(said, said.key.endsWith('accidental') ? 'accidental_shooting' : 'celebratory_shooting');
      const [incidents, killed, injured] = [rows.length, countOf(rows, 'killed'), countOf(rows, 'injured')];
      return { ...(!said.key.endsWith('harmed') && { incidents }), ...(!said.key.endsWith('lead') && { killed, injured }) };
    },
  ),
  claim('There is no accidental shooting.', ['report.points.shootings.noAccidental'], (said) =>
    expect(ofType(said, 'accidental_shooting')).toEqual([]),
  ),
  claim(
    'In so many of the incidents a weapon is illegal, legal, or of a status that is not reported.',
    ['report.points.legal.{known,unknown}.{lead,text}'],
    (said) => {
      const rows = rowsOfBrief(said);
      const { number, t } = said.court.voice;
      for (const [name, code] of Object.entries({ illegal: 'illegal', legal: 'legal', unknown: 'not_reported' })) {
        if (said.values[name] === undefined) continue;
        const count = legal(rows, code);
        expect([name, said.values[name]]).toEqual([
          name,
          t('report.points.legal.part', { number: number.count(count), share: number.share(share(count, rows.length)) }),
        ]);
      }
      expect(legal(rows, 'not_reported') > rows.length / 2).toBe(said.key.includes('unknown'));
    },
  ),
  counts('The type has most of the incidents, so many, and that share of all.', ['report.types.reading'], (said) => {
    const rows = rowsOfBrief(said);
    const codes = [...new Set(rows.map(({ type }) => type))].filter((code) => code !== 'other');
    const most = Math.max(...codes.map((code) => ofType(said, code).length));
    expect(
      codes.filter((code) => ofType(said, code).length === most).map((code) => said.court.voice.label('type', code)),
    ).toContain(said.values.type);
    return { number: most, share: most / rows.length };
  }),
  claim(
    'The type changed by more than chance since the year before; where none is named, none did by far.',
    ['report.types.{changed,unchanged}'],
    (said) => {
      const { court, values } = said;
      const codes = [...new Set(court.rows.map(({ type }) => type))];
      const found = (code: string) => change(court, { ...court.selection, types: [code] }, 'incidents');
      const distance = (code: string) => {
        const { a, b, difference } = found(code);
        return Math.min(a, b) < 10 ? 0 : Math.abs(Math.log(1 + difference)) / Math.sqrt(1 / a + 1 / b);
      };
      if (values.type === undefined) expect(Math.max(0, ...codes.map(distance))).toBeLessThan(6);
      else {
        const type = named(codes, (code) => court.voice.label('type', code), values.type);
        expect(distance(type)).toBeGreaterThan(1.9);
        expect(textOf(values.interval).endsWith('fewer')).toBe(found(type).difference < 0);
      }
    },
  ),
  claim('More types are said to have changed than the one that is named.', ['report.types.alsoChanged'], ({ values }) =>
    expect(values.count).toBeGreaterThan(0),
  ),
  claim('The data is not that of the year before.', ['report.types.notCompared'], ({ court }) => {
    const [now, earlier] = [court.asked!, yearsBefore(court.asked!, 1)].map((days) => locationsIn(court, days).join());
    expect(
      now !== earlier || court.rows.every(({ date }) => date > yearsBefore(court.asked!, 1)[0]) || court.asked![1] > '2025-11-27',
    ).toBe(true);
  }),
  counts('So many weapons were seized, found and surrendered, and so many rounds.', ['report.weapons.reading'], (said) => {
    const rows = seizures(said);
    const of = (mode: string) => weaponsOf(rows, `mode=${mode}`);
    return { seized: of('seized'), found: of('found'), surrendered: of('surrendered'), rounds: countOf(rows, 'rounds') };
  }),
  counts(
    'So many incidents are known to a point, a settlement, a region or the location only.',
    ['report.quality.places'],
    (said) => {
      const rows = rowsOfBrief(said);
      const of = (precision: string) => rows.filter((row) => row.place_precision === precision).length;
      return {
        incidents: rows.length,
        exact: of('exact'),
        settlement: of('settlement'),
        region: of('region'),
        jurisdiction: of('jurisdiction'),
      };
    },
  ),
  counts(
    'So many incidents have an official source; in so many no weapon is reported, or no hour known.',
    ['report.quality.sources'],
    (said) => {
      const rows = rowsOfBrief(said);
      const known = (is: (row: Row) => boolean) => {
        const count = rows.filter(is).length;
        return `${said.court.voice.number.count(count)} (${said.court.voice.number.share(count / rows.length)})`;
      };
      return {
        official: known(({ sources }) => sources.includes('official')),
        weapon: known(({ lots }) => lots.some((one) => one.class === 'not_reported')),
        hour: known(({ hour }) => hour === null),
      };
    },
  ),
  claim('A dataset was last updated on that day.', ['report.quality.updated'], ({ values, court }) => {
    const datasets = court.body.datasets as readonly { readonly updated_at: string }[];
    expect(datasets.map(({ updated_at }) => court.voice.date.moment(updated_at))).toContain(values.day);
  }),
  counts('So many incidents do not say how many people were killed, or injured.', ['report.quality.notReported'], (said) => {
    const rows = rowsOfBrief(said);
    return {
      killed: rows.filter(({ killed }) => killed === null).length,
      injured: rows.filter(({ injured }) => injured === null).length,
    };
  }),
];
