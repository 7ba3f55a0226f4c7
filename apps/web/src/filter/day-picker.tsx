import { getLocalTimeZone, parseDate, today } from '@internationalized/date';
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
  CalendarMonthPicker,
} from 'react-aria-components/Calendar';
import fields from '../controls/field.module.css';
import buttons from '../controls/button.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './day-picker.module.css';
import kit from '../styles/kit.module.css';
import { possibleDays, yearsOf } from './preset-periods.ts';
import { TypedDay } from './typed-day.tsx';

/** A day to type or to choose from a calendar, which opens at the chosen day, or else at the end of the data. Loaded when first opened. */
export default function DayPicker({
  value,
  coverage,
  open,
  onChoose,
}: {
  value: IsoDate | undefined;
  coverage: Period | undefined;
  /** What choosing no day is called. */
  open: string;
  onChoose: (day: IsoDate | undefined) => void;
}) {
  const { t } = useTranslation();
  const [focused, setFocused] = useState(() => {
    const opensAt = value ?? coverage?.to;
    return opensAt === undefined ? today(getLocalTimeZone()) : parseDate(opensAt);
  });
  const possible = possibleDays(coverage, today(getLocalTimeZone()).year);
  return (
    <div className={`${kit.stackWide} ${styles.picker}`}>
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
        <div className={`${kit.rowTight} ${kit.bottom1}`}>
          <Button slot="previous" className={buttons.icon}>
            <ChevronLeft size={16} aria-hidden="true" />
          </Button>
          {/* For screen readers, announced when it changes. Others see it in the two lists. */}
          <CalendarHeading className="visually-hidden" />
          <CalendarMonthPicker format="long">
            {({ items, value: month, onChange, ...named }) => (
              <select
                {...named}
                className={`${kit.grow} ${fields.input} ${kit.grow}`}
                value={month}
                onChange={(event) => onChange(Number(event.target.value))}
              >
                {items.map(({ id, formatted }) => (
                  <option key={id} value={id}>
                    {formatted}
                  </option>
                ))}
              </select>
            )}
          </CalendarMonthPicker>
          {coverage === undefined ? null : (
            <select
              className={fields.input}
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
          <CalendarGridHeader>{(day) => <CalendarHeaderCell className={kit.faint}>{day}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>
            {(day) => <CalendarCell className={`${kit.ringInside} ${kit.centre} ${kit.press} ${styles.cell}`} date={day} />}
          </CalendarGridBody>
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
