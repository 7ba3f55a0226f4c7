import { type IncidentType, incidentTypes, weaponsOfLargeSeizure } from '@monitor/domain';
import { isNotReported } from '@monitor/findings';
import { amountOf, type Brief } from './brief.ts';
import type { Writing } from './change-sentences.ts';
import { harmedOf, peopleRows, sumOf } from './people.ts';
import { weaponRows } from './rows.ts';

/** One thing to know: a finding, and the figures behind it. */
export interface Point {
  readonly lead: string;
  readonly text: string;
}

/** What a brief says beside its figures, each made from numbers alone, in the order of the page. */
export function briefPoints(brief: Brief, writing: Writing): Point[] {
  return [peoplePoint, seizuresPoint, killedPoint, domesticPoint, shootingsPoint, legalPoint].map((point) => point(brief, writing));
}

/** The types of which a brief says how many people were killed. */
const deadlyTypes: readonly IncidentType[] = ['criminal_context', 'public_dispute', 'undetermined_shooting'];

/** Which type has most of those killed, and the crimes and disputes beside it. */
function killedPoint({ answers: { now } }: Brief, writing: Writing): Point {
  const { t } = writing;
  const killed = (type: IncidentType) => amountOf(now, 'type', type, 'killed');
  const ranked = incidentTypes.codes.toSorted((one, other) => killed(other) - killed(one));
  const [first] = ranked;
  const isOne = first !== undefined && killed(first) > 0 && killed(first) > killed(ranked[1] ?? first);
  const listed = deadlyTypes.filter((type) => !isOne || type !== first);
  const text = listed
    .map((type) =>
      t('report.points.killed.type', {
        type: writing.terms.label('type', type),
        incidents: counted(amountOf(now, 'type', type), writing),
        killed: number(killed(type), writing),
      }),
    )
    .join(' ');
  const all = number(now.totals.killed, writing);
  if (isNotReported(now.totals, 'killed')) return { lead: t('report.points.killed.notReported'), text };
  if (now.totals.killed === 0) return { lead: t('report.points.killed.none'), text };
  if (!isOne) return { lead: t('report.points.killed.all', { count: now.totals.killed, all }), text };
  const values = {
    type: writing.terms.label('type', first),
    killed: number(killed(first), writing),
    all,
    count: now.totals.killed,
  };
  return { lead: t('report.points.killed.first', values), text };
}

/** Domestic violence, and the women killed by a partner. */
function domesticPoint({ answers }: Brief, writing: Writing): Point {
  const { t } = writing;
  const type = 'domestic_violence';
  const incidents = amountOf(answers.now, 'type', type);
  const womenKilled = amountOfFacet(answers.women.facets.victim_age, 'killed');
  const byPartner = amountOf(answers.women, 'relationship', 'intimate_partner', 'killed');
  const harmed = t('report.points.domestic.harmed', {
    killed: number(amountOf(answers.now, 'type', type, 'killed'), writing),
    all: number(answers.now.totals.killed, writing),
    injured: number(amountOf(answers.now, 'type', type, 'injured'), writing),
    allInjured: number(answers.now.totals.injured, writing),
  });
  const womenWords = () => {
    if (womenKilled === 0) return t('report.points.domestic.noWomen');
    const values = { count: womenKilled, number: number(womenKilled, writing), partner: number(byPartner, writing) };
    return t(`report.points.domestic.${byPartner === 0 ? 'noPartner' : 'women'}`, values);
  };
  return {
    lead: t('report.points.domestic.lead', { incidents: counted(incidents, writing) }),
    text: incidents === 0 ? womenWords() : `${harmed} ${womenWords()}`,
  };
}

/** Of fewer people than these nothing is said of most of them. */
const leastPeople = 10;

/** Whether those killed or injured are mostly men or women. */
function peoplePoint(brief: Brief, writing: Writing): Point {
  const { t } = writing;
  const rows = peopleRows(brief);
  const all = harmedOf(rows);
  if (all === 0) return { lead: t('report.points.people.none'), text: t('report.points.people.noneText') };
  const [men, women, unknown] = (['men', 'women', 'unknownSex'] as const).map((sex) => harmedOf(rows, [sex])) as [
    number,
    number,
    number,
  ];
  const lead = all < leastPeople ? 'few' : men > all / 2 ? 'men' : women > all / 2 ? 'women' : 'mixed';
  const killed = brief.answers.now.totals.killed;
  const parts = Object.entries({ men, women, unknown } as const).flatMap(([part, count]) =>
    count === 0
      ? []
      : t(`report.points.people.part.${part as 'men' | 'women' | 'unknown'}`, { count, number: number(count, writing) }),
  );
  const sexes = t('report.points.people.sexes', { count: all, all: number(all, writing), parts });
  const killedWomen = number(sumOf(rows, ['women'], 'killed'), writing);
  const ofKilled =
    killed === 0 ? '' : t('report.points.people.killed', { count: killed, all: number(killed, writing), women: killedWomen });
  return { lead: t(`report.points.people.${lead}`, { all: number(all, writing) }), text: [sexes, ofKilled].join(' ').trim() };
}

/** Weapons seized, how many of the seizures were large, the largest class of them, and how many were traced. */
function seizuresPoint(brief: Brief, writing: Writing): Point {
  const { t } = writing;
  const { totals } = brief.answers.seizures;
  const weapons = totals.weapons ?? 0;
  if (totals.incidents === 0) return { lead: t('report.points.seizures.none'), text: t('report.points.seizures.noneText') };
  const lead = t('report.points.seizures.lead', {
    weapons: t('measure.weapons.amount', { count: weapons, number: number(weapons, writing) }),
    incidents: counted(totals.incidents, writing),
  });
  if (weapons === 0) return { lead, text: t('report.points.seizures.noNumbers') };
  const [first] = weaponRows(brief);
  const traced = amountOf(brief.answers.seizures, 'traced', 'yes', 'weapons');
  const largest =
    first === undefined || first.code === 'rest' || first.now === 0
      ? []
      : [
          t('report.points.seizures.largest', {
            weapon: writing.terms.label('weapon_class', first.code),
            number: number(first.now, writing),
            share: share(first.now, weapons, writing),
          }),
        ];
  // Not reported is not the same as not traced.
  const isTraceReported = traced + amountOf(brief.answers.seizures, 'traced', 'no', 'weapons') > 0;
  const tracedWords = isTraceReported
    ? t('report.points.seizures.traced', { number: number(traced, writing), share: share(traced, weapons, writing) })
    : t('report.points.seizures.traceUnknown');
  const large = brief.answers.largeSeizures.totals.incidents;
  const largeWords = t('report.points.seizures.large', {
    count: large,
    number: number(large, writing),
    least: number(weaponsOfLargeSeizure, writing),
  });
  return { lead, text: [largeWords, ...largest, tracedWords].join(' ') };
}

/** Celebratory and accidental shootings. */
function shootingsPoint({ answers: { now } }: Brief, writing: Writing): Point {
  const { t } = writing;
  const of = (type: IncidentType) => ({
    incidents: counted(amountOf(now, 'type', type), writing),
    killed: number(amountOf(now, 'type', type, 'killed'), writing),
    injured: number(amountOf(now, 'type', type, 'injured'), writing),
  });
  const accidental = amountOf(now, 'type', 'accidental_shooting');
  const celebratory = amountOf(now, 'type', 'celebratory_shooting');
  return {
    lead: t('report.points.shootings.lead', of('celebratory_shooting')),
    text: [
      ...(celebratory === 0 ? [] : [t('report.points.shootings.harmed', of('celebratory_shooting'))]),
      t(`report.points.shootings.${accidental === 0 ? 'noAccidental' : 'accidental'}`, of('accidental_shooting')),
    ].join(' '),
  };
}

/** In how many incidents a weapon was held illegally. */
function legalPoint({ answers: { now } }: Brief, writing: Writing): Point {
  const { t } = writing;
  const of = (status: 'illegal' | 'legal' | 'not_reported') => {
    const count = amountOf(now, 'legal', status);
    return t('report.points.legal.part', { number: number(count, writing), share: share(count, now.totals.incidents, writing) });
  };
  if (now.totals.incidents === 0) return { lead: t('report.points.legal.none'), text: '' };
  const values = { illegal: of('illegal'), legal: of('legal'), unknown: of('not_reported') };
  const isMostlyUnknown = amountOf(now, 'legal', 'not_reported') > now.totals.incidents / 2;
  const kind = isMostlyUnknown ? 'unknown' : 'known';
  return { lead: t(`report.points.legal.${kind}.lead`, values), text: t(`report.points.legal.${kind}.text`, values) };
}

function number(count: number, { format }: Writing): string {
  return format.number.count(count);
}

function counted(count: number, { t, format }: Writing): string {
  return t('measure.incidents.amount', { count, number: format.number.count(count) });
}

function share(part: number, whole: number, { format }: Writing): string {
  return format.number.share(whole === 0 ? 0 : part / whole);
}

function amountOfFacet(values: Brief['answers']['now']['facets'][string] | undefined, measure: 'killed' | 'injured'): number {
  return (values ?? []).reduce((sum, value) => sum + value[measure], 0);
}
