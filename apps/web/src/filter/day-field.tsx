import type { IsoDate, Period } from '@monitor/domain';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { useFormat } from '../format/use-format.ts';
import { loadedPart } from '../controls/loaded-part.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import fields from '../controls/field.module.css';
import popovers from '../controls/popover.module.css';
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
  const [open, setOpen] = useState(false);
  const label = t(`period.${end}.label`);
  const shown = value ?? otherwise;
  const choose = (day: IsoDate | undefined) => {
    setOpen(false);
    onChange(day);
  };
  const said = shown === undefined ? '…' : date.day(shown);
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button
        className={`${kit.box} ${fields.input} ${kit.start} ${kit.nowrap} ${styles.day}`}
        data-open={value === undefined || undefined}
        aria-label={value === undefined ? t(`period.${end}.open`, { day: said }) : `${label}: ${said}`}
      >
        {said}
      </Button>
      <Popover className={`${kit.raised} ${popovers.popover}`} placement="bottom start" offset={4}>
        <Dialog className={popovers.dialog} aria-label={label}>
          <DayPicker
            what={t('period.calendar')}
            value={value}
            coverage={coverage}
            open={t(`period.${end}.none`)}
            onChoose={choose}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Loading() {
  const { t } = useTranslation();
  return <p>{t('state.loading')}</p>;
}
