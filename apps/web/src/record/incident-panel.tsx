import { type ReactNode, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { loadedPart } from '../controls/loaded-part.tsx';
import overlays from '../controls/overlay.module.css';
import { closeIncident, type Point, showPoint } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { AwaitedRecord } from './awaited-record.tsx';
import styles from './incident-panel.module.css';
import kit from '../styles/kit.module.css';
import { RecordBar } from './record-bar.tsx';
import { useEachRecord, useRecordSteps } from './use-record-steps.ts';

const IncidentRecord = loadedPart(() => import('./incident-record.tsx'), AwaitedRecord);

interface IncidentPanelProps {
  /** There is room for the record beside the map. On a narrow screen it lies over the page. */
  readonly beside: boolean;
  /** So many incidents are in the circle on the map that this one is in; undefined if it is in none. */
  readonly circle: number | undefined;
  /** The person wants to see where the incident was, and the record made way for the map. */
  readonly onShownOnMap: () => void;
  /** The record beside the map was closed while it had the focus: `opener` had it before, and `id` was read last. */
  readonly onClosed: (id: string, opener: Element | null) => void;
}

/** The record of the incident that the address names, if it names one. */
export default function IncidentPanel({ beside, circle, onShownOnMap, onClosed }: IncidentPanelProps) {
  const { view, act } = useExplore();
  const id = view.incident;
  if (beside) return id === undefined ? null : <RecordColumn id={id} circle={circle} onClosed={onClosed} />;
  const showOnMap = (point: Point) => {
    act((state) => closeIncident(showPoint(point)(state)));
    onShownOnMap();
  };
  return (
    <ModalOverlay
      className={`${kit.screenOnly} ${kit.cover} ${overlays.scrim}`}
      isOpen={id !== undefined}
      isDismissable
      onOpenChange={(open) => {
        if (!open) act(closeIncident);
      }}
    >
      <Modal className={`${kit.divided} ${overlays.drawer}`}>
        {id === undefined ? null : <RecordSheet id={id} onShowOnMap={showOnMap} />}
      </Modal>
    </ModalOverlay>
  );
}

/** Beside the map: part of the page, which can all be used while it is open. */
function RecordColumn({ id, circle, onClosed }: { id: string } & Pick<IncidentPanelProps, 'circle' | 'onClosed'>) {
  const { t } = useTranslation();
  const { act } = useExplore();
  const column = useRef<HTMLElement>(null);
  // The rows that lead here can be a long way below.
  useEachRecord(id, () => column.current?.scrollIntoView({ block: 'nearest' }));

  const latest = useRef({ id, onClosed });
  useLayoutEffect(() => {
    latest.current = { id, onClosed };
  });
  useLayoutEffect(() => {
    const element = column.current;
    const opener = document.activeElement;
    element?.focus({ preventScroll: true });
    return () => {
      const { activeElement, body } = document;
      if (activeElement !== body && element?.contains(activeElement) !== true) return;
      latest.current.onClosed(latest.current.id, opener);
    };
  }, []);

  return (
    <section
      ref={column}
      className={`${kit.least} ${kit.bare} ${kit.divided} ${kit.card} ${styles.column}`}
      aria-label={t('incident.record')}
      tabIndex={-1}
    >
      <Reading
        frame={column}
        id={id}
        circle={circle}
        onClose={() => act(closeIncident)}
        onShowOnMap={(point) => act(showPoint(point))}
      />
    </section>
  );
}

/** Over the page of a narrow screen. */
function RecordSheet({ id, onShowOnMap }: { id: string; onShowOnMap: (point: Point) => void }) {
  const { t } = useTranslation();
  const sheet = useRef<HTMLElement>(null);
  return (
    <Dialog ref={sheet} className={`${kit.upright} ${kit.bare} ${overlays.dialog}`} aria-label={t('incident.record')}>
      {({ close }) => <Reading frame={sheet} id={id} onClose={close} onShowOnMap={onShowOnMap} />}
    </Dialog>
  );
}

interface ReadingProps {
  /** What is around it, takes the focus and has its name. */
  readonly frame: RefObject<HTMLElement | null>;
  readonly id: string;
  readonly circle?: number | undefined;
  readonly onClose: () => void;
  readonly onShowOnMap: (point: Point) => void;
}

/** One record, and the way to those before and after it. */
function Reading({ frame, id, circle, onClose, onShowOnMap }: ReadingProps): ReactNode {
  const { t } = useTranslation();
  const steps = useRecordSteps(id);
  useRecordKeys(frame, { ...steps, close: onClose });
  useEachRecord(id, () => {
    // What had the focus in one record may not be in the next.
    if (document.activeElement === document.body) frame.current?.focus({ preventScroll: true });
  });
  return (
    <div className={`${kit.upright} ${styles.reading}`}>
      <RecordBar steps={steps} onClose={onClose} />
      <IncidentRecord what={t('incident.title', { id })} id={id} circle={circle} onShowOnMap={onShowOnMap} />
    </div>
  );
}

interface RecordActs {
  readonly previous: (() => void) | undefined;
  readonly next: (() => void) | undefined;
  readonly close: () => void;
}

/** Where keys have another meaning. Whatever has already used a key, such as the map or the brush, has prevented its default action. */
const elsewhere = 'input, select, textarea, [contenteditable], [role=menu], [role=listbox], canvas';

const textField = 'input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]';

/** True if the arrow keys, pressed here, are not meant for the record. */
function isElsewhere(target: EventTarget | null, record: Element | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(elsewhere) !== null) return true;
  const dialog = target.closest('dialog, [role=dialog]');
  return dialog !== null && !dialog.contains(record);
}

/** While a record is open, the left and right arrow keys lead to the ones before and after it, and Escape closes it. */
function useRecordKeys(record: RefObject<Element | null>, acts: RecordActs): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (event.defaultPrevented || altKey || ctrlKey || metaKey || shiftKey) return;
    if (key === 'Escape') {
      // In a field of text, Escape is about the text.
      if (target instanceof Element && target.matches(textField)) return;
      acts.close();
    }
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    if (isElsewhere(target, record.current)) return;
    event.preventDefault();
    if (key === 'ArrowLeft') acts.previous?.();
    else acts.next?.();
  });
  const pressInside = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !(event.target instanceof Node) || record.current?.contains(event.target) !== true) return;
    event.preventDefault();
    event.stopPropagation();
    acts.close();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    // Whatever else can be closed, such as a popup of the map: in the record, Escape is about the record.
    const onFirst = (event: KeyboardEvent) => pressInside(event);
    window.addEventListener('keydown', onFirst, true);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onFirst, true);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
