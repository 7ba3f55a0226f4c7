import { DialogButton } from '../controls/dialog-button.tsx';
import { useTranslation } from '../i18n/use-translation.ts';
import { EmbedChoices } from './embed-choices.tsx';

export interface EmbedProps {
  readonly className?: string | undefined;
}

/** A button that opens the dialog of frames for other sites. */
export default function EmbedDialog({ className }: EmbedProps) {
  const { t } = useTranslation();
  return (
    <DialogButton words={t('embed.open')} className={className} title={t('embed.title')} isWide>
      <EmbedChoices />
    </DialogButton>
  );
}
