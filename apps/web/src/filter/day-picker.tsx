import { CalendarDate, getLocalTimeZone, parseDate, today } from '@internationalized/date';
import type { IsoDate, Period } from '@monitor/domain';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import styles from './day-picker.module.css';
import { possibleDays, yearsOf } from './preset-periods.ts';
import { TypedDay } from './typed-day.tsx';

/** A day to type or to choose from a calendar. Loaded when first opened. */
export default function DayPicker({
  value,
  shown,
  coverage,
  open,
  onChoose,
}: {
  value: IsoDate | undefined;
  /** The day that the calendar opens at. */
  shown: IsoDate | undefined;
  coverage: Period | undefined;
  /** What choosing no day is called. */
  open: string;
  onChoose: (day: IsoDate | undefined) => void;
}) {
  const { t } = useTranslation();
  const [focused, setFocused] = useState(() => (shown === undefined ? new CalendarDate(2020, 1, 1) : parseDate(shown)));
  const possible = possibleDays(coverage, today(getLocalTimeZone()).year);
  return (
    <div className={styles.picker}>
      <TypedDay value={value} possible={possible} onLook={setFocused} onUse={onChoose} />
      <Calendar
        aria-label={t('period.calendar')}
        value={value === undefined ? null : parseDate(value)}
        minValue={parseDate(possible.from)}
        maxValue={parseDate(possible.to)}
        focusedValue={focused}
        onFocusChange={setFocused}
        onChange={(day) => onChoose(day.toString())}
      >
        <div className={styles.heading}>
          <Button slot="previous" className={buttons.icon}>
            <ChevronLeft size={16} aria-hidden="true" />
          </Button>
          <CalendarHeading className={styles.month} />
          {coverage === undefined ? null : (
            <select
              className={styles.year}
              aria-label={t('period.year')}
              value={focused.year}
              onChange={(event) => setFocused(focused.set({ year: Number(event.target.value) }))}
            >
              {yearsAround(focused.year, coverage).map((year) => (
                <option key={year}>{year}</option>
              ))}
            </select>
          )}
          <Button slot="next" className={buttons.icon}>
            <ChevronRight size={16} aria-hidden="true" />
          </Button>
        </div>
        <CalendarGrid className={styles.grid}>
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className={styles.weekday}>{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>{(day) => <CalendarCell className={styles.cell} date={day} />}</CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      <button type="button" className={buttons.link} onClick={() => onChoose(undefined)}>
        {open}
      </button>
    </div>
  );
}

/** The years of the data, and the one that the calendar shows where it is none of them. */
function yearsAround(year: number, coverage: Period): number[] {
  const years = yearsOf(coverage);
  return years.includes(year) ? years : [...years, year].toSorted((one, other) => other - one);
}
