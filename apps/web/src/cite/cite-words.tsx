import { Quote } from 'lucide-react';
import { useTranslation } from '../i18n/use-translation.ts';

/** What the button that opens a citation says. @param isPlain whether it looks like a button, and not like a link */
export function CiteWords({ isPlain }: { isPlain: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {isPlain ? <Quote size={15} aria-hidden="true" /> : null}
      {t('cite.open')}
    </>
  );
}
