import { Bookmark } from 'lucide-react';
import { dialogOpener } from '../controls/opener.tsx';
import { useTranslation } from '../i18n/use-translation.ts';

const ViewsOpener = dialogOpener<object>('box', () => import('./saved-views.tsx'));

/** A button that opens the views of this browser. @param isIcon whether it shows an icon only */
export function ViewsButton({ isIcon = false, className }: { isIcon?: boolean; className: string | undefined }) {
  const { t } = useTranslation();
  const title = t('views.title');
  return (
    <ViewsOpener
      label={title}
      name={isIcon ? title : undefined}
      className={className}
      words={isIcon ? <Bookmark size={16} aria-hidden="true" /> : title}
    />
  );
}
