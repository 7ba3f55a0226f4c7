import { useTranslation } from 'react-i18next';
import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { mapChoices } from '../filter/explore-state.ts';
import { setView } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { areaOfLevel } from './hexagon-area.ts';
import styles from './legend.module.css';
import type { LegendScaleProps } from './map-layer.ts';

/** How large the hexagons are, the choice of it, and why they are not finer. */
export function HexagonLegend({ data: { hexagons } }: LegendScaleProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const { view, act } = useExplore();
  if (hexagons === undefined) return null;
  const size = (level: number) => t('hexagons.size', { area: number.tick(areaOfLevel(level)) });
  const levels = mapChoices.hexagons.filter((choice) => choice === 'auto' || Number(choice) <= hexagons.finest);
  const isHeld = view.hexagons !== 'auto' && Number(view.hexagons) > hexagons.level;
  return (
    <div>
      <ChoiceMenu
        label={t('hexagons.label')}
        value={view.hexagons}
        shown={size(hexagons.level)}
        options={levels.map((value) => ({ value, label: value === 'auto' ? t('hexagons.auto') : size(Number(value)) }))}
        onChoose={(value) => act(setView({ hexagons: value }))}
      />
      {isHeld && <p className={styles.note}>{t('hexagons.coarser')}</p>}
      {hexagons.finest < 8 && <p className={styles.note}>{t('hexagons.finest', { size: size(hexagons.finest) })}</p>}
    </div>
  );
}
