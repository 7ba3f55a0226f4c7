import type { ReactNode } from 'react';
import styles from './export-dialog.module.css';
import kit from '../styles/kit.module.css';

interface OptionProps {
  readonly kind: 'checkbox' | 'radio';
  /** The group of a radio button. */
  readonly group?: string;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly disabled?: boolean;
  /** More than its place in a list: in one line with what follows the label. */
  readonly inLine?: boolean;
  readonly children: ReactNode;
}

/** A radio button or a checkbox with its label. */
export function Option({ kind, group, chosen, onChoose, disabled, inLine, children }: OptionProps) {
  return (
    <label
      className={
        inLine === true
          ? `${kit.line} ${kit.target} ${styles.option} ${kit.item} ${styles.row}`
          : `${kit.line} ${kit.target} ${styles.option}`
      }
    >
      <input type={kind} name={group} checked={chosen} disabled={disabled} onChange={(event) => onChoose(event.target.checked)} />
      {children}
    </label>
  );
}
