import { Layers } from 'lucide-react';
import { useState } from 'react';
import { setView } from '../filter/filter-actions.ts';
import { areaLevels, offeredLayers, pictures } from '../filter/pictures.ts';
import { useExplore, useSides } from '../filter/use-explore.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import styles from './fold-out.module.css';
import kit from '../styles/kit.module.css';
import { FoldOut } from './fold-out.tsx';
import { OpacitySlider } from './opacity-slider.tsx';

/** Chooses what the map shows of the incidents, and how opaque that is. */
export function LayerSwitch() {
  const { t } = useTranslation('map');
  const { view, act } = useExplore();
  const { b } = useSides();
  const [open, setOpen] = useState(false);
  return (
    <FoldOut
      label={t('layer.open', { picture: t(`picture.${view.layer}.name`) })}
      words={t('layer.layers')}
      Icon={Layers}
      open={open}
      onOpen={setOpen}
    >
      <fieldset className={`${kit.plain} ${styles.list}`} aria-label={t('layer.label')}>
        {offeredLayers(b !== undefined).map((layer) => {
          const isOfAreas = pictures[layer].areas !== undefined;
          // One entry for all levels, which are chosen in the legend.
          if (isOfAreas && layer !== areaLevels[0]) return null;
          const pressed = isOfAreas ? areaLevels.includes(view.layer) : view.layer === layer;
          return (
            <button key={layer} type="button" aria-pressed={pressed} onClick={() => act(setView({ layer }))}>
              {isOfAreas ? t('layer.areas') : t(`picture.${layer}.name`)}
            </button>
          );
        })}
      </fieldset>
      <OpacitySlider />
    </FoldOut>
  );
}
