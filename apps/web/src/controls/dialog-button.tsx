import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import kit from '../styles/kit.module.css';
import buttons from './button.module.css';
import styles from './dialog-button.module.css';
import overlays from './overlay.module.css';
import { TitledDialog } from './titled-dialog.tsx';

interface DialogButtonProps {
  /** What the button says. */
  readonly words: ReactNode;
  /** Its name for screen readers, where it shows an icon only. */
  readonly label?: string;
  /** How it looks; as a plain button where left out. */
  readonly className?: string | undefined;
  /** What the dialog is called. */
  readonly title: string;
  /** Its content; a function is given the way to close it. */
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  /** Whether the dialog has two columns where there is room. */
  readonly isWide?: boolean;
}

/** A button and the dialog that it opens over the page, with a title and a way to close it. */
export function DialogButton({ words, label, className = buttons.plain, title, children, isWide = false }: DialogButtonProps) {
  return (
    <DialogTrigger>
      <Button className={className ?? ''} {...(label !== undefined && { 'aria-label': label })}>
        {words}
      </Button>
      <ModalOverlay className={`${kit.screenOnly} ${overlays.scrim}`} isDismissable>
        <Modal className={`${overlays.box} ${isWide ? styles.wide : ''}`}>
          <TitledDialog title={title}>
            {(close) => <div className={styles.body}>{typeof children === 'function' ? children(close) : children}</div>}
          </TitledDialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
