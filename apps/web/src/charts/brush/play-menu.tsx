import { ChevronDown } from 'lucide-react';
import buttons from '../../controls/button.module.css';
import { MenuOpener } from '../../controls/opener.tsx';
import { useTranslation } from '../../i18n/use-translation.ts';
import kit from '../../styles/kit.module.css';
import { playModes, type Playing, playSpeeds } from './brush-window.ts';

interface PlayMenuProps {
  readonly value: Playing;
  readonly onChoose: (value: Playing) => void;
  /** False if nothing plays by itself. */
  readonly withSpeed: boolean;
}

/** How time is played, as a small menu: how the period changes, and how fast. */
export function PlayMenu({ value, onChoose, withSpeed }: PlayMenuProps) {
  const { t } = useTranslation();
  const label = t('brush.way.label');
  const speed = t(`brush.way.speed.${value.speed}`);
  const modes = {
    title: t('brush.way.mode'),
    value: value.mode,
    options: playModes.map((one) => ({ value: one, label: t(`brush.way.${one}`) })),
    onChoose: (mode: string) => onChoose({ ...value, mode: mode as Playing['mode'] }),
  };
  const speeds = {
    title: t('brush.way.speedLabel'),
    value: value.speed,
    options: playSpeeds.map((one) => ({ value: one, label: t(`brush.way.speed.${one}`) })),
    onChoose: (chosen: string) => onChoose({ ...value, speed: chosen as Playing['speed'] }),
  };
  return (
    <MenuOpener
      label={label}
      name={`${label}: ${[t(`brush.way.${value.mode}`), ...(withSpeed ? [speed] : [])].join(', ')}`}
      className={`${buttons.quiet} ${kit.tiny}`}
      words={
        <>
          {withSpeed ? speed : null}
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
      placement="top start"
      groups={withSpeed ? [modes, speeds] : [modes]}
    />
  );
}
