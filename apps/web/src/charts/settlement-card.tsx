import { filterQuery, type SettlementRanking } from '@monitor/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureWords } from '../answers/failure-words.ts';
import type { Answers } from '../answers/use-answers.ts';
import { queries } from '../api/queries.ts';
import { useLastAnswer } from '../api/use-last-answer.ts';
import { useDebounced } from '../controls/use-debounced.ts';
import { clear, setPlace } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { BarCard } from './bar-card.tsx';
import { barReading, type BarRow } from './bar-rows.ts';
import { barReadingText } from './bar-words.ts';
import { ShownAs } from './shown-as.tsx';

type Settlement = SettlementRanking['settlements'][number];

const length = 10;

/** Milliseconds that a filter rests before settlements are ranked again: the database does that, and the timeline may be moving. */
const pause = 300;

/** Settlements ranked by the measure. They have no rates, since there are no reliable figures for their population. */
export function SettlementCard({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { filter, act } = useExplore();
  const { filterOfFigures, measure } = answers;
  const wanted = filterQuery(filterOfFigures);
  const rested = useDebounced(wanted, pause);
  const { data, outdated, error } = useLastAnswer(useQuery(queries.settlements(rested, measure)));
  const oneLocation = filterOfFigures.country?.length === 1;
  const nameOf = ({ name, country }: Settlement) => (oneLocation ? name : `${name}, ${terms.place(country)}`);
  const chosen = filter.bbox?.join();
  const found = new Map((data?.settlements ?? []).map((one) => [keyOf(one), one]));
  const bars = [...found].map(([value, one]) => ({
    value,
    amount: one.amount,
    label: nameOf(one),
    text: number.count(one.amount),
    token: '--ink-blue' as const,
    swatch: false,
    pressed: one.bbox !== null && one.bbox.join() === chosen,
    muted: false,
  }));
  const failure = error === null ? undefined : failureWords(error, t).text;
  const measured = t(`measure.${measure}.name`);
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
      controls={<ShownAs choice="regions" />}
      onPress={({ value, pressed }) => {
        const box = found.get(value)?.bbox;
        // Where no incident has a public point, there is no area to choose.
        if (box) act(pressed ? clear('bbox') : setPlace(box));
      }}
    />
  );

  function readingOf({ settlements }: SettlementRanking): string {
    const rows: BarRow[] = settlements.map((one) => ({ value: keyOf(one), amount: one.amount }));
    // As of locations, of which one has the most.
    const asked = { dimension: 'country', measure, chosen: 0, incidents: 0 } as const;
    return barReadingText(barReading(rows, [], false), asked, (value) => nameOf(found.get(value)!), t, number);
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

function keyOf({ country, region, name }: Settlement): string {
  return [country, region, name].join(' ');
}
