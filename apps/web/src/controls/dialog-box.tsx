import { X } from 'lucide-react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import buttons from './button.module.css';
import type { DialogBoxProps } from './opener.tsx';
import styles from './overlay.module.css';

const forms = {
  box: styles.box,
  wide: `${styles.box} ${styles.wide}`,
  ruled: `${styles.box} ${styles.wide} ${styles.ruled}`,
  firm: styles.box,
  sheet: styles.sheet,
} as const;

/** A dialog over the page, with its title and a way to close it above its content. */
export default function DialogBox({ form, label, isOpen, onOpenChange, children }: DialogBoxProps) {
  const { t } = useTranslation();
  const isPadded = form === 'box' || form === 'wide';
  return (
    <ModalOverlay
      className={`${kit.screenOnly} ${kit.cover} ${styles.scrim}`}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable={form !== 'firm'}
    >
      <Modal className={forms[form] ?? ''}>
        {form === 'sheet' ? (
          <Dialog className={`${kit.upright} ${kit.bare} ${styles.dialog}`} aria-label={label}>
            {({ close }) => children(close)}
          </Dialog>
        ) : (
          <Dialog className={`${kit.upright} ${kit.bare} ${styles.dialog}`}>
            {({ close }) => (
              <>
                <header className={`${kit.between} ${styles.head}`}>
                  <Heading slot="title" className={`${kit.large} ${styles.title}`}>
                    {label}
                  </Heading>
                  <button type="button" className={buttons.icon} aria-label={t('dialog.close')} onClick={close}>
                    <X size={18} aria-hidden="true" />
                  </button>
                </header>
                {isPadded ? <div className={styles.body}>{children(close)}</div> : children(close)}
              </>
            )}
          </Dialog>
        )}
      </Modal>
    </ModalOverlay>
  );
}
