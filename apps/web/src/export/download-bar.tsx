import type { TFunction } from 'i18next';
import { Check, Download, Link2 } from 'lucide-react';
import { type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { whatFailed } from '../sections/state-notice.tsx';
import buttons from '../controls/button.module.css';
import { useCopied } from '../controls/use-copied.ts';
import { useFormat } from '../format/use-format.ts';
import type english from '../i18n/locales/en.json';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './export-dialog.module.css';
import kit from '../styles/kit.module.css';
import { getBody } from '../api/client.ts';
import { RequestError } from '../api/request.ts';
import { siteOfPage, wholeAddress } from '../api/site.ts';
import { saveFile } from '../controls/save-file.ts';
import { filePicker, howToSave } from './how-to-save.ts';

interface DownloadBarProps {
  readonly address: string;
  readonly name: string | null | undefined;
  readonly mediaType: string;
  /** Undefined if the number could not be had. */
  readonly count: number | undefined;
  /** About how large the file is. */
  readonly bytes: number;
  /** Whether it is smaller than that, by a number of columns. */
  readonly isMost: boolean;
  /** True while the number is of an earlier selection. */
  readonly waits: boolean;
}

/** The foot of the dialog: the link that downloads or, while it does, how far it is. It stays, since people often want several files. */
export function DownloadBar({ address, name, mediaType, count, bytes, isMost, waits }: DownloadBarProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { state, start, cancel } = useDownload();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (state.kind === 'saved') link.current?.focus();
  }, [state]);
  const size = isMost ? t('export.upTo', { size: number.size(bytes) }) : number.size(bytes);
  const label =
    count === undefined ? t('export.download') : t('export.downloadCount', { count, number: number.count(count), size });
  const follow = (event: MouseEvent) => {
    // A link opened in a new tab, or saved from its menu, is the browser's.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (start({ address, name: name ?? address.split('?')[0]!.split('/').at(-1)!, mediaType, bytes })) event.preventDefault();
  };
  if (state.kind === 'running') return <Progress bytes={state.bytes} expected={bytes} isMost={isMost} onCancel={cancel} />;
  return (
    <>
      <Failure state={state} />
      {/* Announced when it changes, so it is there before. */}
      <output className={state.kind === 'saved' ? `${kit.small} ${kit.anywhere} ${kit.grow}` : undefined}>
        {state.kind === 'saved' ? t('export.saved', { name: state.name }) : null}
      </output>
      <div className={styles.buttons}>
        {siteOfPage() ? null : <CopyAddress address={address} />}
        {waits ? (
          <button type="button" className={buttons.primary} aria-label={t('export.downloadWaits')} disabled>
            <Download size={15} aria-hidden="true" />
            {t('export.download')}
          </button>
        ) : (
          <a className={buttons.primary} href={address} download={name ?? ''} onClick={follow} ref={link}>
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
    <div className={`${kit.stretch} ${styles.progress}`}>
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
    <button type="button" className={buttons.plain} onClick={() => copy(wholeAddress(address))}>
      {state === 'copied' ? <Check size={15} aria-hidden="true" /> : <Link2 size={15} aria-hidden="true" />}
      <span aria-live="polite">{t(`export.copyAddress.${state}`)}</span>
    </button>
  );
}

type DownloadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly bytes: number }
  | { readonly kind: 'saved'; readonly name: string }
  | { readonly kind: 'failed'; readonly error: unknown };

interface WantedFile {
  readonly address: string;
  readonly name: string;
  readonly mediaType: string;
  /** About how large it is. */
  readonly bytes: number;
}

/** Milliseconds between two reports of progress. */
const pause = 150;

/** A download with progress that can be cancelled. It ends with the component. */
function useDownload() {
  const [state, setState] = useState<DownloadState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (file: WantedFile, save: (body: ReadableStream<Uint8Array>) => Promise<void>) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'running', bytes: 0 });
    try {
      const body = await getBody(file.address, controller.signal);
      await save(counted(body, (bytes) => setState({ kind: 'running', bytes })));
      setState({ kind: 'saved', name: file.name });
    } catch (error) {
      setState(controller.signal.aborted ? { kind: 'idle' } : { kind: 'failed', error });
    }
  };

  /** False if the browser is to follow the link on its own. */
  const start = (file: WantedFile): boolean => {
    const picker = filePicker();
    const how = howToSave(file.bytes, picker !== undefined);
    if (how === 'link' || (how === 'disk' && picker === undefined)) return false;
    if (how === 'memory')
      void run(file, async (body) => {
        const blob = await new Response(body, { headers: { 'content-type': file.mediaType } }).blob();
        saveFile(file.name, blob);
      });
    else
      picker!({ suggestedName: file.name }).then(
        (picked) => run(file, async (body) => body.pipeTo(await picked.createWritable())),
        // Closing that dialog is a decision, not a failure.
        () => undefined,
      );
    return true;
  };

  return { state, start, cancel: () => running.current?.abort() };
}

/** The same stream, which tells from time to time how much has passed. */
function counted(body: ReadableStream<Uint8Array>, tell: (bytes: number) => void): ReadableStream<Uint8Array> {
  let bytes = 0;
  let told = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, controller) {
        bytes += piece.byteLength;
        controller.enqueue(piece);
        const now = performance.now();
        if (now - told < pause) return;
        told = now;
        tell(bytes);
      },
    }),
  );
}

type DownloadCode = keyof (typeof english)['export']['failed']['code'];

/** Which of the API's codes the texts have words for, under `export.failed.code`. */
const codesOfDownloads: Readonly<Record<DownloadCode, true>> = {
  too_many_downloads: true,
  too_many_incidents: true,
  too_many_requests: true,
  database_unavailable: true,
  not_ready: true,
};

/** Why a download failed, and what to do. Nothing retries it. */
export function downloadFailure(error: unknown, t: TFunction): string {
  if (!(error instanceof RequestError)) return t('export.failed.unreachable');
  const { code, kind } = error;
  if (isOfDownloads(code)) return t(`export.failed.code.${code}`);
  if (kind === 'refused') return whatFailed(error, t).text;
  return t(`export.failed.${kind}`);
}

function isOfDownloads(code: string | undefined): code is DownloadCode {
  return code !== undefined && Object.hasOwn(codesOfDownloads, code);
}
