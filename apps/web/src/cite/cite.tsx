import { Quote } from 'lucide-react';
import buttons from '../controls/button.module.css';
import { dialogOpener } from '../controls/opener.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import type { CitedView } from './use-citation.ts';

const CitationOpener = dialogOpener<{ view: CitedView }>('box', () => import('./citation-forms.tsx'));

/** A button that opens the citation of a view. @param className how it looks; as a plain button if left out */
export function Cite({ view, className }: { view: CitedView; className?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <CitationOpener
      label={t(`cite.title.${view.record === undefined ? 'view' : 'record'}`)}
      className={className ?? buttons.plain}
      words={
        <>
          {className === undefined ? <Quote size={15} aria-hidden="true" /> : null}
          {t('cite.open')}
        </>
      }
      view={view}
    />
  );
}
