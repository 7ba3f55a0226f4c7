import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import buttons from '../controls/button.module.css';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './record-bar.module.css';
import kit from '../styles/kit.module.css';
import type { RecordSteps } from './use-record-steps.ts';

/** Previous and next, which of how many this is, and close. */
export function RecordBar({ steps, onClose }: { steps: RecordSteps; onClose: () => void }) {
  const { t } = useTranslation();
  const { previous, next } = steps;
  return (
    <div className={`${kit.rowWide} ${kit.ruled} ${styles.bar}`}>
      <fieldset className={`${kit.rounded} ${kit.flex} ${styles.steps}`} aria-label={t('incident.steps')}>
        <Step label={t('incident.previous')} hint={t('incident.previousKey')} keys="ArrowLeft" go={previous}>
          <ChevronLeft size={18} aria-hidden="true" />
        </Step>
        <Step label={t('incident.next')} hint={t('incident.nextKey')} keys="ArrowRight" go={next}>
          <ChevronRight size={18} aria-hidden="true" />
        </Step>
      </fieldset>
      <p className={`${kit.quiet} ${kit.grow}`} aria-live="polite">
        <Position steps={steps} />
      </p>
      <button
        type="button"
        className={buttons.icon}
        aria-label={t('incident.close')}
        aria-keyshortcuts="Escape"
        title={t('incident.closeKey')}
        onClick={onClose}
      >
        <X size={18} aria-hidden="true" />
      </button>
    </div>
  );
}

interface StepProps {
  readonly label: string;
  /** Its label with the key that does the same. */
  readonly hint: string;
  readonly keys: string;
  readonly go: (() => void) | undefined;
  readonly children: ReactNode;
}

/** If there is no record to go to, the button stays, so that it keeps the focus, and is announced as unavailable. */
function Step({ label, hint, keys, go, children }: StepProps) {
  return (
    <button
      type="button"
      className={buttons.icon}
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-disabled={go === undefined}
      title={hint}
      onClick={go}
    >
      {children}
    </button>
  );
}

function Position({ steps: { position, total, isListed } }: { steps: RecordSteps }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (position !== undefined) {
    return t('incident.position', { position: number.count(position), total: number.count(total) });
  }
  return isListed === false ? t('incident.notListed') : null;
}
