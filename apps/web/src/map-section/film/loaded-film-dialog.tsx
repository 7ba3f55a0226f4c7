import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import buttons from '../../controls/button.module.css';
import { loadedPart } from '../../controls/loaded-part.tsx';
import overlays from '../../controls/overlay.module.css';
import type { FilmDialogProps } from './film-dialog.tsx';
import styles from './film-dialog.module.css';

/** The dialog of a film. Its program is loaded when it is first opened; it can be closed before that, too, and where that failed. */
const FilmDialog = loadedPart<FilmDialogProps>(() => import('./film-dialog.tsx'), <Loading />, Frame);

/** It closes by its buttons and by Escape alone: a press beside it would give up a film. */
export function FilmOverlay({ open, ...props }: FilmDialogProps & { readonly open: boolean }) {
  const { t } = useTranslation('map');
  return (
    <ModalOverlay className={overlays.scrim} isOpen={open} onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Modal className={overlays.box}>
        <FilmDialog what={t('film.title')} {...props} />
      </Modal>
    </ModalOverlay>
  );
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
