import { DialogButton } from '../controls/dialog-button.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { ViewCitation } from './citation-forms.tsx';
import { CiteWords } from './cite-words.tsx';
import type { CitedView } from './use-citation.ts';

export interface CiteProps {
  readonly view: CitedView;
  /** How the button looks; as a plain button where left out. */
  readonly className?: string | undefined;
}

/** A button that opens the citation of a view. */
export default function CiteDialog({ view, className }: CiteProps) {
  const { t } = useTranslation();
  return (
    <DialogButton
      words={<CiteWords isPlain={className === undefined} />}
      className={className}
      title={t(`cite.title.${view.record === undefined ? 'view' : 'record'}`)}
    >
      <ViewCitation view={view} />
    </DialogButton>
  );
}
