import { lazy, Suspense } from 'react';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import overlays from '../controls/overlay.module.css';
import { closeIncident, type Point, showPoint } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';

const IncidentRecord = lazy(() => import('./incident-record.tsx'));

/** The record of the incident that the address names, at the side of the page. */
export function IncidentDrawer({ onShownOnMap }: { onShownOnMap: () => void }) {
  const { view, act } = useExplore();
  const id = view.incident;
  const showOnMap = (point: Point) => {
    act(showPoint(point));
    onShownOnMap();
  };
  return (
    <ModalOverlay
      className={overlays.scrim}
      isOpen={id !== undefined}
      isDismissable
      onOpenChange={(open) => {
        if (!open) act(closeIncident);
      }}
    >
      <Modal className={overlays.drawer}>
        <Suspense>{id === undefined ? null : <IncidentRecord id={id} onShowOnMap={showOnMap} />}</Suspense>
      </Modal>
    </ModalOverlay>
  );
}
