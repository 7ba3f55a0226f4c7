import type { BriefData, Summary } from '@monitor/contract';
import { type IncidentType, weaponsOfLargeSeizure } from '@monitor/domain';
import { notablePart } from '@monitor/statistics';
import { countOf, facetOf, harmedOf, type PeopleCounts, sumsOf, type TypeRow, type WeaponRow } from '../judge/brief-rows.ts';
import { isNotReported, notReportedOf } from '../judge/reported.ts';
import type { Voice } from './voice.ts';

/** One thing to know: a finding, and the figures behind it. */
type Point = BriefData['points'][number];

type Answer = Pick<Summary, 'totals' | 'facets'>;

/** What points are made of. */
export interface PointsInput {
  /** The violence of the period. */
  readonly now: Answer;
  /** That against women. */
  readonly women: Pick<Answer, 'facets'>;
  readonly seizures: Answer;
  /** Those with so many weapons that they are large. */
  readonly largeSeizures: Pick<Answer, 'totals'>;
  /** The people killed and injured. */
  readonly people: PeopleCounts;
  /** Violent incidents by type, most first. */
  readonly types: readonly TypeRow[];
  /** Weapons seized by class, most first. */
  readonly weapons: readonly WeaponRow[];
  /** Whether any dataset ever recorded seizures. */
  readonly isRecorded: boolean;
}

/** What a brief says beside its figures, each made from numbers alone: a part of a whole first, then what is not reported. */
export function pointsWords(input: PointsInput, voice: Voice): Point[] {
  return [peoplePoint, killedPoint, typesPoint, legalPoint, seizuresPoint].flatMap((point) => point(input, voice) ?? []);
}

/** Whether those killed or injured are men or women. */
function peoplePoint({ now: { totals }, people }: PointsInput, { t, number }: Voice): Point {
  const { all } = people;
  if (all === 0 && isNotReported(totals, 'killed') && isNotReported(totals, 'injured'))
    return { lead: t('report.points.people.notReported'), text: '' };
  if (all === 0) return { lead: t('report.points.people.none'), text: t('report.points.people.noneText') };
  const [men, women] = [harmedOf(people.men), harmedOf(people.women)];
  const unknown = harmedOf(people.unknownSex);
  const of = { men, women };
  const everyone = t('report.people.amount', { count: all, number: number.count(all) });
  if (men + women === 0) return { lead: t('report.points.people.unknown', { people: everyone }), text: '' };
  const [first, second] = men >= women ? (['men', 'women'] as const) : (['women', 'men'] as const);
  return {
    lead: t(`report.points.people.${first}`, { count: of[first], number: number.count(of[first]), people: everyone }),
    text: t(`report.points.people.${unknown === 0 ? 'allKnown' : 'others'}.${second}`, {
      count: of[second],
      number: number.count(of[second]),
      unknown: number.count(unknown),
    }),
  };
}

/** In which type of incident most were killed, and how many of the women by a partner. */
function killedPoint({ now: { totals }, types, women, people }: PointsInput, voice: Voice): Point | undefined {
  const { t, number } = voice;
  const missing = totals.notReported.killed;
  const missingWords = missing === 0 ? [] : [t('report.points.killed.missing', { count: missing, number: number.count(missing) })];
  // The point about all people has said the same.
  if (people.all === 0) return undefined;
  if (isNotReported(totals, 'killed')) return { lead: missingWords.join(' '), text: '' };
  if (totals.killed === 0) return { lead: t('report.points.killed.none'), text: missingWords.join(' ') };
  const deadly = types.filter((type) => type.killed.count > 0).toSorted((one, other) => other.killed.count - one.killed.count);
  const [first, second] = deadly;
  const isFirst = first !== undefined && first.code !== 'rest' && first.killed.count > (second?.killed.count ?? 0);
  const killed = t('measure.killed.amount', { count: totals.killed, number: number.count(totals.killed) });
  return {
    lead: isFirst
      ? t('report.points.killed.first', {
          number: number.count(first.killed.count),
          killed,
          type: typeName(first, voice),
        })
      : t('report.points.killed.spread', { count: deadly.length, killed }),
    text: [...partnerWords(women, people, voice), ...missingWords].join(' '),
  };
}

function partnerWords(women: PointsInput['women'], people: PeopleCounts, { t, number }: Voice): string[] {
  const { killed } = people.women;
  // Where no sex is reported, that no woman is on record says nothing.
  if (killed + people.men.killed === 0) return [];
  if (killed === 0) return [t('report.points.killed.noWomen')];
  const known = facetOf(women, 'relationship').filter(({ value }) => value !== 'not_reported');
  const byPartner = countOf(women, 'relationship', 'intimate_partner', 'killed');
  const unknown = Math.max(0, killed - sumsOf(known, 'killed').killed);
  const some = byPartner === 0 ? ('noPartner' as const) : ('partner' as const);
  const said = unknown === 0 ? (`${some}Known` as const) : some;
  const ofWomen = t('report.points.killed.women', { count: killed, number: number.count(killed) });
  const values = { count: byPartner, number: number.count(byPartner), women: ofWomen, unknown: number.count(unknown) };
  return [t(`report.points.killed.${said}`, values)];
}

/** Types named after the first. */
const mostNext = 2;

/** Which types of violence there are most of. */
function typesPoint({ now: { totals }, types }: PointsInput, voice: Voice): Point | undefined {
  const { t, number } = voice;
  const [first, ...others] = types.filter(({ code, now }) => code !== 'rest' && now > 0);
  if (first === undefined) return undefined;
  const next = others
    .slice(0, mostNext)
    .map(({ code, now }) => t(`signals.type.${code as IncidentType}`, { count: now, number: number.count(now) }));
  return {
    lead: t('report.points.types.first', {
      count: totals.incidents,
      number: number.count(first.now),
      all: number.count(totals.incidents),
      type: typeName(first, voice),
    }),
    text: next.length === 0 ? '' : t('report.points.types.next', { others: next }),
  };
}

const typeName = ({ code }: TypeRow, { label }: Voice) => label('type', code);

/** In how many violent incidents a weapon was held illegally. */
function legalPoint({ now }: PointsInput, { t, number }: Voice): Point | undefined {
  const { incidents } = now.totals;
  if (incidents === 0) return undefined;
  const [illegal, legal, unknown] = (['illegal', 'legal', 'not_reported'] as const).map((status) =>
    countOf(now, 'legal', status),
  ) as [number, number, number];
  const all = number.count(incidents);
  if (unknown > incidents / 2)
    return {
      lead: t('report.points.legal.unknown', { number: number.count(unknown), all }),
      text: t('report.points.legal.text', { illegal: number.count(illegal), legal: number.count(legal) }),
    };
  return {
    lead: t('report.points.legal.known', { count: illegal, number: number.count(illegal), all }),
    text: t(`report.points.legal.${unknown === 0 ? 'allKnown' : 'others'}`, {
      count: legal,
      number: number.count(legal),
      unknown: number.count(unknown),
    }),
  };
}

/** How many seizures do not say how many weapons. */
export function withoutNumberWords(totals: Summary['totals'], { t, number }: Voice): string[] {
  const count = notReportedOf(totals, 'weapons') ?? 0;
  return count === 0 ? [] : [t('report.points.seizures.noNumbers', { count, number: number.count(count) })];
}

/** Weapons seized: the largest class of them, how large seizures were, and how many were traced. */
function seizuresPoint({ seizures, largeSeizures, weapons: [first], isRecorded }: PointsInput, voice: Voice): Point | undefined {
  if (!isRecorded) return undefined;
  const { t, number, label } = voice;
  const { totals } = seizures;
  const weapons = totals.weapons ?? 0;
  const all = number.count(weapons);
  if (totals.incidents === 0) return { lead: t('report.points.seizures.none'), text: '' };
  const words = { count: totals.incidents, number: number.count(totals.incidents) };
  if (weapons === 0) {
    const silent = withoutNumberWords(totals, voice);
    const found = isNotReported(totals, 'weapons') ? silent : [t('report.points.seizures.noWeapons', words), ...silent];
    return { lead: found[0] ?? '', text: found[1] ?? '' };
  }
  const traced = countOf(seizures, 'traced', 'yes', 'weapons');
  const unknown = Math.max(0, weapons - traced - countOf(seizures, 'traced', 'no', 'weapons'));
  const large = largeSeizures.totals.incidents;
  const [largest] = totals.clustering.weapons?.largest ?? [0];
  const isKnown = first !== undefined && first.code !== 'rest' && first.now !== null && first.now > 0;
  return {
    lead: isKnown
      ? t('report.points.seizures.first', {
          count: weapons,
          number: number.count(first.now),
          all,
          weapon: label('weapon_class', first.code),
        })
      : t('report.points.seizures.unknown', { count: weapons, all }),
    text: [
      t('report.points.seizures.large', {
        count: large,
        number: number.count(large),
        all: words.number,
        least: number.count(weaponsOfLargeSeizure),
      }),
      ...(largest > 1 && largest / weapons >= notablePart
        ? [t('report.points.seizures.largest', { number: number.count(largest) })]
        : []),
      t(`report.points.seizures.${unknown === 0 ? 'tracedKnown' : 'traced'}`, {
        count: traced,
        number: number.count(traced),
        unknown: number.count(unknown),
      }),
    ].join(' '),
  };
}
