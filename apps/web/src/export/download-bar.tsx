import { Check, Download, Link2 } from 'lucide-react';
import { type MouseEvent, useId } from 'react';
import { downloadFailure } from '../answers/failure-words.ts';
import buttons from '../controls/button.module.css';
import { useCopied } from '../controls/use-copied.ts';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './export-dialog.module.css';
import kit from '../styles/kit.module.css';
import { type DownloadState, useDownload } from './use-download.ts';

interface DownloadBarProps {
  readonly address: string;
  readonly name: string | null | undefined;
  readonly mediaType: string;
  /** Undefined where the number could not be had. */
  readonly count: number | undefined;
  /** About how large the file is. */
  readonly bytes: number;
  /** Whether it is smaller than that, by a number of columns. */
  readonly isMost: boolean;
  /** True while the number is of an earlier selection. */
  readonly waits: boolean;
  readonly onClose: () => void;
}

/** The foot of the dialog: the link that downloads or, while it does, how far it is. */
export function DownloadBar({ address, name, mediaType, count, bytes, isMost, waits, onClose }: DownloadBarProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { state, start, cancel } = useDownload(onClose);
  const size = isMost ? t('export.upTo', { size: number.size(bytes) }) : number.size(bytes);
  const label =
    count === undefined ? t('export.download') : t('export.downloadCount', { count, number: number.count(count), size });
  const follow = (event: MouseEvent) => {
    // A link opened in a new tab, or saved from its menu, is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (start({ address, name: name ?? address.split('?')[0]!.split('/').at(-1)!, mediaType, bytes })) event.preventDefault();
    else onClose();
  };
  if (state.kind === 'running') return <Progress bytes={state.bytes} expected={bytes} isMost={isMost} onCancel={cancel} />;
  return (
    <>
      <Failure state={state} />
      <div className={styles.buttons}>
        <CopyAddress address={address} />
        {waits ? (
          <button type="button" className={buttons.primary} aria-label={t('export.downloadWaits')} disabled>
            <Download size={15} aria-hidden="true" />
            {t('export.download')}
          </button>
        ) : (
          <a className={buttons.primary} href={address} download={name ?? ''} onClick={follow}>
            <Download size={15} aria-hidden="true" />
            {label}
          </a>
        )}
      </div>
    </>
  );
}

interface ProgressProps {
  readonly bytes: number;
  readonly expected: number;
  readonly isMost: boolean;
  readonly onCancel: () => void;
}

/** How far a download is. Its size is an estimate, so the bar may fill early and is never said to be the whole. */
function Progress({ bytes, expected, isMost, onCancel }: ProgressProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const id = useId();
  return (
    <div className={styles.progress}>
      <label htmlFor={id}>
        {t(isMost ? 'export.progressUpTo' : 'export.progress', { done: number.size(bytes), size: number.size(expected) })}
      </label>
      <progress id={id} max={expected} value={Math.min(bytes, 0.97 * expected)} />
      {/* The link that had the focus is gone. */}
      <button type="button" className={buttons.plain} onClick={onCancel} ref={(button) => button?.focus()}>
        {t('export.cancel')}
      </button>
    </div>
  );
}

function Failure({ state }: { state: DownloadState }) {
  const { t } = useTranslation();
  if (state.kind !== 'failed') return null;
  return (
    <p role="alert" className={`${kit.small} ${kit.grow}`}>
      <strong>{t('export.failed.title')}</strong> {downloadFailure(state.error, t)}
    </p>
  );
}

function CopyAddress({ address }: { address: string }) {
  const { t } = useTranslation();
  const { state, copy } = useCopied();
  return (
    <button type="button" className={buttons.plain} onClick={() => copy(location.origin + address)}>
      {state === 'copied' ? <Check size={15} aria-hidden="true" /> : <Link2 size={15} aria-hidden="true" />}
      <span aria-live="polite">{t(`export.copyAddress.${state}`)}</span>
    </button>
  );
}
