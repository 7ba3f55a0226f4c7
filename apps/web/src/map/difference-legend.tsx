import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { AreaLegend } from './area-legend.tsx';
import { differenceBounds, type DifferenceMap } from './difference-map.ts';
import styles from './legend.module.css';
import type { LegendScaleProps } from './map-layer.ts';
import { textureNames } from './textures.ts';

/** Places that a finding names before the rest is counted. */
const named = 3;

/** Which regions differ, in words; what the colours mean; and what has none. */
export function DifferenceLegend(props: LegendScaleProps) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const { number } = useFormat();
  const { difference, shading } = props.data;
  if (difference === undefined) {
    return shading === undefined ? null : (
      <>
        <AreaLegend {...props} />
        <p className={styles.note}>{t('difference.sideBySide')}</p>
      </>
    );
  }
  const [first, second] = differenceBounds.map((bound) => number.tick(bound));
  const ranges = [`1–${first}×`, `${first}–${second}×`, `${second}×+`];
  const textures = textureNames.filter((name) => difference.areas.some((area) => area.difference === name));
  return (
    <div className={styles.areas}>
      <output className={styles.finding}>
        <Finding difference={difference} />
      </output>
      <p className={styles.scale}>{t('difference.unit', { measure: common(`measure.${props.measure}.name`) })}</p>
      {(['more', 'fewer'] as const).map((kind) => (
        <ul key={kind} className={styles.differences} aria-label={t(`difference.${kind}`)}>
          <li>{t(`difference.${kind}`)}</li>
          {ranges.map((range, step) => (
            <li key={range}>
              <span className={styles.spot} data-spot={`${kind === 'more' ? 'hot' : 'cold'}-${step}`} aria-hidden />
              {range}
            </li>
          ))}
        </ul>
      ))}
      {textures.map((name) => (
        <p key={name} className={styles.texture}>
          <span data-texture={name} aria-hidden />
          {t(`difference.texture.${name}`)}
        </p>
      ))}
      <p className={styles.note}>{t('difference.method')}</p>
    </div>
  );
}

function Finding({ difference: { areas } }: { readonly difference: DifferenceMap }) {
  const { t } = useTranslation('map');
  const terms = useTerms();
  const found = (['more', 'fewer'] as const).flatMap((kind) => {
    const codes = areas.filter((area) => area.difference.startsWith(`${kind}-`)).map(({ code }) => code);
    if (codes.length === 0) return [];
    const names = codes.slice(0, named).map((code) => terms.place(code));
    const rest = codes.length - names.length;
    return [rest > 0 ? t(`difference.andMore.${kind}`, { names, count: rest }) : t(`difference.found.${kind}`, { names })];
  });
  return found.length === 0 ? t('difference.none') : found.join(' ');
}
