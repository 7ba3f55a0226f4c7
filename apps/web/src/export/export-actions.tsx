import { Check, Link2 } from 'lucide-react';
import type { Answers } from '../filter/use-answers.ts';
import buttons from '../controls/button.module.css';
import { dialogOpener } from '../controls/opener.tsx';
import { useCopied } from '../controls/use-copied.ts';
import type { Act } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';

const FileOpener = dialogOpener<{ answers: Answers }>('ruled', () => import('./export-dialog.tsx'), true);

/** The ways to take the answers along: a file of them, or a link to them. @param plain whether neither is the main thing to do */
export function ExportActions({ answers, plain = false }: { answers: Answers; plain?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <FileOpener
        label={t('export.titleAlone')}
        className={plain ? buttons.plain : buttons.primary}
        words={t('export.open')}
        answers={answers}
      />
      <CopyLink className={buttons.plain} />
    </>
  );
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
    <button type="button" className={className} onClick={() => copy(`${location.origin}/${query === '' ? '' : `?${query}`}`)}>
      {state === 'copied' ? <Check size={15} aria-hidden="true" /> : <Link2 size={15} aria-hidden="true" />}
      <span aria-live="polite">{t(`link.copy.${state}`)}</span>
    </button>
  );
}
