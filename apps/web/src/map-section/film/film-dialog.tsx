import { type Filter, type Period, without } from '@monitor/domain';
import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { saveFile } from '../../controls/save-file.ts';
import { usePictureFile } from '../../sections/use-picture-file.ts';
import buttons from '../../controls/button.module.css';
import { useFormat } from '../../format/use-format.ts';
import { mapNotices } from '../../i18n/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import styles from './film-dialog.module.css';
import overlays from '../../controls/overlay.module.css';
import kit from '../../styles/kit.module.css';
import { filmPeriods, type FilmStep, filmSteps, type FilmWindow, filmWindows, mostFrames, readableStep } from './film-periods.ts';
import { FilmFailure, filmLength, makeFilm, mostBytes, type ShowFrame } from './make-film.ts';

export interface FilmDialogProps {
  /** Of the map. */
  readonly filter: Filter;
  /** All that the film is of. */
  readonly period: Period;
  /** Whom the map names for what it is drawn from. */
  readonly credits: string;
  readonly show: ShowFrame;
  /** The map returns to what the address says. */
  readonly stop: () => void;
}

type Progress =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'making'; readonly done: number; readonly frame: number | undefined }
  | { readonly kind: 'saved'; readonly name: string; readonly bytes: number }
  | { readonly kind: 'failed'; readonly reason: FilmFailure['reason'] | 'unknown' };

/** Milliseconds that a frame takes to be made, roughly: shown twice and drawn once. */
const making = 1500;

/** Chooses what a film of the map is of, makes it, and saves it. */
export default function FilmDialog({
  filter,
  period,
  credits,
  show,
  stop,
  close,
}: FilmDialogProps & { readonly close: () => void }) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const { number, date } = useFormat();
  const file = usePictureFile(without(filter, 'from', 'to'));
  const [plan, setPlan] = useState<FilmPlan>(() => ({ step: readableStep(period), window: 'step', pace: 'usual' }));
  const [progress, setProgress] = useState<Progress>({ kind: 'choosing' });
  const giveUp = useRef(new AbortController());
  useEffect(() => {
    const { current } = giveUp;
    return () => {
      current.abort();
      stop();
    };
  }, [stop]);

  const periods = filmPeriods(period, plan.step, plan.window);
  const count = periods.length;
  const pause = paces[plan.pace];
  const isMaking = progress.kind === 'making';
  const make = async () => {
    if (file === undefined) return;
    setProgress({ kind: 'making', done: 0, frame: undefined });
    try {
      const film = await makeFilm({
        periods,
        pause,
        show,
        svgOf: (title, shown, body) => {
          const notes = [...mapNotices(common), credits, t('film.sameScale')];
          return file.svgOf({ title: `${title} · ${date.period(shown.from, shown.to)}`, reading: undefined, body, notes });
        },
        onProgress: (done, frame) => setProgress({ kind: 'making', done, frame }),
        signal: giveUp.current.signal,
      });
      const name = file.nameOf('map', 'gif');
      saveFile(name, film);
      setProgress({ kind: 'saved', name, bytes: film.size });
    } catch (error) {
      if (!giveUp.current.signal.aborted)
        setProgress({ kind: 'failed', reason: error instanceof FilmFailure ? error.reason : 'unknown' });
    } finally {
      stop();
    }
  };
  const minutes = Math.ceil((count * making) / 60_000);
  return (
    <>
      <div className={`${kit.stackWide} ${overlays.body}`}>
        <p>{t('film.what')}</p>
        <FilmChoices plan={plan} onPlan={setPlan} disabled={isMaking} />
        <p className={kit.strong}>
          {count === 0
            ? t('film.none')
            : t('film.frames', {
                count,
                number: number.count(count),
                seconds: number.count(Math.round(filmLength(count, pause) / 1000)),
              })}{' '}
          {count > mostFrames ? t('film.tooMany', { most: mostFrames }) : count > 0 && t('film.time', { count: minutes })}
        </p>
        <p className={kit.note}>{t('film.limits', { most: mostFrames, megabytes: mostBytes / 1e6 })}</p>
        <output className={`${kit.stackTight} ${styles.progress}`}>
          {progress.kind === 'making' && (
            <>
              <progress value={progress.done} aria-label={t('film.progress')} />
              {progress.frame === undefined ? t('film.measuring') : t('film.frame', { frame: progress.frame, count })}
            </>
          )}
          {progress.kind === 'saved' &&
            t('film.saved', { name: progress.name, megabytes: number.decimal(Math.max(0.1, progress.bytes / 1e6), 1) })}
          {progress.kind === 'failed' && t(`film.failed.${progress.reason}`, { megabytes: mostBytes / 1e6 })}
        </output>
      </div>
      <footer className={`${kit.tools} ${kit.parted} ${kit.pad} ${styles.foot}`}>
        <button type="button" className={buttons.plain} onClick={close}>
          {isMaking ? t('film.cancel') : common('dialog.close')}
        </button>
        <button
          type="button"
          className={buttons.primary}
          disabled={isMaking || file === undefined || count === 0 || count > mostFrames}
          onClick={() => void make()}
        >
          <Download size={15} aria-hidden="true" />
          {t('film.make')}
        </button>
      </footer>
    </>
  );
}

/** Milliseconds that a frame is shown. */
const paces = { slow: 1200, usual: 600, fast: 300 } as const;

/** What a film is of, and how it is shown. */
interface FilmPlan {
  readonly step: FilmStep;
  readonly window: FilmWindow;
  readonly pace: keyof typeof paces;
}

/** The choices of a film, each a row of a few values. */
function FilmChoices({ plan, onPlan, disabled }: { plan: FilmPlan; onPlan: (plan: FilmPlan) => void; disabled: boolean }) {
  const { t } = useTranslation('map');
  const rows = [
    { name: 'step', title: t('film.step.title'), options: filmSteps.map((value) => ({ value, label: t(`film.step.${value}`) })) },
    {
      name: 'window',
      title: t('film.window.title'),
      options: filmWindows.map((value) => ({ value, label: t(`film.window.${value}`) })),
    },
    {
      name: 'pace',
      title: t('film.pace.title'),
      options: (Object.keys(paces) as (keyof typeof paces)[]).map((value) => ({ value, label: t(`film.pace.${value}`) })),
    },
  ] as const;
  return rows.map(({ name, title, options }) => (
    <fieldset key={name} className={`${kit.wrap} ${styles.choice}`} disabled={disabled}>
      <legend>{title}</legend>
      {options.map(({ value, label }) => (
        <label key={value} className={`${kit.inline} ${kit.target}`}>
          <input type="radio" name={name} checked={plan[name] === value} onChange={() => onPlan({ ...plan, [name]: value })} />
          {label}
        </label>
      ))}
    </fieldset>
  ));
}
