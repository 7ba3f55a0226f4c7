import { CalendarDate, parseDate } from '@internationalized/date';
import type { IsoDate, Period } from '@monitor/domain';
import { type FormEvent, useRef, useState } from 'react';
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import buttons from '../controls/button.module.css';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './day-picker.module.css';
import kit from '../styles/kit.module.css';

/** The day that the parts of a field say, as they are seen: null while one is missing, undefined where no calendar has it. */
function writtenDay(segments: readonly { type: string; value?: number | null; isPlaceholder: boolean }[]) {
  if (segments.some(({ isPlaceholder }) => isPlaceholder)) return null;
  const part = (type: string) => segments.find((segment) => segment.type === type)?.value ?? 0;
  const [year, month, day] = [part('year'), part('month'), part('day')];
  // The library takes the nearest day that there is.
  const nearest = new CalendarDate(year, month, day);
  return nearest.day === day && nearest.month === month && nearest.year === year ? nearest : undefined;
}

/** A day to type, and what is wrong with it where it cannot be used. */
export function TypedDay({
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
      // Whoever opens a field of a day wants to type one, or comes to the calendar with the next Tab.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
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
              <DateInput className={styles.input}>
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
