import { CalendarDate, getLocalTimeZone, parseDate, today } from '@internationalized/date';
import type { IsoDate, Period } from '@monitor/domain';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
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
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { useFormat } from '../format/use-format.ts';

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
            {(day) => (
              <CalendarCell className={`${kit.ringInside} ${kit.centre} ${kit.press} ${kit.rounded} ${styles.cell}`} date={day} />
            )}
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

/** The day that the parts of a field say, as they are seen: null while one is missing, undefined if no calendar has it. */
function writtenDay(segments: readonly { type: string; value?: number | null; isPlaceholder: boolean }[]) {
  if (segments.some(({ isPlaceholder }) => isPlaceholder)) return null;
  const part = (type: string) => segments.find((segment) => segment.type === type)?.value ?? 0;
  const [year, month, day] = [part('year'), part('month'), part('day')];
  // The library takes the nearest day that there is.
  const nearest = new CalendarDate(year, month, day);
  return nearest.day === day && nearest.month === month && nearest.year === year ? nearest : undefined;
}

/** A day to type, and what is wrong with it where it cannot be used. */
function TypedDay({
  value,
  possible,
  onLook,
  onUse,
}: {
  value: IsoDate | undefined;
  /** First and last day that can be chosen. */
  possible: Period;
  /** Called with each day that is typed, before it is used. */
  onLook: (day: CalendarDate) => void;
  onUse: (day: IsoDate) => void;
}) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(() => (value === undefined ? null : parseDate(value)));
  const isPossible = (day: CalendarDate) => day.toString() >= possible.from && day.toString() <= possible.to;
  // A year of fewer digits is still being typed.
  const isOutside = (day: CalendarDate) => !isPossible(day) && day.year > 999;
  return (
    <DateField
      aria-label={t('period.type')}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens a field of a day wants to type one, or comes to the calendar with the next Tab
      autoFocus
      value={typed}
      isInvalid={typed !== null && isOutside(typed)}
      onKeyDown={({ key }) => {
        // The parts of a day are not input elements, so the browser does not submit the form on Enter.
        if (key === 'Enter') form.current?.requestSubmit();
      }}
      onChange={(day) => {
        setTyped(day);
        if (day !== null && isPossible(day)) onLook(day);
      }}
    >
      {({ state }) => {
        // Not the value of the field, which stays the last possible one while another is typed over it.
        const written = writtenDay(state.segments);
        const usable = written !== null && written !== undefined && isPossible(written);
        const submit = (event: FormEvent) => {
          event.preventDefault();
          if (usable) onUse(written.toString());
        };
        return (
          <form ref={form} onSubmit={submit}>
            <div className={kit.tools}>
              <DateInput className={`${kit.rounded} ${kit.flex} ${kit.stretch} ${styles.input}`}>
                {(segment) => <DateSegment className={styles.segment} segment={segment} />}
              </DateInput>
              <button type="submit" className={buttons.primary} disabled={!usable}>
                {t('period.use')}
              </button>
            </div>
            {written === undefined ? (
              <p className={`${kit.small} ${kit.strong} ${kit.top2}`} role="alert">
                {t('period.impossible')}
              </p>
            ) : null}
            {written && isOutside(written) ? (
              <p className={`${kit.small} ${kit.strong} ${kit.top2}`} role="alert">
                {t('period.outside', { from: date.day(possible.from), to: date.day(possible.to) })}
              </p>
            ) : null}
          </form>
        );
      }}
    </DateField>
  );
}
