import { type ReactNode, useId } from 'react';
import { useFormat } from '../format/use-format.ts';
import styles from './facet-list.module.css';

/** A value with its box and its count. No box ticked means all; ticking narrows. */
export function FacetCheckbox({
  label,
  title,
  incidents,
  checked,
  muted,
  swatch,
  beside,
  onToggle,
}: {
  label: string;
  title?: string | undefined;
  /** Undefined while the count is awaited. */
  incidents: number | undefined;
  checked: boolean;
  /** True where other values are chosen and this one is not: its incidents are not among those shown. */
  muted: boolean;
  swatch?: ReactNode;
  /** Anything between label and count, such as the arrow that shows its parts. */
  beside?: ReactNode;
  onToggle: () => void;
}) {
  const { number } = useFormat();
  const countId = useId();
  return (
    <div className={styles.line} data-muted={muted || incidents === 0 || undefined}>
      <label className={styles.choice} title={title}>
        <input type="checkbox" checked={checked} onChange={onToggle} aria-describedby={countId} />
        {swatch}
        <span className={styles.label}>{label}</span>
      </label>
      {beside}
      <span id={countId} className={styles.count}>
        {incidents === undefined ? '' : number.count(incidents)}
      </span>
    </div>
  );
}
