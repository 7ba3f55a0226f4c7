import { type CalendarDate, parseDate } from '@internationalized/date';
import type { IsoDate, Period } from '@monitor/domain';
import { type FormEvent, useState } from 'react';
import { DateField, DateInput, DateSegment } from 'react-aria-components/DateField';
import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import { useFormat } from '../format/use-format.ts';
import styles from './day-picker.module.css';

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
  const [typed, setTyped] = useState(() => (value === undefined ? null : parseDate(value)));
  const isPossible = (day: CalendarDate) => day.toString() >= possible.from && day.toString() <= possible.to;
  const usable = typed !== null && isPossible(typed);
  // A year of fewer digits is still being typed.
  const isWrong = !usable && (typed === null || typed.year > 999);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (usable) onUse(typed.toString());
  };
  const outside = t('period.outside', { from: date.day(possible.from), to: date.day(possible.to) });
  return (
    <form onSubmit={submit}>
      <DateField
        aria-label={t('period.type')}
        value={typed}
        isInvalid={typed !== null && isWrong}
        onChange={(day) => {
          setTyped(day);
          if (day !== null && isPossible(day)) onLook(day);
        }}
      >
        {({ state }) => {
          const full = state.segments.every((segment) => !segment.isPlaceholder);
          // With all its parts typed and yet no date, it is one that no calendar has.
          const problem = !isWrong || !full ? undefined : typed === null ? t('period.impossible') : outside;
          return (
            <>
              <div className={styles.typed}>
                <DateInput className={styles.input}>
                  {(segment) => <DateSegment className={styles.segment} segment={segment} />}
                </DateInput>
                <button type="submit" className={buttons.primary} disabled={!usable}>
                  {t('period.use')}
                </button>
              </div>
              {problem === undefined ? null : (
                <p className={styles.problem} role="alert">
                  {problem}
                </p>
              )}
            </>
          );
        }}
      </DateField>
    </form>
  );
}
