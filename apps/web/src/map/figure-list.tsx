import { type KeyboardEvent, useRef, useState } from 'react';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { Figure, Nth } from './figure.ts';
import buttons from '../controls/button.module.css';
import styles from './figure-list.module.css';
import kit from '../styles/kit.module.css';

interface FigureListProps {
  /** What the figures are. */
  readonly title: string;
  /** What is said if there are none. */
  readonly none: string;
  /** Whether others are on their way. */
  readonly busy: boolean;
  /** What the figures are of, once they are at rest: the picture, what it counts, and the query of the filter. */
  readonly shows: string | undefined;
  /** The figures in view, those with most first. */
  readonly figures: readonly Figure[];
  /** A figure in words: how much, and where. @param nth of those listed */
  readonly nameOf: (figure: Figure, nth: Nth) => string;
  /** The focus is on a figure, or has left the list. */
  readonly onPoint: (figure: Figure | undefined) => void;
  readonly onChoose: (figure: Figure) => void;
}

/** More would take longer to go through than the table, which has them all. */
const most = 100;

/** By how many places a key moves the focus. */
const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 5,
  PageUp: -5,
  Home: -Infinity,
  End: Infinity,
};

/**
 * The figures on the map as a list for keyboard and screen reader, since the canvas itself cannot be read: one stop for Tab, arrow keys
 * within, and the figure that has the focus is ringed on the map. Shown while it has the focus.
 */
export function FigureList({ title, none, busy, shows, figures: all, nameOf, onPoint, onChoose }: FigureListProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const figures = all.slice(0, most);
  const [chosen, setChosen] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const found = figures.findIndex(({ key }) => key === chosen);
  const current = Math.max(0, found);

  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || figures.length === 0) return;
    event.preventDefault();
    const next = Math.min(figures.length - 1, Math.max(0, current + step));
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <section
      className={`${kit.raised} ${kit.stack} ${kit.screenOnly} ${kit.absolute} ${styles.largest}`}
      aria-label={title}
      aria-busy={busy}
      data-shows={shows}
    >
      <h3>{title}</h3>
      {figures.length === 0 ? (
        <p>{none}</p>
      ) : (
        <p className={kit.note}>
          {all.length > most && `${t('largest.first', { shown: most, all: number.count(all.length) })} `}
          {t('largest.help')}
        </p>
      )}
      <ul ref={list}>
        {figures.map((figure, at) => (
          <li key={figure.key}>
            <button
              type="button"
              className={buttons.link}
              tabIndex={at === current ? 0 : -1}
              onKeyDown={move}
              onFocus={() => {
                setChosen(figure.key);
                onPoint(figure);
              }}
              onBlur={() => onPoint(undefined)}
              onClick={() => onChoose(figure)}
            >
              {nameOf(figure, { nth: at + 1, all: figures.length })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
