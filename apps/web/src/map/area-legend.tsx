import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { LevelChoice, ShadeChoice } from './shade-choice.tsx';
import styles from './legend.module.css';
import kit from '../styles/kit.module.css';
import type { LegendScaleProps } from './map-layer.ts';
import { rateClassCount } from './rate-classes.ts';
import { leastOnMap } from '@monitor/findings';
import { type TextureName, textureNames } from './textures.ts';

/** What the colours and textures of shaded areas mean, by which method they are parted, and the choice of count or rate. */
export function AreaLegend({ measure, data: { hexagons, shading = hexagons } }: LegendScaleProps) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const { number } = useFormat();
  if (shading === undefined) return null;
  const { by, bounds, wanted } = shading;
  const ranges = Array.from({ length: rateClassCount }, (_, index) => {
    const [from, to] = [bounds[index - 1], bounds[index]];
    // Counts are whole, so that the highest of a class is one less than the next bound.
    if (from !== undefined && to !== undefined) return `${number.tick(from)}–${number.tick(by === 'count' ? to - 1 : to)}`;
    return from === undefined ? t('area.under', { bound: number.tick(to ?? 0) }) : t('area.over', { bound: number.tick(from) });
  });
  const textures = textureNames.filter((name) => shading.areas.some((area) => area.class === name));
  return (
    <div className={kit.stackTight}>
      {shading.withShade && <LevelChoice />}
      {shading.withShade && <ShadeChoice />}
      <p className={styles.scale}>{t(`area.unit.${by}`, { measure: common(`measure.${measure}.name`) })}</p>
      <ul className={`${kit.stack} ${kit.tiny} ${styles.classes}`} aria-label={t('area.classes')}>
        {ranges.map((range, index) => (
          <li key={range}>
            <span className={styles.class} data-class={index} aria-hidden />
            {range}
          </li>
        ))}
      </ul>
      <TextureLegend
        textures={textures}
        textOf={(name) => {
          const reasons = shading.areas.flatMap(({ class: drawn, rate }) => {
            if (drawn !== name || rate?.kind === 'rate') return [];
            return rate === undefined ? common('table.notReported') : common(`rateMap.texture.${rate.kind}`, { least: leastOnMap });
          });
          return [...new Set(reasons)].join(', ');
        }}
      />
      {by === 'count' && <p className={styles.note}>{t(`area.method.${shading.withShade ? 'count' : 'hexagons'}`)}</p>}
      {wanted !== by && <p className={styles.note}>{t('area.noRate')}</p>}
    </div>
  );
}

/** What the textures of areas without a colour mean. */
export function TextureLegend({
  textures,
  textOf,
}: {
  readonly textures: readonly TextureName[];
  readonly textOf: (name: TextureName) => string;
}) {
  return textures.map((name) => (
    <p key={name} className={`${kit.row} ${styles.texture}`}>
      <span data-texture={name} aria-hidden />
      {textOf(name)}
    </p>
  ));
}

/** The colours of the classes between the bounds of the lowest and of the highest. */
export function FoldedAreaLegend({ data: { hexagons, shading = hexagons } }: LegendScaleProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const [lowest, highest] = [shading?.bounds[0], shading?.bounds.at(-1)];
  if (lowest === undefined || highest === undefined) return null;
  return (
    <p className={`${kit.screenOnly} ${kit.tiny} ${styles.folded}`}>
      {t('area.underShort', { bound: number.tick(lowest) })}
      {Array.from({ length: rateClassCount }, (_, index) => (
        <span key={index} className={styles.class} data-class={index} aria-hidden />
      ))}
      {t('area.over', { bound: number.tick(highest) })}
    </p>
  );
}
