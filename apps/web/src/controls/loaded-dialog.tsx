import { X } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import buttons from './button.module.css';
import styles from './loaded-dialog.module.css';
import { loadedPart } from './loaded-part.tsx';
import overlays from './overlay.module.css';

/** A dialog whose content is loaded when it is first opened; it can be closed before that, too, and where that failed. */
export function loadedDialog<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ReturnType<typeof loadedPart<Props>> {
  return loadedPart(load, <Loading />, Frame);
}

function Frame({ what, children }: { what: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Dialog className={overlays.dialog} aria-label={what}>
      {({ close }) => (
        <>
          <button type="button" className={`${buttons.icon} ${styles.close}`} aria-label={t('dialog.close')} onClick={close}>
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
