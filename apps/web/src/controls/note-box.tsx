import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import kit from '../styles/kit.module.css';
import type { NoteBoxProps, Opened } from './opener.tsx';
import styles from './overlay.module.css';

/** A small dialog beside its button. */
export default function NoteBox({
  label,
  placement = 'bottom',
  isOpen,
  onOpenChange,
  triggerRef,
  children,
}: NoteBoxProps & Opened) {
  return (
    <Popover
      className={`${kit.raised} ${styles.note}`}
      placement={placement}
      offset={4}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      triggerRef={triggerRef}
    >
      <Dialog className={kit.bare} aria-label={label}>
        {children(() => onOpenChange(false))}
      </Dialog>
    </Popover>
  );
}
