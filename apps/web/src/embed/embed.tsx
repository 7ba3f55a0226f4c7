import { loadedPart } from '../controls/loaded-part.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import type { EmbedProps } from './embed-dialog.tsx';

/** Loaded after the first figures, like all that people open and press. */
const EmbedDialog = loadedPart<EmbedProps>(
  () => import('./embed-dialog.tsx'),
  ({ what, className }) => (
    <button type="button" className={className} aria-disabled="true">
      {what}
    </button>
  ),
);

/** A button that opens the dialog of frames for other sites. */
export function Embed(props: EmbedProps) {
  const { t } = useTranslation();
  return <EmbedDialog what={t('embed.open')} {...props} />;
}
