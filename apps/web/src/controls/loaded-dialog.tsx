import { X } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import buttons from './button.module.css';
import { loadedPart } from './loaded-part.tsx';
import styles from './loaded-dialog.module.css';
import overlays from './overlay.module.css';

/** A dialog whose program is loaded when it is first opened. It can be closed before that, too, and where that failed. */
export function loadedDialog<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>) {
  return loadedPart(load, <Loading />, Frame);
}

function Frame({ what, children }: { what: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Dialog className={overlays.dialog} aria-label={what}>
      {({ close }) => (
        <>
          <button type="button" className={`${buttons.icon} ${styles.close}`} aria-label={t('export.close')} onClick={close}>
            <X size={18} aria-hidden="true" />
          </button>
          {children}
        </>
      )}
    </Dialog>
  );
}

function Loading() {
  const { t } = useTranslation();
  return <p className={styles.loading}>{t('state.loading')}</p>;
}
