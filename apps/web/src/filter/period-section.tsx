import type { Period } from '@monitor/domain';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { DayField } from './day-field.tsx';
import { setPeriod } from './filter-actions.ts';
import { FilterSection } from './filter-section.tsx';
import { PeriodPresets } from './period-presets.tsx';
import styles from './period-section.module.css';
import kit from '../styles/kit.module.css';
import { useExplore } from './use-explore.ts';

/** First and last day, and periods that one press chooses. */
export function PeriodSection({ coverage }: { coverage: Period | undefined }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { filter, act } = useExplore();
  const { from, to } = filter;
  return (
    <FilterSection title={t('filter.period')} names={['from', 'to']} startsOpen counted={false}>
      {() => (
        <>
          <div className={`${kit.stack} ${styles.days}`}>
            <DayField
              end="first"
              value={from}
              otherwise={coverage?.from}
              coverage={coverage}
              onChange={(day) => act(setPeriod({ from: day, to }))}
            />
            <span aria-hidden="true">–</span>
            <DayField
              end="last"
              value={to}
              otherwise={coverage?.to}
              coverage={coverage}
              onChange={(day) => act(setPeriod({ from, to: day }))}
            />
          </div>
          <PeriodPresets coverage={coverage} />
          {coverage === undefined ? null : (
            <p className={`${kit.hint} ${kit.top2}`}>
              {t('period.coverage', { from: date.day(coverage.from), to: date.day(coverage.to) })}
            </p>
          )}
        </>
      )}
    </FilterSection>
  );
}
