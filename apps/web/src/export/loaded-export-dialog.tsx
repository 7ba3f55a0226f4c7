import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import { loadedPart } from '../controls/loaded-part.tsx';
import styles from './loaded-export-dialog.module.css';
import overlays from '../controls/overlay.module.css';

/** The dialog of an export. Its program is loaded when it is first opened; it can be closed before that, too, and where that failed. */
export const ExportDialog = loadedPart(() => import('./export-dialog.tsx'), <Loading />, Frame);

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
