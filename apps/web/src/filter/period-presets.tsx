import type { Period } from '@monitor/domain';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import buttons from '../controls/button.module.css';
import { NoteOpener } from '../controls/opener.tsx';
import kit from '../styles/kit.module.css';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { setPeriod } from './filter-actions.ts';
import styles from './period-section.module.css';
import { lastYearOf, presetOf, yearsOf, yearsPeriod } from './preset-periods.ts';
import { useExplore } from './use-explore.ts';

/** Chooses the last twelve months, all of the data or calendar years of it. */
export function PeriodPresets({ coverage }: { coverage: Period | undefined }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { filter, act } = useExplore();
  const { from, to } = filter;
  const preset = presetOf(filter, coverage);
  const shown =
    preset === 'all'
      ? t('period.all')
      : preset === 'twelve_months'
        ? t('period.twelveMonths')
        : from === undefined || to === undefined
          ? t('period.custom')
          : date.period(from, to);
  return (
    <NoteOpener
      label={t('period.presets')}
      name={`${t('period.presets')}: ${shown}`}
      className={`${buttons.choice} ${kit.small}`}
      isDisabled={coverage === undefined}
      words={
        <>
          {shown} <ChevronDown size={12} aria-hidden="true" />
        </>
      }
      placement="bottom start"
    >
      {(close) =>
        coverage === undefined ? null : (
          <Presets
            coverage={coverage}
            chosen={preset}
            period={from !== undefined && to !== undefined ? { from, to } : undefined}
            onChoose={(period, isDone) => {
              act(setPeriod(period));
              if (isDone) close();
            }}
          />
        )
      }
    </NoteOpener>
  );
}

/** The first year that is pressed is chosen alone, and a second one makes a range of the two. */
function Presets({
  coverage,
  chosen,
  period,
  onChoose,
}: {
  coverage: Period;
  chosen: ReturnType<typeof presetOf>;
  period: Period | undefined;
  onChoose: (period: Partial<Period>, isDone: boolean) => void;
}) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const [first, setFirst] = useState<number>();
  const press = (year: number) => {
    setFirst(year);
    onChoose(yearsPeriod(first ?? year, year, coverage), first !== undefined);
  };
  return (
    <div className={kit.pad}>
      <div className={styles.years}>
        {(['twelve_months', 'all'] as const).map((name) => {
          const own = name === 'all' ? {} : lastYearOf(coverage);
          return own === undefined ? null : (
            <button
              key={name}
              type="button"
              className={buttons.choice}
              aria-pressed={chosen === name}
              onClick={() => onChoose(own, true)}
            >
              {t(name === 'all' ? 'period.all' : 'period.twelveMonths')}
            </button>
          );
        })}
      </div>
      <p className={`${kit.note} ${kit.top3} ${kit.bottom2}`}>{t('period.years')}</p>
      <div className={styles.years}>
        {yearsOf(coverage).map((year) => (
          <button
            key={year}
            type="button"
            className={buttons.choice}
            aria-pressed={
              chosen === 'years' && period !== undefined && period.from <= `${year}-12-31` && period.to >= `${year}-01-01`
            }
            onClick={() => press(year)}
          >
            {date.year(`${year}-01-01`)}
          </button>
        ))}
      </div>
    </div>
  );
}
