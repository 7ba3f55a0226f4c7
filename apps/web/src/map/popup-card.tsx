import { X } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapFigure } from './figure.ts';
import styles from './figure-popup.module.css';

interface PopupCardProps {
  readonly kind: MapFigure['kind'];
  readonly pinned: boolean;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The popup's frame: takes the focus when it was chosen, stays while the pointer is on it, closes with Escape. */
export function PopupCard({ kind, pinned, onEnter, onLeave, onClose, children }: PopupCardProps) {
  const { t } = useTranslation('map');
  const card = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (!pinned) return;
    // The map takes the card in only after this effect.
    const frame = requestAnimationFrame(() => card.current?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [pinned]);

  const enter = useEffectEvent(onEnter);
  const leave = useEffectEvent(onLeave);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const element = card.current;
    const onMouseEnter = () => enter();
    const onMouseLeave = () => leave();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
    };
    element?.addEventListener('mouseenter', onMouseEnter);
    element?.addEventListener('mouseleave', onMouseLeave);
    window.addEventListener('keydown', onKey);
    return () => {
      element?.removeEventListener('mouseenter', onMouseEnter);
      element?.removeEventListener('mouseleave', onMouseLeave);
      window.removeEventListener('keydown', onKey);
    };
  }, []);

  return (
    <dialog ref={card} open className={styles.card} aria-label={t(kind === 'cell' ? 'cell.title' : 'incident.title')} tabIndex={-1}>
      {pinned && (
        <button type="button" className={styles.close} aria-label={t('close')} onClick={onClose}>
          <X size={16} aria-hidden />
        </button>
      )}
      {children}
    </dialog>
  );
}
