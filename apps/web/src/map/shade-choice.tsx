import { mapChoices } from '../filter/explore-state.ts';
import { setView } from '../filter/filter-actions.ts';
import { areaLevels } from '../filter/pictures.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from '../controls/button.module.css';

/** Chooses whether locations or their regions are shaded. */
export function LevelChoice() {
  const { t } = useTranslation('map');
  const { view, act } = useExplore();
  return (
    <fieldset className={buttons.segments} aria-label={t('layer.level')}>
      {areaLevels.map((layer) => (
        <button key={layer} type="button" aria-pressed={view.layer === layer} onClick={() => act(setView({ layer }))}>
          {t(`picture.${layer}.name`)}
        </button>
      ))}
    </fieldset>
  );
}

/** Chooses whether areas are shaded by count or by rate. */
export function ShadeChoice() {
  const { t } = useTranslation('map');
  const { view, act } = useExplore();
  return (
    <fieldset className={buttons.segments} aria-label={t('area.by')}>
      {mapChoices.shade.map((shade) => (
        <button key={shade} type="button" aria-pressed={view.shade === shade} onClick={() => act(setView({ shade }))}>
          {t(`area.shade.${shade}`)}
        </button>
      ))}
    </fieldset>
  );
}
