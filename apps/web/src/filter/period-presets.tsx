import { lastTwelveMonths } from '@monitor/findings';
import type { Period } from '@monitor/domain';
import { ChevronDown } from 'lucide-react';
import buttons from '../controls/button.module.css';
import { MenuOpener } from '../controls/opener.tsx';
import kit from '../styles/kit.module.css';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { setPeriod } from './filter-actions.ts';
import styles from './period-section.module.css';
import { presetOf, yearPeriod, yearsOf } from './preset-periods.ts';
import { useExplore } from './use-explore.ts';

export function PeriodPresets({ coverage }: { coverage: Period | undefined }) {
  const { t } = useTranslation();
  const { filter, act } = useExplore();
  const preset = presetOf(filter, coverage);
  return (
    <fieldset className={`${kit.wrap} ${kit.top2} ${styles.presets}`} aria-label={t('period.presets')}>
      <YearPreset coverage={coverage} pressed={preset === 'year'} />
      <button
        type="button"
        className={`${buttons.choice} ${kit.small}`}
        aria-pressed={preset === 'twelve_months'}
        disabled={coverage === undefined}
        onClick={() => coverage && act(setPeriod(lastTwelveMonths(coverage)))}
      >
        {t('period.twelveMonths')}
      </button>
      <button
        type="button"
        className={`${buttons.choice} ${kit.small}`}
        aria-pressed={preset === 'all'}
        onClick={() => act(setPeriod({}))}
      >
        {t('period.all')}
      </button>
      {preset === 'custom' ? (
        <span className={`${buttons.choice} ${kit.small}`} data-chosen>
          {t('period.custom')}
        </span>
      ) : null}
    </fieldset>
  );
}

/** Chooses one calendar year of the data. */
function YearPreset({ coverage, pressed }: { coverage: Period | undefined; pressed: boolean }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { filter, act } = useExplore();
  const shown = pressed && filter.from !== undefined ? date.year(filter.from) : t('period.year');
  return (
    <MenuOpener
      label={t('period.chooseYear')}
      name={pressed ? `${t('period.chooseYear')}: ${shown}` : t('period.chooseYear')}
      className={`${buttons.choice} ${kit.small}`}
      isChosen={pressed}
      isDisabled={coverage === undefined}
      words={
        <>
          {shown} <ChevronDown size={12} aria-hidden="true" />
        </>
      }
      placement="bottom start"
      groups={[
        {
          options: (coverage === undefined ? [] : yearsOf(coverage)).map((year) => ({
            value: String(year),
            label: date.year(`${year}-01-01`),
          })),
          onChoose: (year) => coverage && act(setPeriod(yearPeriod(Number(year), coverage))),
        },
      ]}
    />
  );
}
