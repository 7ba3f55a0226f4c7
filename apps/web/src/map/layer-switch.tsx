import { ChoiceMenu } from '../controls/choice-menu.tsx';
import { setView } from '../filter/filter-actions.ts';
import { type LayerName, offeredLayers } from '../filter/pictures.ts';
import { useExplore, useSides } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import buttons from '../controls/button.module.css';
import kit from '../styles/kit.module.css';

/** Chooses what the map shows of the incidents: buttons side by side where there is room, a menu on a phone. */
export function LayerSwitch({ narrow }: { readonly narrow: boolean }) {
  const { t } = useTranslation('map');
  const { view, act } = useExplore();
  const { b } = useSides();
  const layers = offeredLayers(b !== undefined);
  const choose = (layer: LayerName) => act(setView({ layer }));
  if (narrow) {
    return (
      <div className={`${kit.raised} ${kit.plain}`}>
        <ChoiceMenu
          label={t('layer.label')}
          value={view.layer}
          options={layers.map((value) => ({ value, label: t(`picture.${value}.name`) }))}
          onChoose={choose}
        />
      </div>
    );
  }
  return (
    <fieldset className={`${kit.raised} ${buttons.segments}`} aria-label={t('layer.label')}>
      {layers.map((layer) => (
        <button key={layer} type="button" aria-pressed={view.layer === layer} onClick={() => choose(layer)}>
          {t(`picture.${layer}.name`)}
        </button>
      ))}
    </fieldset>
  );
}
