import { dialogOpener } from '../controls/opener.tsx';
import { useTranslation } from '../i18n/use-translation.ts';

const EmbedOpener = dialogOpener<object>('wide', () => import('./embed-choices.tsx'));

/** A button that opens the dialog of frames for other sites. */
export function Embed({ className }: { className: string | undefined }) {
  const { t } = useTranslation();
  return <EmbedOpener label={t('embed.title')} className={className} words={t('embed.open')} />;
}
