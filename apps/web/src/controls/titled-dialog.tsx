import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from './button.module.css';
import overlays from './overlay.module.css';
import styles from './titled-dialog.module.css';
import kit from '../styles/kit.module.css';

interface TitledDialogProps {
  readonly title: string;
  /** Whether head and foot are ruled off and stay, while what is between them scrolls. */
  readonly isRuled?: boolean;
  /** Its content, given the way to close it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A dialog with its title, and a way to close it, above its content. */
export function TitledDialog({ title, isRuled = false, children }: TitledDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog className={`${overlays.dialog} ${isRuled ? styles.ruled : ''}`}>
      {({ close }) => (
        <>
          <header className={styles.head}>
            <Heading slot="title" className={`${kit.large} ${styles.title}`}>
              {title}
            </Heading>
            <button type="button" className={buttons.icon} aria-label={t('dialog.close')} onClick={close}>
              <X size={18} aria-hidden="true" />
            </button>
          </header>
          {children(close)}
        </>
      )}
    </Dialog>
  );
}
