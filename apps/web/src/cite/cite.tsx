import buttons from '../controls/button.module.css';
import { loadedPart } from '../controls/loaded-part.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import type { CiteProps } from './cite-dialog.tsx';
import { CiteWords } from './cite-words.tsx';

/** Loaded after the first figures, like all that people open and press. */
const CiteDialog = loadedPart<CiteProps>(
  () => import('./cite-dialog.tsx'),
  ({ className }) => (
    <button type="button" className={className ?? buttons.plain} aria-disabled="true">
      <CiteWords isPlain={className === undefined} />
    </button>
  ),
);

/** A button that opens the citation of a view. */
export function Cite(props: CiteProps) {
  const { t } = useTranslation();
  return <CiteDialog what={t('cite.open')} {...props} />;
}
