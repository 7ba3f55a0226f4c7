import { type ReactNode, useId } from 'react';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './facet-list.module.css';
import kit from '../styles/kit.module.css';
import { useSides } from './use-explore.ts';

/** A value with its box and its count. No box ticked means all; ticking narrows. */
export function FacetCheckbox({
  label,
  title,
  incidents,
  other,
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
  /** Of what is compared with, in a column of its own. */
  other?: number | undefined;
  checked: boolean;
  /** True if other values are chosen and this one is not: its incidents are not among those shown. */
  muted: boolean;
  swatch?: ReactNode;
  /** Anything between label and count, such as the arrow that shows its parts. */
  beside?: ReactNode;
  onToggle: () => void;
}) {
  const { number } = useFormat();
  const { t } = useTranslation();
  const { b } = useSides();
  const countId = useId();
  const text = (count: number | undefined) => (count === undefined ? '' : number.count(count));
  return (
    <div
      className={`${kit.calm} ${kit.rowTight} ${kit.target} ${styles.line}`}
      data-muted={muted || (incidents === 0 && (other ?? 0) === 0) || undefined}
    >
      <label className={`${kit.row} ${kit.grow} ${kit.target} ${styles.choice}`} title={title}>
        <input type="checkbox" checked={checked} onChange={onToggle} aria-describedby={countId} />
        {swatch}
        <span className={`${kit.least} ${styles.label}`}>{label}</span>
      </label>
      {beside}
      {b === undefined ? (
        <span id={countId} className={`${kit.quiet} ${kit.end} ${styles.count}`}>
          {text(incidents)}
        </span>
      ) : (
        <span id={countId} className={`${kit.quiet} ${kit.still} ${kit.flex} ${styles.counts}`}>
          <span className="visually-hidden">{t('compare.side.a')} </span>
          <b>{text(incidents)}</b>
          <span className="visually-hidden">, {t('compare.side.b')} </span>
          <span>{text(other)}</span>
        </span>
      )}
    </div>
  );
}
