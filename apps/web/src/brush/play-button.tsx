import { Pause, Play, StepForward } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '../controls/use-media-query.ts';
import { type BrushWindow, played, snapped } from './brush-window.ts';
import styles from './brush.module.css';
import type { PeriodGesture } from './use-period-gesture.ts';

/** Milliseconds that a month is shown. */
const pace = 800;

/** Moves the window through time. Where motion is unwelcome, each press moves it by one month instead. */
export function PlayButton({ window, count, gesture }: { window: BrushWindow; count: number; gesture: PeriodGesture }) {
  const { t } = useTranslation();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const [playing, setPlaying] = useState(false);
  const next = played(snapped(window, count), count);

  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => {
      if (next === undefined) {
        setPlaying(false);
        gesture.end();
      } else gesture.move(next);
    }, pace);
    return () => clearTimeout(timer);
  }, [playing, next, gesture]);

  const press = () => {
    if (still) {
      if (next !== undefined) gesture.move(next);
      gesture.end();
    } else if (playing) {
      setPlaying(false);
      gesture.end();
    } else setPlaying(true);
  };
  const Icon = still ? StepForward : playing ? Pause : Play;
  const label = still ? t('brush.step') : playing ? t('brush.pause') : t('brush.play');
  return (
    <button
      type="button"
      className={styles.play}
      aria-label={label}
      title={next === undefined ? t('brush.atEnd') : label}
      disabled={next === undefined && !playing}
      onClick={press}
    >
      <Icon size={14} aria-hidden="true" />
    </button>
  );
}
