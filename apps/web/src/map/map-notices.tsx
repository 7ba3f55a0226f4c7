import { useEffect, useState } from 'react';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from '../controls/button.module.css';
import kit from '../styles/kit.module.css';

/** Milliseconds that the map may show an earlier selection without saying so. */
const unnoticedWait = 1000;

interface MapNoticesProps {
  readonly failed: boolean;
  /** No figures have arrived yet. */
  readonly loading: boolean;
  /** Number of the sheet that is shown, where it is of an earlier filter or of earlier data. */
  readonly stale: number | undefined;
  readonly onRetry: () => void;
  /** Nothing is in view. */
  readonly empty: boolean;
  /** Incidents of the filter that have a point on the map; undefined while unknown. */
  readonly located: number | undefined;
  /** Incidents of the filter that are drawn outside the view. */
  readonly outside: number;
  readonly onShowAll: () => void;
}

/** What a person must know to read the map rightly: the gravest of what is wrong or out of sight. */
export function MapNotices({ failed, loading, stale, onRetry, empty, located, outside, onShowAll }: MapNoticesProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const late = useIsLate(stale, unnoticedWait);
  if (failed) {
    return (
      <MapNotice
        text={t(stale !== undefined ? 'failure.stale' : 'failure.text')}
        action={{ name: t('failure.retry'), act: onRetry }}
      />
    );
  }
  if (loading) return <MapNotice text={t('loading')} />;
  if (late) return <MapNotice text={t('late')} />;
  if (empty) {
    const goThere = { name: t('empty.action'), act: onShowAll };
    return <MapNotice text={t('empty.text')} action={located === 0 ? undefined : goThere} />;
  }
  if (outside === 0) return null;
  const text = t('outside.text', { count: outside, formatted: number.count(outside) });
  return <MapNotice text={text} action={{ name: t('outside.action'), act: onShowAll }} />;
}

interface MapNoticeProps {
  readonly text: string;
  /** The one way out, where there is one. */
  readonly action?: { readonly name: string; readonly act: () => void } | undefined;
}

/** A small notice over the map. */
export function MapNotice({ text, action }: MapNoticeProps) {
  return (
    <output className={`${kit.wrapRow} ${kit.raised} ${kit.small} ${kit.padSmall}`}>
      {text}
      {action && (
        <button type="button" className={buttons.link} onClick={action.act}>
          {action.name}
        </button>
      )}
    </output>
  );
}

/**
 * True once a wait has lasted longer than feels immediate.
 * @param waitingFor identifies the wait; undefined while there is none.
 * @param delay milliseconds.
 */
function useIsLate(waitingFor: number | undefined, delay: number): boolean {
  const [late, setLate] = useState<number>();
  useEffect(() => {
    if (waitingFor === undefined) return;
    const timer = window.setTimeout(() => setLate(waitingFor), delay);
    return () => {
      window.clearTimeout(timer);
      setLate(undefined);
    };
  }, [waitingFor, delay]);
  return waitingFor !== undefined && late === waitingFor;
}
