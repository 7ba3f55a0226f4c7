import { Check, Download, Link2 } from 'lucide-react';
import { wholeAddress } from '../api/site.ts';
import type { Answers } from '../filter/use-answers.ts';
import buttons from '../controls/button.module.css';
import { dialogOpener } from '../controls/opener.tsx';
import { useCopied } from '../controls/use-copied.ts';
import type { Act } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';

const FileOpener = dialogOpener<{ answers: Answers }>('ruled', () => import('./export-dialog.tsx'), true);

/** Opens the dialog that makes a file of the answers. */
export function MakeFile({ answers, className }: { answers: Answers; className: string | undefined }) {
  const { t } = useTranslation();
  const words = (
    <>
      <Download size={15} aria-hidden="true" />
      {t('export.open')}
    </>
  );
  return <FileOpener label={t('export.titleAlone')} className={className} words={words} answers={answers} />;
}

const AllOpener = dialogOpener<object>('ruled', () => import('./export-all.tsx'), true);

/** Opens the same for all incidents, on a page without answers: they are asked for when it opens. */
export function DownloadAll() {
  const { t } = useTranslation();
  return <AllOpener label={t('export.titleAlone')} className={buttons.primary} words={t('export.open')} />;
}

const asItIs: Act = (state) => state;

/** Copies the address of what is on the screen, without what a bad link had in excess, and says that it did. */
export function CopyLink({ className }: { className: string | undefined }) {
  const { t } = useTranslation();
  const { queryAfter } = useExplore();
  const { state, copy } = useCopied();
  const query = queryAfter(asItIs);
  return (
    <button type="button" className={className} onClick={() => copy(wholeAddress(query === '' ? '/' : `/?${query}`))}>
      {state === 'copied' ? <Check size={15} aria-hidden="true" /> : <Link2 size={15} aria-hidden="true" />}
      <span aria-live="polite">{t(`link.copy.${state}`)}</span>
    </button>
  );
}
