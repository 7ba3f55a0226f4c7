import type { IsoDate, Period } from '@monitor/domain';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { setPeriod } from './filter-actions.ts';
import { FilterSection } from './filter-section.tsx';
import { PeriodPresets } from './period-presets.tsx';
import styles from './period-section.module.css';
import kit from '../styles/kit.module.css';
import { useExplore } from './use-explore.ts';
import { loadedPart } from '../controls/loaded-part.tsx';
import { NoteOpener } from '../controls/opener.tsx';
import fields from '../controls/field.module.css';

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
          <div className={kit.top2}>
            <PeriodPresets coverage={coverage} />
          </div>
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

const DayPicker = loadedPart(() => import('./day-picker.tsx'), <Loading />);

/** The first or the last day of the filter: a button that says it, and a calendar to choose or type another. */
function DayField({
  end,
  value,
  otherwise,
  coverage,
  onChange,
}: {
  end: 'first' | 'last';
  value: IsoDate | undefined;
  /** The day of the data that is shown while none is chosen. */
  otherwise: IsoDate | undefined;
  coverage: Period | undefined;
  onChange: (day: IsoDate | undefined) => void;
}) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const label = t(`period.${end}.label`);
  const shown = value ?? otherwise;
  const said = shown === undefined ? '…' : date.day(shown);
  return (
    <NoteOpener
      label={label}
      name={value === undefined ? t(`period.${end}.open`, { day: said }) : `${label}: ${said}`}
      className={`${kit.box} ${fields.input} ${kit.start} ${kit.nowrap} ${styles.day}`}
      isChosen={value !== undefined}
      words={said}
      placement="bottom start"
    >
      {(close) => (
        <DayPicker
          what={t('period.calendar')}
          value={value}
          coverage={coverage}
          open={t(`period.${end}.none`)}
          onChoose={(day) => {
            close();
            onChange(day);
          }}
        />
      )}
    </NoteOpener>
  );
}

function Loading() {
  const { t } = useTranslation();
  return <p>{t('state.loading')}</p>;
}
