import { Pause, Play, StepForward } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useMediaQuery } from '../../controls/use-media-query.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { type BrushWindow, nextWindow, type Playing, playPace, snapToMonths } from './brush-window.ts';
import styles from './brush.module.css';
import kit from '../../styles/kit.module.css';
import { PlayMenu } from './play-menu.tsx';
import own from './play-menu.module.css';
import type { PeriodGesture } from './use-period-gesture.ts';

/**
 * Moves the window through time, or makes it grow. The next month is shown once its figures have loaded and never before, so that no figure
 * is shown under another period. With reduced motion, each press moves it by one month instead.
 */
export function PlayButton({
  window: { start, end },
  count,
  gesture,
  prepare,
}: {
  window: BrushWindow;
  count: number;
  gesture: PeriodGesture;
  /** Fetches the figures of a window. */
  prepare: (window: BrushWindow) => Promise<unknown>;
}) {
  const { t } = useTranslation();
  const still = useMediaQuery('(prefers-reduced-motion: reduce)');
  const [playing, setPlaying] = useState(false);
  const [way, setWay] = useState<Playing>({ mode: 'moves', speed: 'usual' });
  const next = useMemo(() => {
    // With reduced motion nothing plays: each press is one month.
    const chosen: Playing = still ? { ...way, speed: 'usual' } : way;
    return nextWindow(snapToMonths({ start, end }, count), count, chosen);
  }, [start, end, count, way, still]);

  useEffect(() => {
    if (!playing) return undefined;
    let gone = false;
    const stop = () => {
      setPlaying(false);
      gesture.end();
    };
    const advance = async () => {
      try {
        await Promise.all([new Promise((resolve) => setTimeout(resolve, playPace(way.speed).pause)), next && prepare(next)]);
      } catch {
        // What cannot be fetched is said by the figures once somebody goes there.
        if (!gone) stop();
        return;
      }
      if (gone) return;
      if (next !== undefined) gesture.step(next);
      // One that has grown over everything would begin again.
      if (next === undefined || next.end >= count) stop();
    };
    void advance();
    return () => {
      gone = true;
    };
  }, [playing, next, count, way.speed, gesture, prepare]);

  const press = () => {
    if (still) {
      if (next !== undefined) gesture.step(next);
      gesture.end();
    } else if (playing) {
      setPlaying(false);
      gesture.end();
    } else setPlaying(true);
  };
  const Icon = still ? StepForward : playing ? Pause : Play;
  const label = still ? t('brush.step') : playing ? t('brush.pause') : t('brush.play');
  return (
    <div className={`${kit.grid} ${own.player}`}>
      <PlayMenu value={way} onChoose={setWay} withSpeed={!still} />
      <button
        type="button"
        className={`${kit.box} ${kit.centre} ${kit.bottom1} ${styles.play}`}
        aria-label={label}
        title={next === undefined ? t('brush.atEnd') : label}
        disabled={next === undefined && !playing}
        onClick={press}
      >
        <Icon size={14} aria-hidden="true" />
      </button>
    </div>
  );
}
