import type { IsoDate, Period } from '@monitor/domain';
import { useFormat } from '../format/use-format.ts';
import { loadedPart } from '../controls/loaded-part.tsx';
import { NoteOpener } from '../controls/opener.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import fields from '../controls/field.module.css';
import kit from '../styles/kit.module.css';
import styles from './period-section.module.css';

const DayPicker = loadedPart(() => import('./day-picker.tsx'), <Loading />);

/** The first or the last day of the filter: a button that says it, and a calendar to choose or type another. */
export function DayField({
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
