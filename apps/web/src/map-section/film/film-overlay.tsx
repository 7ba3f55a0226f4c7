import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { loadedDialog } from '../../controls/loaded-dialog.tsx';
import kit from '../../styles/kit.module.css';
import overlays from '../../controls/overlay.module.css';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { FilmDialogProps } from './film-dialog.tsx';

const FilmDialog = loadedDialog<FilmDialogProps>(() => import('./film-dialog.tsx'));

/** It closes by its buttons and by Escape alone: a press beside it would give up a film. */
export function FilmOverlay({
  open,
  onClose,
  ...props
}: FilmDialogProps & { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('map');
  return (
    <ModalOverlay className={`${kit.screenOnly} ${overlays.scrim}`} isOpen={open} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className={overlays.box}>
        <FilmDialog title={t('film.title')} {...props} />
      </Modal>
    </ModalOverlay>
  );
}
