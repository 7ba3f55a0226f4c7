import { useMediaQuery } from '../controls/use-media-query.ts';
import type { Answers, OneSide } from '../answers/use-answers.ts';
import { weekNotes, weekReadingText } from '@monitor/findings';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { ChartCard } from './chart-card.tsx';
import styles from './week-card.module.css';
import kit from '../styles/kit.module.css';
import { weekGrid } from './week-grid.ts';
import { WeekHeat } from './week-heat.tsx';
import { weekLayout } from './week-layout.ts';
import { WeekPicture } from './week-picture.tsx';
import { largestCell, stepText, weekLegendText, weekTable } from './week-words.ts';

const phone = '(max-width: 520px)';
/** Width of the picture in a file, in pixels: with room for numbers of three digits in its cells. */
const paperWidth = 640;

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

function WeekOf({ title, answers }: { title: string; answers: OneSide }) {
  const { t } = useTranslation();
  const voice = useVoice();
  const hoursPerCell = useMediaQuery(phone) ? 3 : 1;
  const { data, outdated } = answers.summary;
  const hours = data?.hours;
  if (hours === undefined) {
    return (
      <ChartCard title={title} reading={undefined} table={undefined} onPaper={undefined} outdated={outdated}>
        {null}
      </ChartCard>
    );
  }
  const grid = weekGrid(hours, hoursPerCell);
  return (
    <ChartCard
      title={title}
      reading={weekReadingText(hours, data?.period ?? null, voice)}
      outdated={outdated}
      filter={answers.filterOfFigures}
      legend={hours.known === 0 ? undefined : weekLegendText(grid, t, voice)}
      notes={weekNotes(hours, voice)}
      table={weekTable(hours, t, voice)}
      onPaper={<WeekPicture grid={grid} layout={weekLayout(grid, paperWidth, largestCell(grid, voice))} />}
    >
      {hours.known === 0 ? null : (
        <>
          <WeekHeat grid={grid} />
          <ul className={`${kit.wrap} ${kit.note} ${kit.top1} ${kit.keys} ${styles.scale}`} aria-label={t('chart.week.scale')}>
            {grid.scale.map((step) => (
              <li key={step.strength} data-strength={step.strength}>
                {stepText(step, t, voice)}
              </li>
            ))}
          </ul>
        </>
      )}
    </ChartCard>
  );
}
