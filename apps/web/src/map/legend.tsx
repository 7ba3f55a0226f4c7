import type { Measure } from '@monitor/domain';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isByType, type LayerName, type MissingOnMap, pictures } from '../filter/pictures.ts';
import { Swatch } from '../controls/swatch.tsx';
import { useSides } from '../filter/use-explore.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { FigureScale } from './figure-size.ts';
import type { PictureData } from './map-layer.ts';
import { legendTypes, type ViewSummary } from './figures-in-view.ts';
import buttons from '../controls/button.module.css';
import styles from './legend.module.css';
import kit from '../styles/kit.module.css';
import { mapLayers } from './map-style.ts';

/** Types that the legend shows before "all" is pressed. */
const shortLegend = 6;

interface LegendProps {
  readonly summary: ViewSummary | undefined;
  readonly scale: FigureScale;
  /** What the sizes are of. */
  readonly measure: Measure;
  /** Whether the map has a ring for the incident of an open record. */
  readonly selected: boolean;
  /** What of the incidents the map shows, and what that is made of. */
  readonly picture: LayerName;
  readonly data: PictureData;
  /** Incidents of the filter that the picture cannot show. Those without a point can be listed; no filter selects those without a region. */
  readonly missing: MissingOnMap | undefined;
  readonly onListWithoutPoint: () => void;
  /** Whether its place on the map is free. It is open then, and folded otherwise; a person who opens it without room has it under the map. */
  readonly roomy: boolean;
}

/** What colours, rings and sizes on the map mean; names the types that are in view. */
export function Legend({ summary, scale, measure, selected, picture, data, missing, onListWithoutPoint, roomy }: LegendProps) {
  const { t } = useTranslation('map');
  const terms = useTerms();
  const { b } = useSides();
  const [chosen, setChosen] = useState<boolean>();
  const open = chosen ?? roomy;
  const beneath = chosen === true;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (beneath) box.current?.scrollIntoView({ block: 'nearest' });
  }, [beneath]);
  const layers = mapLayers.filter((layer) => layer.pictures === undefined || layer.pictures.includes(picture));
  const isTyped = isByType(picture);
  const title = useLegendTitle(picture, measure);
  const [all, setAll] = useState(false);
  const inView = isTyped ? (summary?.types ?? []) : [];
  const most = inView.length === shortLegend + 1 ? shortLegend + 1 : shortLegend;
  const shown = new Set(legendTypes(inView, all ? inView.length : most));
  const hidden = inView.length - shown.size;
  const Arrow = open ? ChevronDown : ChevronUp;
  return (
    <section
      ref={box}
      className={`${kit.raised} ${kit.small} ${styles.legend}`}
      aria-label={t('legend.show')}
      data-beneath={beneath || undefined}
    >
      <button
        type="button"
        className={`${kit.between} ${kit.strong} ${kit.start} ${styles.title}`}
        aria-expanded={open}
        onClick={() => setChosen(open ? false : roomy ? undefined : true)}
      >
        {open ? title : t('legend.show')}
        <Arrow size={14} aria-hidden />
      </button>
      {layers.map(
        ({ FoldedScale }, index) => FoldedScale && <FoldedScale key={index} scale={scale} measure={measure} data={data} />,
      )}
      {/* Folded, it is still there for paper, which has nothing to unfold it with. */}
      <div className={`${kit.stackTight} ${kit.padSmall} ${styles.content}`} hidden={!open}>
        <ul className={`${kit.keys} ${styles.types}`}>
          {/* Those that are hidden are there for pictures, which cannot be unfolded. */}
          {legendTypes(inView, inView.length).map((type) => (
            <li key={type} hidden={!shown.has(type)}>
              <Swatch type={type} />
              {terms.label('type', type)}
            </li>
          ))}
          {layers.map(
            ({ LegendSign }, index) =>
              LegendSign && <LegendSign key={index} figures={summary?.figures ?? []} selected={selected} measure={measure} />,
          )}
        </ul>
        {(hidden > 0 || (all && inView.length > most)) && (
          <button
            type="button"
            className={buttons.link}
            onClick={() => {
              setAll(!all);
              // With all types it is larger than the room that was found for it.
              setChosen(true);
            }}
          >
            {all ? t('legend.fewer') : t('legend.more', { count: hidden })}
          </button>
        )}
        {summary?.incidents === 0 && pictures[picture].marks !== undefined ? (
          <p className={kit.quiet}>{t('legend.none')}</p>
        ) : (
          layers.map(
            ({ LegendScale }, index) => LegendScale && <LegendScale key={index} scale={scale} measure={measure} data={data} />,
          )
        )}
        <Missing missing={missing} onList={onListWithoutPoint} />
        {b !== undefined && picture !== 'difference' && <p className={styles.note}>{t('legend.ofA')}</p>}
      </div>
    </section>
  );
}

function Missing({ missing, onList }: { readonly missing: MissingOnMap | undefined; readonly onList: () => void }) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  if (missing === undefined || missing.count === 0) return null;
  const values = { count: missing.count, formatted: number.count(missing.count) };
  if (missing.without === 'region') return <p className={styles.note}>{t('legend.withoutRegion', values)}</p>;
  return (
    <button type="button" className={`${buttons.link} ${styles.missing}`} onClick={onList}>
      {t('legend.withoutPoint', values)}
    </button>
  );
}

/** What the map shows, as its legend says it. */
export function useLegendTitle(picture: LayerName, measure: Measure): string {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  if (!isByType(picture)) return t(`picture.${picture}.name`);
  return measure === 'incidents' ? t('legend.title') : t('legend.titleOf', { measure: common(`measure.${measure}.name`) });
}
