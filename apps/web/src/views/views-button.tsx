import { loadedPart } from '../controls/loaded-part.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { type ViewsButtonProps, ViewsWords } from './views-words.tsx';

/** Loaded after the first figures, like all that people open and press. */
const SavedViewsDialog = loadedPart<ViewsButtonProps>(
  () => import('./saved-views-dialog.tsx'),
  ({ what, isIcon = false, className }) => (
    <button type="button" className={className} aria-disabled="true" {...(isIcon && { 'aria-label': what })}>
      <ViewsWords isIcon={isIcon} />
    </button>
  ),
);

/** A button that opens the views of this browser. */
export function ViewsButton(props: ViewsButtonProps) {
  const { t } = useTranslation();
  return <SavedViewsDialog what={t('views.title')} {...props} />;
}
