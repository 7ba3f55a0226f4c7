import { type ReactNode, useId } from 'react';
import styles from '../styles/sheet.module.css';
import kit from '../styles/kit.module.css';

/** A section of a page of figures: its title says what it found, one sentence reads it, then come the marks. */
export function Section({
  title,
  reading,
  actions,
  children,
}: {
  title: string;
  reading?: ReactNode;
  /** Ways on, such as a link or downloads, at the end of the title's line. */
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <section className={`${kit.opened} ${kit.least} ${styles.section}`} aria-labelledby={id}>
      <div className={kit.spread}>
        <h2 id={id} className={`${kit.title} ${styles.title}`}>
          {title}
        </h2>
        {actions}
      </div>
      {reading === undefined ? null : <p className={`${kit.detail} ${styles.reading}`}>{reading}</p>}
      {children}
    </section>
  );
}
