import type { Summary } from '@monitor/contract';
import { expectedBeyondRange } from '@monitor/statistics';
import { type Filter, wholeOf } from '@monitor/domain';
import type { PopulationRate } from '../judge/population-rate.ts';
import { peakOf, type TrendMonth } from '../judge/brief-figures.ts';
import { type ChangedType, countOf, harmedOf, type PeopleRow, peopleSums, type TypeRow, unknownAge } from '../judge/brief-rows.ts';
import type { BriefSubject } from '../judge/brief-subject.ts';
import type { JudgedRates } from '../judge/map-rates.ts';
import { earlierYearsText } from './trend-words.ts';
import { intervalWords } from './brief-sentences.ts';
import type { Voice } from './voice.ts';

/* One or two sentences that read each picture and table of a brief. */

/**
 * `Oct 2025 – Sept 2026. Serbia: 6.9 (95% interval: 6.2 to 7.5). All locations: 17.0 (…).`
 * @param year the twelve months
 * @param ofAll the rate of all locations
 */
export function ratesReading(
  { place, period }: Pick<BriefSubject, 'place' | 'period'>,
  { from = '', to = '' }: Filter,
  rates: JudgedRates,
  ofAll: PopulationRate,
  voice: Voice,
): string {
  const { t, number, date } = voice;
  const said = (name: string, rate: { readonly rate: number; readonly low: number; readonly high: number }) =>
    t('report.map.rate', { place: name, rate: number.rate(rate.rate), low: number.rate(rate.low), high: number.rate(rate.high) });
  const own = place.kind === 'all' ? [] : [...(place.kind === 'region' ? [place.code] : []), wholeOf('region', place.code)];
  const ofPlaces = own.flatMap((code) => {
    const rate = rates.of[code];
    return rate?.kind === 'rate' ? [said(voice.place(code), rate)] : [];
  });
  // Of a region, its location is what it is compared with.
  const ofEverywhere = place.kind !== 'region' && ofAll.kind === 'rate' ? [said(t('report.everywhere'), ofAll)] : [];
  const isKnown = (place.kind === 'all' ? ofEverywhere : ofPlaces).length > 0;
  if (!isKnown) return t('report.map.none');
  const when = t(period.unit === 'year' ? 'report.map.period' : 'report.map.long', { period: date.period(from, to) });
  return [when, ...ofPlaces, ...ofEverywhere].join(' ');
}

/** What the trend says of the months of the period: the highest, and whether they are as usual. */
export function trendReading(months: readonly TrendMonth[], voice: Voice): string {
  const { t, number, date } = voice;
  const chosen = months.filter((one) => one.chosen);
  const top = peakOf(months) ?? chosen[0];
  if (top === undefined) return t('report.trend.none');
  const values = { month: date.month(top.month), number: number.count(top.incidents) };
  return `${t(`report.trend.${chosen.length === 1 ? 'only' : 'peak'}`, values)} ${rangeWords()}`;

  function rangeWords(): string {
    const whole = chosen.filter(({ partial }) => !partial);
    const known = whole.flatMap(({ month, incidents, usual }) => (usual === undefined ? [] : [{ month, incidents, usual }]));
    const [first] = known;
    if (first === undefined || known.length < whole.length) return t('report.trend.noRange');
    const isOutside = ({ incidents, usual: { least, most } }: (typeof known)[number]) => incidents < least || incidents > most;
    const outside = known.filter(isOutside);
    const of = known.map(({ usual }) => usual.years);
    const years = earlierYearsText({ least: Math.min(...of), most: Math.max(...of) }, voice);
    // Above the range and below it.
    const chance = 2 * expectedBeyondRange(of);
    if (outside.length === 0) return t('report.trend.within', { count: known.length, years });
    const { least, most } = first.usual;
    if (chosen.length === 1)
      return t('report.trend.outsideOne', {
        least: number.count(least),
        most: number.count(most),
        years,
        chance: number.share(chance),
      });
    return t('report.trend.outside', {
      count: outside.length,
      all: known.length,
      years,
      months: outside.map(({ month }) => date.month(month)),
      chance: number.decimal(chance, Number.isInteger(chance) ? 0 : 1),
    });
  }
}

/** So many changed types are said; more would not fit above the table. */
const mostSaid = 1;

/**
 * Which type has most incidents, and which clearly changed.
 * @param incidents of all types
 * @param changed undefined if the two periods cannot be compared
 * @param year that of the year before
 */
export function typesReading(
  rows: readonly TypeRow[],
  incidents: number,
  changed: readonly ChangedType[] | undefined,
  year: string,
  voice: Voice,
): string {
  const { t, number, label } = voice;
  const [first] = rows;
  const largest =
    first === undefined || first.code === 'rest' || first.now === 0
      ? t('report.types.none')
      : t('report.types.reading', {
          type: label('type', first.code),
          number: number.count(first.now),
          share: number.share(first.now / incidents),
        });
  return [largest, ...changedWords()].join(' ');

  function changedWords(): string[] {
    if (changed === undefined) return [t('report.types.notCompared', { year })];
    if (changed.length === 0) return [t('report.types.unchanged', { year })];
    const said = changed
      .slice(0, mostSaid)
      .map((one) => t('report.types.changed', { type: label('type', one.code), interval: intervalWords(one, voice) }));
    const others = changed.length - said.length;
    return others > 0 ? [...said, t('report.types.alsoChanged', { count: others })] : said;
  }
}

/** How many people there are, and of how many sex and age are not known. */
export function peopleReading(rows: readonly PeopleRow[], { t, number }: Voice): string {
  const { all, unknownSex } = peopleSums(rows);
  if (all === 0) return t('report.people.none');
  return t('report.people.reading', {
    people: t('report.people.amount', { count: all, number: number.count(all) }),
    sex: number.count(harmedOf(unknownSex)),
    age: number.count(peopleSums(rows.filter(({ age }) => age === unknownAge)).all),
  });
}

/** How the weapons were obtained, and the rounds beside them. */
export function weaponsReading(seizures: Pick<Summary, 'totals' | 'facets'>, { t, number }: Voice): string {
  const of = (mode: 'seized' | 'found' | 'surrendered') => number.count(countOf(seizures, 'mode', mode, 'weapons'));
  const rounds = seizures.totals.rounds ?? 0;
  return t('report.weapons.reading', {
    seized: of('seized'),
    found: of('found'),
    surrendered: of('surrendered'),
    rounds: t('measure.rounds.amount', { count: rounds, number: number.count(rounds) }),
  });
}
