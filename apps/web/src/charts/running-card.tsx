import { uncomparedWords } from '@monitor/findings';
import { type Answers, comparisonOf } from '../filter/use-answers.ts';
import { numberColumn, textColumn } from '../format/chart-table.ts';
import { useFormat } from '../format/use-format.ts';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { Section } from '../sections/section.tsx';
import { FitWidth } from '../pictures/fit-width.tsx';
import { RunningPicture } from './running-picture.tsx';
import { dayTicks, runningTotal, totalAfter } from './running-total.ts';
import kit from '../styles/kit.module.css';
import { useSidesNotes } from './use-sides-notes.ts';

/** The chosen measure of A and B over time: running totals from day 1 of each, since single steps are mostly chance. */
export default function RunningCard({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number, date } = useFormat();
  const { measure, summary, against, coverage } = answers;
  const title = t('compare.running.title', { measure: t(`measure.${measure}.name`) });
  const notes = useSidesNotes(answers);
  const voice = useVoice();
  const [ofA, ofB] = [summary.data, against?.summary.data];
  const comparison = comparisonOf(answers);
  const lacksData = comparison?.change.kind === 'no_data';
  if (!ofA?.period || !ofB?.period || lacksData) {
    return (
      <Section
        form="card"
        title={title}
        reading={lacksData ? uncomparedWords(comparison, measure, voice)?.reading : undefined}
        table={undefined}
        onPaper={undefined}
        outdated={answers.summary.outdated}
      >
        {lacksData ? null : <div className={kit.plot} />}
      </Section>
    );
  }
  const a = runningTotal(ofA.series, ofA.period, measure, coverage?.to);
  const b = runningTotal(ofB.series, ofB.period, measure, against?.coverage?.to);
  const ticks = dayTicks(ofA.period, ofB.period, Math.max(a.days, b.days));
  const [first] = ticks;
  const picture = (width: number) => <RunningPicture a={a} b={b} ticks={ticks} width={width} />;
  const ends = [...new Set([...a.points, ...b.points].map(([days]) => days))]
    .filter((days) => days > 0)
    .toSorted((one, other) => one - other);
  const columns = (['a', 'b'] as const).map((side) =>
    numberColumn(t('compare.bars.column', { measure: t(`measure.${measure}.name`), side: t(`compare.side.${side}`) })),
  );
  return (
    <Section
      form="card"
      title={title}
      reading={
        typeof first?.day === 'string'
          ? t('compare.running.readingSame', { day: date.dayAndMonth(ofA.period.from) })
          : t('compare.running.reading')
      }
      outdated={answers.summary.outdated}
      onPaper={picture}
      legend={t('compare.running.legend')}
      notes={a.isCut || b.isCut ? [t('compare.running.cut')] : []}
      fileNotes={notes}
      table={{
        name: 'running-total',
        columns: [textColumn(t('compare.running.dayColumn')), ...columns],
        rows: ends.map((days) => [
          { text: number.count(days), value: days },
          ...[a, b].map((one) => {
            const total = totalAfter(one, days);
            return { text: total === undefined ? '–' : number.count(total), value: total ?? null };
          }),
        ]),
      }}
    >
      <div className={kit.plot}>
        <FitWidth>{picture}</FitWidth>
      </div>
    </Section>
  );
}
