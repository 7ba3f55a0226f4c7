import { weekNotes, weekReadingText } from '@monitor/findings';
import type { Answers, OneSide } from '../filter/use-answers.ts';
import { useMediaQuery } from '../controls/use-media-query.ts';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { WeekHeatCard } from './week-heat.tsx';

/** Hours of a cell: more where there is room for few. */
export function useHoursPerCell(): number {
  return useMediaQuery('(max-width: 520px)') ? 3 : 1;
}

/** Incidents by weekday and hour of the day: of both sides where two are compared, since a cell has few incidents to divide. */
export default function WeekCard({ title, answers }: { title: string; answers: Answers }) {
  const { t } = useTranslation();
  const { against } = answers;
  if (against === undefined) return <WeekOf title={title} answers={answers} />;
  return (['a', 'b'] as const).map((side) => (
    <WeekOf
      key={side}
      title={t('compare.titleOf', { title, side: t(`compare.side.${side}`) })}
      answers={side === 'a' ? answers : against}
    />
  ));
}

function WeekOf({ title, answers: { summary, filterOfFigures } }: { title: string; answers: OneSide }) {
  const voice = useVoice();
  const hoursPerCell = useHoursPerCell();
  const hours = summary.data?.hours;
  return (
    <WeekHeatCard
      title={title}
      reading={hours && weekReadingText(hours, summary.data?.period ?? null, voice)}
      outdated={summary.outdated}
      filter={filterOfFigures}
      notes={hours && weekNotes(hours, voice)}
      hours={hours}
      hoursPerCell={hoursPerCell}
    />
  );
}
