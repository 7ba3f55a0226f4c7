import { filterQuery, type SettlementRanking } from '@monitor/contract';
import {
  barReading,
  barReadingText,
  type BarRow,
  countedKey,
  dispersionOf,
  isNotReported,
  pairNote,
  uncomparedWords,
} from '@monitor/findings';
import { rateRatio } from '@monitor/statistics';
import { useQuery } from '@tanstack/react-query';
import { whatFailed } from '../sections/state-notice.tsx';
import { type Answers, comparisonOf } from '../filter/use-answers.ts';
import { queries } from '../api/queries.ts';
import { useLastAnswer } from '../api/use-last-answer.ts';
import { useDebounced } from '../controls/use-debounced.ts';
import { clear, setPlace } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { BarCard } from './bar-card.tsx';
import type { OtherBar } from './bar-layout.ts';
import { ShownAsMenu } from './shown-as-menu.tsx';

type Settlement = SettlementRanking['settlements'][number];

const length = 10;

/** Milliseconds that a filter rests before settlements are ranked again: the database does that, and the timeline may be moving. */
const pause = 300;

/** Settlements ranked by the measure. They have no rates, since there are no reliable figures for their population. */
export function SettlementCard({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { number } = voice;
  const { filter, act } = useExplore();
  const { filterOfFigures, measure } = answers;
  const wanted = filterQuery(filterOfFigures);
  const rested = useDebounced(wanted, pause);
  const { data, outdated, error } = useLastAnswer(useQuery(queries.settlements(rested, measure)));
  const otherOf = useOtherSettlements(answers);
  const oneLocation = filterOfFigures.country?.length === 1;
  const nameOf = ({ name, country }: Settlement) => (oneLocation ? name : `${name}, ${voice.place(country)}`);
  const chosen = filter.bbox?.join();
  const found = new Map((data?.settlements ?? []).map((one) => [keyOf(one), one]));
  const { others } = otherOf;
  const all = new Map([...found, ...[...others].filter(([key]) => !found.has(key))]);
  const bars = [...all].map(([value, one]) => ({
    value,
    amount: found.get(value)?.amount ?? 0,
    label: nameOf(one),
    text: found.has(value) ? number.count(one.amount) : '–',
    other: otherOf.bar(found.get(value), others.get(value), data),
    token: '--ink-blue' as const,
    swatch: false,
    pressed: one.bbox !== null && one.bbox.join() === chosen,
    muted: false,
  }));
  const failure = error === null ? undefined : whatFailed(error, t).text;
  const measured = t(countedKey(answers.kind, measure, 'name'));
  return (
    <BarCard
      name="settlement"
      title={t(`chart.by.settlement.${measure === 'incidents' ? 'incidents' : 'others'}`, { measure: measured })}
      reading={data === undefined ? failure : readingOf(data)}
      bars={data === undefined ? undefined : bars}
      valueLabel={t('chart.by.settlement.name')}
      hasChosen={false}
      length={length}
      notes={data === undefined ? [] : notesOf(data)}
      amountText={number.count}
      amountLabel={measured}
      outdated={outdated || rested !== wanted}
      controls={<ShownAsMenu choice="regions" />}
      onPress={({ value, pressed }) => {
        const box = all.get(value)?.bbox;
        // Where no incident has a public point, there is no area to choose.
        if (box) act(pressed ? clear('bbox') : setPlace(box));
      }}
    />
  );

  function readingOf({ settlements, inSettlements, elsewhere }: SettlementRanking): string {
    const rows: BarRow[] = settlements.map((one) => ({ value: keyOf(one), amount: one.amount }));
    // As of locations, of which one has the most.
    const asked = { dimension: 'country', measure, chosen: 0 } as const;
    const { totals } = answers.summary.data ?? {};
    const whole = {
      total: inSettlements.amount + elsewhere.amount,
      dispersion: totals === undefined ? 1 : dispersionOf(totals, measure),
    };
    const many = t(`measure.${measure}.many`);
    if (totals !== undefined && isNotReported(totals, measure)) return t('summary.finding.notReported', { many });
    if (rows.length === 0 && whole.total > 0) return t('chart.by.noneKnown', { many });
    return barReadingText(barReading(rows, [], whole), asked, (value) => nameOf(found.get(value)!), voice);
  }

  function notesOf({ settlements, inSettlements, elsewhere }: SettlementRanking): string[] {
    const more = inSettlements.settlements - settlements.length;
    const { incidents } = elsewhere;
    return [
      ...(settlements.length > 0 ? [t('chart.by.settlement.noRate')] : []),
      ...(more > 0 ? [t('chart.by.settlement.more', { count: more, number: number.count(more) })] : []),
      ...(incidents > 0 ? [t('chart.by.settlement.elsewhere', { count: incidents, number: number.count(incidents) })] : []),
    ];
  }
}

/** The settlements of what is compared with, and their part of a bar; nothing if nothing is. */
function useOtherSettlements(answers: Answers) {
  const { t } = useTranslation();
  const voice = useVoice();
  const { against, measure } = answers;
  const wanted = filterQuery(against?.filterOfFigures ?? {});
  const rested = useDebounced(wanted, pause);
  const { data } = useLastAnswer(useQuery({ ...queries.settlements(rested, measure), enabled: against !== undefined }));
  const shown = against === undefined ? undefined : data;
  const others = new Map((shown?.settlements ?? []).map((one) => [keyOf(one), one]));
  const comparison = comparisonOf(answers);
  const uncompared = comparison && uncomparedWords(comparison, measure, voice);
  const days = uncompared === undefined ? comparison?.days : undefined;
  const dispersionsOf = [answers, against].map((one) =>
    one?.summary.data === undefined ? 1 : dispersionOf(one.summary.data.totals, measure),
  );
  function bar(a: Settlement | undefined, b: Settlement | undefined, ofA: SettlementRanking | undefined): OtherBar | undefined {
    if (shown === undefined) return undefined;
    const text = b === undefined ? '–' : voice.number.count(b.amount);
    const missing = a === undefined && !isWhole(ofA) ? 'a' : b === undefined && !isWhole(shown) ? 'b' : undefined;
    if (missing !== undefined)
      return { amount: b?.amount, text, note: t('compare.notListed', { side: t(`compare.side.${missing}`) }), isClear: false };
    const change =
      days === undefined
        ? undefined
        : rateRatio(
            { events: a?.amount ?? 0, exposure: days[0], dispersion: dispersionsOf[0] ?? 1 },
            { events: b?.amount ?? 0, exposure: days[1], dispersion: dispersionsOf[1] ?? 1 },
          );
    const note = uncompared?.note ?? pairNote({ amounts: [a?.amount ?? 0, b?.amount ?? 0], change }, voice);
    // Among so many settlements, some ratios leave out 1 by chance.
    return {
      amount: b?.amount ?? 0,
      text: b === undefined ? '0' : text,
      note,
      isClear: false,
      ratio: change?.kind === 'change' ? change : undefined,
    };
  }
  return { others, bar };
}

/** Whether a ranking has all settlements: one that it lacks then has none. */
function isWhole(ranking: SettlementRanking | undefined): boolean {
  return ranking !== undefined && ranking.settlements.length >= ranking.inSettlements.settlements;
}

function keyOf({ country, region, name }: Settlement): string {
  return [country, region, name].join(' ');
}
