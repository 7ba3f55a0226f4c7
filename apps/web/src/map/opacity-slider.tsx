import { opacities } from '../filter/explore-state.ts';
import { setView } from '../filter/filter-actions.ts';
import { useExplore, useGesture } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './legend.module.css';
import kit from '../styles/kit.module.css';

/** How opaque what the map shows of the incidents is. */
export function OpacitySlider() {
  const { t } = useTranslation('map');
  const { view } = useExplore();
  const { act, end } = useGesture();
  return (
    <label className={`${kit.row} ${kit.parted} ${kit.padSmall} ${kit.quiet} ${kit.small} ${styles.opacity}`}>
      {t('opacity')}
      <input
        type="range"
        min={opacities.least}
        max={opacities.most}
        step={opacities.step}
        value={view.opacity}
        aria-valuetext={`${view.opacity}%`}
        onChange={(event) => act(setView({ opacity: Number(event.target.value) }))}
        onPointerUp={end}
        onBlur={end}
      />
    </label>
  );
}
