import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import overlays from '../controls/overlay.module.css';
import { useMediaQuery, wideScreen } from '../controls/use-media-query.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import kit from '../styles/kit.module.css';
import styles from './incidents-drawer.module.css';
import { Listed, type ListedProps } from './listed.tsx';

/**
 * The incidents behind a mark of a chart, a row or a number: how it was chosen, the steps around it, and the records. It is beside the
 * page, all of which can be used meanwhile; on a narrow screen it lies over the page.
 */
export default function IncidentsDrawer(props: ListedProps) {
  const { t } = useTranslation();
  const isWide = useMediaQuery(wideScreen);
  if (isWide !== false) return <Beside {...props} />;
  return (
    <ModalOverlay
      className={`${kit.screenOnly} ${kit.cover} ${overlays.scrim}`}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className={`${overlays.drawer} ${styles.over}`}>
        <Dialog className={`${kit.bare} ${kit.scrollDown} ${overlays.dialog}`} aria-label={t('drawer.label')}>
          <Listed {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Takes the focus when it is opened from the page, and gives it back to what opened it. */
function Beside(props: ListedProps) {
  const { t } = useTranslation();
  const { asked, onClose } = props;
  const column = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | SVGElement>(undefined);
  const seen = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (seen.current === asked) return;
    seen.current = asked;
    const { activeElement, body } = document;
    if (activeElement === body || column.current?.contains(activeElement) === true) return;
    if (activeElement instanceof HTMLElement || activeElement instanceof SVGElement) opener.current = activeElement;
    column.current?.focus({ preventScroll: true });
  });
  useLayoutEffect(
    () => () => {
      const { activeElement, body } = document;
      const hasFocus = activeElement === body || activeElement?.closest('[data-drawer]') != null;
      if (hasFocus && opener.current?.isConnected === true) opener.current.focus({ preventScroll: true });
    },
    [],
  );
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role=dialog]') === null) onClose();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <aside
      ref={column}
      className={`${kit.bare} ${kit.card} ${kit.divided} ${kit.scrollDown} ${kit.screenOnly} ${styles.beside}`}
      aria-label={t('drawer.label')}
      tabIndex={-1}
      data-drawer
    >
      <Listed {...props} />
    </aside>
  );
}
