import { useTranslation } from 'react-i18next';
import { Explained } from '../controls/explanation.tsx';
import { mapChoices } from '../filter/explore-state.ts';
import { setView } from '../filter/filter-actions.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import type { SpotMap } from './hot-spot-map.ts';
import styles from './legend.module.css';
import switches from './layer-switch.module.css';
import type { LegendScaleProps } from './map-layer.ts';
import { ShadeChoice } from './shade-choice.tsx';

/** How sure each shade is. */
const levels = [0.9, 0.95, 0.99] as const;

/** Places that a finding names before the rest is counted. */
const named = 3;

/** What was found, in words; what the colours mean; among what it was searched for. */
export function HotSpotLegend({ measure, data: { spots } }: LegendScaleProps) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const { view, act } = useExplore();
  const { number } = useFormat();
  if (spots === undefined) return null;
  return (
    <div className={styles.areas}>
      <fieldset className={switches.small} aria-label={t('spots.units')}>
        {mapChoices.spots.map((units) => (
          <button key={units} type="button" aria-pressed={view.spots === units} onClick={() => act(setView({ spots: units }))}>
            {t(`layer.name.${units}`)}
          </button>
        ))}
      </fieldset>
      {spots.units === 'regions' && <ShadeChoice />}
      <output className={styles.finding}>
        <Finding spots={spots} />
      </output>
      {spots.found.kind === 'found' && (
        <ul className={styles.spots} aria-label={t('area.classes')}>
          <li>
            {levels.map((level) => (
              <span key={level} className={styles.level}>
                {number.share(level)}
              </span>
            ))}
            {t('spots.sure')}
          </li>
          {(['hot', 'cold'] as const).map((kind) => (
            <li key={kind}>
              {levels.map((level, step) => (
                <span key={level} className={styles.spot} data-spot={`${kind}-${step}`} aria-hidden />
              ))}
              {t(`spots.${kind}`)}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.note}>
        <Explained
          text={t('spots.test')}
          explanation={`${t(`spots.method.${spots.by}`, { measure: common(`measure.${measure}.name`) })} ${t('spots.corrected')}`}
          label={t('spots.explain')}
        />
      </p>
      {spots.by === 'count' && <p className={styles.note}>{t('spots.people')}</p>}
      {spots.leftOut > 0 && <p className={styles.note}>{t('spots.leftOut', { count: spots.leftOut })}</p>}
    </div>
  );
}

function Finding({ spots }: { readonly spots: SpotMap }) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const terms = useTerms();
  const { found, units } = spots;
  if (found.kind === 'all_alike') return t('spots.allAlike');
  if (found.kind === 'not_precise') return t('spots.notPrecise', { metres: number.count(found.leastMetres) });
  if (found.kind !== 'found')
    return t(`spots.${found.kind}`, { count: found.count, formatted: number.count(found.count), least: found.least });
  const list = (kind: 'hot' | 'cold') => {
    const codes = found[kind];
    if (codes.length === 0) return t(`spots.none.${kind}`);
    if (units === 'hexagons') return t(`spots.hexagons.${kind}`, { count: codes.length });
    const names = codes.slice(0, named).map((code) => terms.place(code));
    const rest = codes.length - names.length;
    return t(`spots.found.${kind}`, {
      names: rest > 0 ? [...names, t('spots.more', { count: rest })] : names,
      count: codes.length,
    });
  };
  return `${list('hot')} ${list('cold')}`;
}
