import { lastTwelveMonths } from '@monitor/findings';
import type { Period } from '@monitor/domain';
import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import buttons from '../controls/button.module.css';
import menus from '../controls/choice-menu.module.css';
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
    <fieldset className={styles.presets} aria-label={t('period.presets')}>
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
    <MenuTrigger>
      <Button
        className={`${buttons.choice} ${kit.small}`}
        data-chosen={pressed || undefined}
        isDisabled={coverage === undefined}
        aria-label={pressed ? `${t('period.chooseYear')}: ${shown}` : t('period.chooseYear')}
      >
        {shown} <ChevronDown size={12} aria-hidden="true" />
      </Button>
      <Popover className={`${kit.raised} ${menus.popover}`} placement="bottom start" offset={4}>
        <Menu
          className={menus.menu}
          aria-label={t('period.chooseYear')}
          onAction={(year) => coverage && act(setPeriod(yearPeriod(Number(year), coverage)))}
        >
          {(coverage === undefined ? [] : yearsOf(coverage)).map((year) => (
            <MenuItem key={year} id={year} className={`${kit.ringInside} ${kit.press} ${menus.item}`}>
              {date.year(`${year}-01-01`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
