import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import styles from './fold-out.module.css';
import kit from '../styles/kit.module.css';

interface FoldOutProps {
  readonly label: string;
  /** Words beside the sign; it opens below them then, and beside the sign otherwise. */
  readonly words?: string;
  readonly Icon: LucideIcon;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Whether what was chosen in it is going on. */
  readonly active?: boolean;
  readonly children: ReactNode;
}

/** A button on the map that opens something beside it. Escape closes that, and the button has the focus again. */
export function FoldOut({ label, words, Icon, open, onOpen, active = false, children }: FoldOutProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const close = useEffectEvent(() => onOpen(false));
  useEffect(() => {
    if (!open) return undefined;
    const button = opener.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // One press closes one thing: an open record listens at the window.
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
      button?.focus();
    };
  }, [open]);

  return (
    <div className={kit.relative}>
      <button
        ref={opener}
        type="button"
        className={`${kit.raised} ${kit.centred} ${kit.ink} ${kit.strong} ${styles.opener}`}
        data-active={active}
        aria-label={label}
        title={label}
        aria-expanded={open}
        onClick={() => onOpen(!open)}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        {words}
      </button>
      {open && (
        <div className={`${kit.raised} ${kit.absolute} ${styles.panel}`} data-below={words !== undefined || undefined}>
          {children}
        </div>
      )}
    </div>
  );
}
