import { Bookmark } from 'lucide-react';
import { useTranslation } from '../i18n/use-translation.ts';

export interface ViewsButtonProps {
  /** Whether the button shows an icon only. */
  readonly isIcon?: boolean;
  readonly className?: string | undefined;
}

/** What the button that opens the saved views shows. */
export function ViewsWords({ isIcon }: { isIcon: boolean }) {
  const { t } = useTranslation();
  return isIcon ? <Bookmark size={16} aria-hidden="true" /> : t('views.title');
}
