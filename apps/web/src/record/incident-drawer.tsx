import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import { loadedDialog } from '../controls/loaded-dialog.tsx';
import overlays from '../controls/overlay.module.css';
import { closeIncident, type Point, showPoint } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';

const IncidentRecord = loadedDialog(() => import('./incident-record.tsx'));

/** The record of the incident that the address names, at the side of the page. */
export function IncidentDrawer({ onShownOnMap }: { onShownOnMap: () => void }) {
  const { t } = useTranslation();
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
        {id === undefined ? null : <IncidentRecord what={t('incident.title', { id })} id={id} onShowOnMap={showOnMap} />}
      </Modal>
    </ModalOverlay>
  );
}
