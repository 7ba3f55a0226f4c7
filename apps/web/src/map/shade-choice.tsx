import { mapChoices } from '../filter/explore-state.ts';
import { setView } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from '../controls/button.module.css';

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
