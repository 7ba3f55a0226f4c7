import { lazy, Suspense } from 'react';
import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useTranslation } from 'react-i18next';
import buttons from '../controls/button.module.css';
import overlays from '../controls/overlay.module.css';
import type { Answers } from '../answers/use-answers.ts';

const ExportDialog = lazy(() => import('./export-dialog.tsx'));

export function ExportButton({ answers, plain = false }: { answers: Answers; plain?: boolean }) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Button className={plain ? buttons.plain : buttons.primary}>{t('export.open')}</Button>
      <ModalOverlay className={overlays.scrim} isDismissable>
        <Modal className={overlays.box}>
          <Suspense>
            <ExportDialog answers={answers} />
          </Suspense>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
