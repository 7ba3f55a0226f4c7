import { lastTwelveMonths } from '@monitor/findings';
import type { Period } from '@monitor/domain';
import { ChevronDown } from 'lucide-react';
import buttons from '../controls/button.module.css';
import { MenuOpener } from '../controls/opener.tsx';
import kit from '../styles/kit.module.css';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { setPeriod } from './filter-actions.ts';
import { presetOf, yearPeriod, yearsOf } from './preset-periods.ts';
import { useExplore } from './use-explore.ts';

/** Chooses the last twelve months, all of the data or one calendar year of it. */
export function PeriodPresets({ coverage }: { coverage: Period | undefined }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { filter, act } = useExplore();
  const preset = presetOf(filter, coverage);
  const value = preset === 'year' ? filter.from?.slice(0, 4) : preset;
  const options = [
    { value: 'twelve_months', label: t('period.twelveMonths') },
    { value: 'all', label: t('period.all') },
    ...(coverage === undefined ? [] : yearsOf(coverage)).map((year) => ({
      value: String(year),
      label: date.year(`${year}-01-01`),
    })),
  ];
  const shown = options.find((option) => option.value === value)?.label ?? t('period.custom');
  const choose = (chosen: string) => {
    if (chosen === 'all') act(setPeriod({}));
    else if (coverage !== undefined)
      act(setPeriod(chosen === 'twelve_months' ? lastTwelveMonths(coverage) : yearPeriod(Number(chosen), coverage)));
  };
  return (
    <div className={kit.top2}>
      <MenuOpener
        label={t('period.presets')}
        name={`${t('period.presets')}: ${shown}`}
        className={`${buttons.choice} ${kit.small}`}
        isChosen={preset !== 'custom'}
        isDisabled={coverage === undefined}
        words={
          <>
            {shown} <ChevronDown size={12} aria-hidden="true" />
          </>
        }
        placement="bottom start"
        groups={[{ value, options, onChoose: choose }]}
      />
    </div>
  );
}
