import type { FilterName } from '@monitor/domain';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import buttons from '../controls/button.module.css';
import { useTranslation } from '../i18n/use-translation.ts';
import { clear } from './filter-actions.ts';
import styles from './filter-section.module.css';
import kit from '../styles/kit.module.css';
import { useExplore } from './use-explore.ts';

/** A part of the panel that can be folded; folded, it still says how many of its values are chosen. */
export function FilterSection({
  title,
  names,
  startsOpen = false,
  counted = true,
  children,
}: {
  title: string;
  /** The keys of the filter that are set here. */
  names: readonly FilterName[];
  startsOpen?: boolean;
  /** Whether the number of chosen values says something: not for the two ends of a period. */
  counted?: boolean;
  /** Asked for only when open, so that a folded section fetches nothing. */
  children: () => ReactNode;
}) {
  const { t } = useTranslation();
  const { filter, act } = useExplore();
  const [open, setOpen] = useState(startsOpen);
  const id = useId();
  const active = names.reduce((count, name) => count + activeValues(filter[name]), 0);
  return (
    <section className={kit.item}>
      <h3 className={`${kit.calm} ${kit.row} ${kit.plain} ${kit.relative}`}>
        <button
          type="button"
          className={`${kit.row} ${kit.quiet} ${kit.strong} ${kit.target} ${kit.start} ${kit.stretch} ${styles.toggle}`}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {title}{' '}
          {active > 0 ? (
            counted ? (
              <span className={`${kit.tiny} ${kit.medium} ${styles.active}`}>
                <span aria-hidden="true">{active}</span>
                <span className="visually-hidden">{t('filter.chosen', { count: active })}</span>
              </span>
            ) : null
          ) : (
            <span className={`${kit.hint} ${kit.light}`}>{t('filter.all')}</span>
          )}
          {open ? <ChevronDown size={14} aria-hidden="true" /> : <ChevronRight size={14} aria-hidden="true" />}
        </button>
        {active > 0 ? (
          <button
            type="button"
            className={`${buttons.link} ${kit.later} ${kit.small} ${kit.light} ${styles.clear}`}
            aria-label={t('filter.clearOf', { section: title })}
            onClick={() => act(clear(...names))}
          >
            {t('filter.clear')}
          </button>
        ) : null}
      </h3>
      <div id={id} className={`${kit.padTop} ${styles.body}`} hidden={!open}>
        {open ? children() : null}
      </div>
    </section>
  );
}

function activeValues(value: unknown): number {
  if (value === undefined) return 0;
  return Array.isArray(value) ? value.length : 1;
}
