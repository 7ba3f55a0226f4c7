import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { MapNotice } from './map-notice.tsx';

interface MapNoticesProps {
  readonly failed: boolean;
  /** What is shown is of an earlier filter. */
  readonly stale: boolean;
  /** It has been so for a while. */
  readonly late: boolean;
  readonly onRetry: () => void;
  /** Nothing is in view. */
  readonly empty: boolean;
  /** Incidents of the filter that are drawn outside the view. */
  readonly outside: number;
  readonly onShowAll: () => void;
}

/** What a person must know to read the map rightly: the gravest of what is wrong or out of sight. */
export function MapNotices({ failed, stale, late, onRetry, empty, outside, onShowAll }: MapNoticesProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  if (failed) {
    return <MapNotice text={t(stale ? 'failure.stale' : 'failure.text')} action={{ name: t('failure.retry'), act: onRetry }} />;
  }
  if (late) return <MapNotice text={t('late')} />;
  if (empty) return <MapNotice text={t('empty.text')} action={{ name: t('empty.action'), act: onShowAll }} />;
  if (outside === 0) return null;
  const text = t('outside.text', { count: outside, formatted: number.count(outside) });
  return <MapNotice text={text} action={{ name: t('outside.action'), act: onShowAll }} />;
}
