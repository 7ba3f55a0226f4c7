import { Bookmark } from 'lucide-react';
import { dialogOpener } from '../controls/opener.tsx';
import { useTranslation } from '../i18n/use-translation.ts';

const ViewsOpener = dialogOpener<object>('box', () => import('./saved-views.tsx'));

/** A button that opens the views of this browser. */
export function ViewsButton({ className }: { className: string | undefined }) {
  const { t } = useTranslation();
  const title = t('views.title');
  return <ViewsOpener label={title} name={title} className={className} words={<Bookmark size={16} aria-hidden="true" />} />;
}
