import { DialogButton } from '../controls/dialog-button.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { SavedViews } from './saved-views.tsx';
import { type ViewsButtonProps, ViewsWords } from './views-words.tsx';

/** A button that opens the views of this browser. */
export default function SavedViewsDialog({ isIcon = false, className }: ViewsButtonProps) {
  const { t } = useTranslation();
  return (
    <DialogButton
      words={<ViewsWords isIcon={isIcon} />}
      {...(isIcon && { label: t('views.title') })}
      className={className}
      title={t('views.title')}
    >
      {(close) => <SavedViews onOpened={close} />}
    </DialogButton>
  );
}
