import type { BriefData, Summary } from '@monitor/contract';
import { type IncidentType, incidentTypes, type WeaponClass, weaponsOfLargeSeizure } from '@monitor/domain';
import { countOf, facetOf, harmedOf, type PeopleCounts, sumsOf, type TwoPeriods } from '../judge/brief-rows.ts';
import { isNotReported, partOf } from '../judge/reported.ts';
import { partWords } from './part-words.ts';
import type { Voice } from './voice.ts';

/** One thing to know: a finding, and the figures behind it. */
type Point = BriefData['points'][number];

type Answer = Pick<Summary, 'totals' | 'facets'>;

/** What points are made of. */
export interface PointsInput {
  /** The answer of the period. */
  readonly now: Answer;
  /** Those of its women. */
  readonly women: Pick<Answer, 'facets'>;
  readonly seizures: Answer;
  /** Those with so many weapons that they are large. */
  readonly largeSeizures: Pick<Answer, 'totals'>;
  /** The people killed and injured. */
  readonly people: PeopleCounts;
  /** Weapons seized by class, most first. */
  readonly weapons: readonly TwoPeriods<WeaponClass>[];
}

/** What a brief says beside its figures, each made from numbers alone, in the order of the page. */
export function pointsWords(input: PointsInput, voice: Voice): Point[] {
  return [peoplePoint, seizuresPoint, killedPoint, domesticPoint, shootingsPoint, legalPoint].map((point) => point(input, voice));
}

/** The types of which a brief says how many people were killed. */
const deadlyTypes: readonly IncidentType[] = ['criminal_context', 'public_dispute', 'undetermined_shooting'];

/** Which type has most of those killed, and the crimes and disputes beside it. */
function killedPoint({ now }: PointsInput, voice: Voice): Point {
  const { t } = voice;
  const killed = (type: IncidentType) => countOf(now, 'type', type, 'killed');
  const ranked = incidentTypes.codes.toSorted((one, other) => killed(other) - killed(one));
  const [first] = ranked;
  const isOne = first !== undefined && killed(first) > 0 && killed(first) > killed(ranked[1] ?? first);
  const listed = deadlyTypes.filter((type) => !isOne || type !== first);
  const text = listed
    .map((type) =>
      t('report.points.killed.type', {
        type: voice.label('type', type),
        incidents: counted(countOf(now, 'type', type), voice),
        killed: number(killed(type), voice),
      }),
    )
    .join(' ');
  const all = number(now.totals.killed, voice);
  if (isNotReported(now.totals, 'killed')) return { lead: t('report.points.killed.notReported'), text };
  if (now.totals.killed === 0) return { lead: t('report.points.killed.none'), text };
  if (!isOne) return { lead: t('report.points.killed.all', { count: now.totals.killed, all }), text };
  const values = {
    type: voice.label('type', first),
    killed: number(killed(first), voice),
    all,
    count: now.totals.killed,
  };
  return { lead: t('report.points.killed.first', values), text };
}

/** Domestic violence, and the women killed by a partner. */
function domesticPoint({ now, women }: PointsInput, voice: Voice): Point {
  const { t } = voice;
  const type = 'domestic_violence';
  const incidents = countOf(now, 'type', type);
  const womenKilled = sumsOf(facetOf(women, 'victim_age'), 'killed').killed;
  const byPartner = countOf(women, 'relationship', 'intimate_partner', 'killed');
  const harmed = t('report.points.domestic.harmed', {
    killed: number(countOf(now, 'type', type, 'killed'), voice),
    all: number(now.totals.killed, voice),
    injured: number(countOf(now, 'type', type, 'injured'), voice),
    allInjured: number(now.totals.injured, voice),
  });
  const womenWords = () => {
    if (womenKilled === 0) return t('report.points.domestic.noWomen');
    const others = sumsOf(
      facetOf(women, 'relationship').filter(({ value }) => value !== 'intimate_partner' && value !== 'not_reported'),
      'killed',
    ).killed;
    return t('report.points.domestic.partner', {
      part: partWords(partOf({ yes: byPartner, no: others, all: womenKilled }), voice),
    });
  };
  return {
    lead: t('report.points.domestic.lead', { incidents: counted(incidents, voice) }),
    text: incidents === 0 ? womenWords() : `${harmed} ${womenWords()}`,
  };
}

/** Of fewer people than these nothing is said of most of them. */
const leastPeople = 10;

/** Whether those killed or injured are mostly men or women. */
function peoplePoint({ now, people }: PointsInput, voice: Voice): Point {
  const { t } = voice;
  const { all } = people;
  if (all === 0) return { lead: t('report.points.people.none'), text: t('report.points.people.noneText') };
  const sexes = { men: harmedOf(people.men), women: harmedOf(people.women), unknown: harmedOf(people.unknownSex) };
  const half = all / 2;
  const isMixed = Math.max(sexes.men, sexes.women) + sexes.unknown <= half;
  const lead = all < leastPeople ? 'few' : sexes.men > half ? 'men' : sexes.women > half ? 'women' : isMixed ? 'mixed' : 'few';
  const { killed } = now.totals;
  const parts = (['men', 'women', 'unknown'] as const)
    .filter((part) => sexes[part] > 0)
    .map((part) => t(`report.points.people.part.${part}`, { count: sexes[part], number: number(sexes[part], voice) }));
  const described = t('report.points.people.sexes', { count: all, all: number(all, voice), parts });
  const part = partOf({ yes: people.women.killed, no: people.men.killed, all: killed });
  const ofKilled = killed === 0 ? '' : t('report.points.people.killed', { part: partWords(part, voice) });
  return { lead: t(`report.points.people.${lead}`, { all: number(all, voice) }), text: `${described} ${ofKilled}`.trim() };
}

/** Weapons seized, how many of the seizures were large, the largest class of them, and how many were traced. */
function seizuresPoint({ seizures, largeSeizures, weapons: [first] }: PointsInput, voice: Voice): Point {
  const { t } = voice;
  const { totals } = seizures;
  const weapons = totals.weapons ?? 0;
  if (totals.incidents === 0) return { lead: t('report.points.seizures.none'), text: t('report.points.seizures.noneText') };
  const lead = t('report.points.seizures.lead', {
    weapons: t('measure.weapons.amount', { count: weapons, number: number(weapons, voice) }),
    incidents: counted(totals.incidents, voice),
  });
  if (weapons === 0) return { lead, text: t('report.points.seizures.noNumbers') };
  const traced = countOf(seizures, 'traced', 'yes', 'weapons');
  const largest =
    first === undefined || first.code === 'rest' || first.now === 0
      ? []
      : [
          t('report.points.seizures.largest', {
            weapon: voice.label('weapon_class', first.code),
            number: number(first.now, voice),
            share: share(first.now, weapons, voice),
          }),
        ];
  const trace = partOf({ yes: traced, no: countOf(seizures, 'traced', 'no', 'weapons'), all: weapons });
  const tracedWords = t('report.points.seizures.traced', { part: partWords(trace, voice) });
  const large = largeSeizures.totals.incidents;
  const largeWords = t('report.points.seizures.large', {
    count: large,
    number: number(large, voice),
    least: number(weaponsOfLargeSeizure, voice),
  });
  return { lead, text: [largeWords, ...largest, tracedWords].join(' ') };
}

/** Celebratory and accidental shootings. */
function shootingsPoint({ now }: PointsInput, voice: Voice): Point {
  const { t } = voice;
  const of = (type: IncidentType) => ({
    incidents: counted(countOf(now, 'type', type), voice),
    killed: number(countOf(now, 'type', type, 'killed'), voice),
    injured: number(countOf(now, 'type', type, 'injured'), voice),
  });
  const accidental = countOf(now, 'type', 'accidental_shooting');
  const celebratory = countOf(now, 'type', 'celebratory_shooting');
  return {
    lead: t('report.points.shootings.lead', of('celebratory_shooting')),
    text: [
      ...(celebratory === 0 ? [] : [t('report.points.shootings.harmed', of('celebratory_shooting'))]),
      t(`report.points.shootings.${accidental === 0 ? 'noAccidental' : 'accidental'}`, of('accidental_shooting')),
    ].join(' '),
  };
}

/** In how many incidents a weapon was held illegally. */
function legalPoint({ now }: PointsInput, voice: Voice): Point {
  const { t } = voice;
  const of = (status: 'illegal' | 'legal' | 'not_reported') => {
    const count = countOf(now, 'legal', status);
    return t('report.points.legal.part', { number: number(count, voice), share: share(count, now.totals.incidents, voice) });
  };
  if (now.totals.incidents === 0) return { lead: t('report.points.legal.none'), text: '' };
  const values = { illegal: of('illegal'), legal: of('legal'), unknown: of('not_reported') };
  const isMostlyUnknown = countOf(now, 'legal', 'not_reported') > now.totals.incidents / 2;
  const kind = isMostlyUnknown ? 'unknown' : 'known';
  return { lead: t(`report.points.legal.${kind}.lead`, values), text: t(`report.points.legal.${kind}.text`, values) };
}

function number(count: number, { number: format }: Voice): string {
  return format.count(count);
}

function counted(count: number, { t, number: format }: Voice): string {
  return t('measure.incidents.amount', { count, number: format.count(count) });
}

function share(part: number, whole: number, { number: format }: Voice): string {
  return format.share(whole === 0 ? 0 : part / whole);
}
