import { CalendarDate, parseDate } from '@internationalized/date';
import { earliestDate, type IsoDate, type Period } from '@monitor/domain';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type FormEvent, useState } from 'react';
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
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import styles from './day-picker.module.css';
import { yearsOf } from './preset-periods.ts';

/** A day to type or to choose from a calendar. Loaded when first opened. */
export default function DayPicker({
  value,
  shown,
  coverage,
  onChoose,
}: {
  value: IsoDate | undefined;
  /** The day that the calendar opens at. */
  shown: IsoDate | undefined;
  coverage: Period | undefined;
  onChoose: (day: IsoDate | undefined) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(() => (value === undefined ? null : parseDate(value)));
  const [focused, setFocused] = useState(() => (shown === undefined ? new CalendarDate(2020, 1, 1) : parseDate(shown)));
  const least = parseDate(earliestDate);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed !== null && typed.compare(least) >= 0) onChoose(typed.toString());
  };
  return (
    <div className={styles.picker}>
      <form className={styles.typed} onSubmit={submit}>
        <DateField
          className={styles.field}
          aria-label={t('period.type')}
          value={typed}
          onChange={(day) => {
            setTyped(day);
            if (day !== null && day.compare(least) >= 0) setFocused(day);
          }}
        >
          <DateInput className={styles.input}>
            {(segment) => <DateSegment className={styles.segment} segment={segment} />}
          </DateInput>
        </DateField>
        <button type="submit" className={buttons.primary} disabled={typed === null || typed.compare(least) < 0}>
          {t('period.use')}
        </button>
      </form>
      <Calendar
        className={styles.calendar}
        aria-label={t('period.calendar')}
        value={value === undefined ? null : parseDate(value)}
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
        {t('period.noLimit')}
      </button>
    </div>
  );
}

/** The years of the data, and the one that the calendar shows where it is none of them. */
function yearsAround(year: number, coverage: Period): number[] {
  const years = yearsOf(coverage);
  return years.includes(year) ? years : [...years, year].toSorted((one, other) => other - one);
}
