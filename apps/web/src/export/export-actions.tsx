import { Check, Link2 } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { DialogTrigger } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Answers } from '../answers/use-answers.ts';
import kit from '../styles/kit.module.css';
import buttons from '../controls/button.module.css';
import { loadedDialog } from '../controls/loaded-dialog.tsx';
import overlays from '../controls/overlay.module.css';
import { useCopied } from '../controls/use-copied.ts';
import type { Act } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './export-actions.module.css';

const ExportDialog = loadedDialog<{ answers: Answers }>(() => import('./export-dialog.tsx'), { isRuled: true });

/** The ways to take the answers along: a file of them, or a link to them. @param plain whether neither is the main thing to do */
export default function ExportActions({ answers, plain }: { answers: Answers; plain?: boolean }) {
  return (
    <>
      <ExportButton answers={answers} plain={plain ?? false} />
      <CopyLink />
    </>
  );
}

function ExportButton({ answers, plain }: { answers: Answers; plain: boolean }) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Button className={plain ? buttons.plain : buttons.primary}>{t('export.open')}</Button>
      <ModalOverlay className={`${kit.screenOnly} ${overlays.scrim}`} isDismissable>
        <Modal className={`${overlays.box} ${styles.wide}`}>
          <ExportDialog title={t('export.titleAlone')} answers={answers} />
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}

const asItIs: Act = (state) => state;

/** Copies the address of what is on the screen, without what a bad link had in excess, and says that it did. */
function CopyLink() {
  const { t } = useTranslation();
  const { queryAfter } = useExplore();
  const { state, copy } = useCopied();
  const query = queryAfter(asItIs);
  return (
    <button type="button" className={buttons.plain} onClick={() => copy(`${location.origin}/${query === '' ? '' : `?${query}`}`)}>
      {state === 'copied' ? <Check size={15} aria-hidden="true" /> : <Link2 size={15} aria-hidden="true" />}
      <span aria-live="polite">{t(`link.copy.${state}`)}</span>
    </button>
  );
}
