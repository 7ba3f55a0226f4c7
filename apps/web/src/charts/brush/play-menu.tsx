import { ChevronDown } from 'lucide-react';
import { loadedPart } from '../../controls/loaded-part.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Playing } from './brush-window.ts';
import buttons from '../../controls/button.module.css';
import kit from '../../styles/kit.module.css';

export interface PlayMenuProps {
  readonly value: Playing;
  readonly onChoose: (value: Playing) => void;
  /** False where nothing plays by itself. */
  readonly withSpeed: boolean;
}

/** How time is played, as a small menu. It is loaded after the first figures: until then its button is there, and does nothing. */
export const PlayMenu = loadedPart<PlayMenuProps>(
  () => import('./open-play-menu.tsx'),
  (props) => <WaitingButton {...props} />,
);

function WaitingButton(props: PlayMenuProps) {
  const name = useWayName(props);
  return (
    <button type="button" className={`${buttons.quiet} ${kit.tiny}`} aria-label={name} aria-disabled="true">
      <WayWords {...props} />
    </button>
  );
}

/** What the button of the menu shows. */
export function WayWords({ value, withSpeed }: Pick<PlayMenuProps, 'value' | 'withSpeed'>) {
  const { t } = useTranslation();
  return (
    <>
      {withSpeed ? t(`brush.way.speed.${value.speed}`) : null}
      <ChevronDown size={12} aria-hidden="true" />
    </>
  );
}

/** Its name for screen readers. */
export function useWayName({ value, withSpeed }: Pick<PlayMenuProps, 'value' | 'withSpeed'>): string {
  const { t } = useTranslation();
  const parts = [t(`brush.way.${value.mode}`), ...(withSpeed ? [t(`brush.way.speed.${value.speed}`)] : [])];
  return `${t('brush.way.label')}: ${parts.join(', ')}`;
}
