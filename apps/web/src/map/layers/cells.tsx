import { type CellProperties, tileLayers } from '@monitor/contract';
import type { Box } from '@monitor/domain';
import type { ExpressionSpecification } from 'maplibre-gl';
import { useFormat } from '../../format/use-format.ts';
import { localeOf } from '@monitor/domain';
import { useTranslation } from '../../i18n/use-translation.ts';
import { parseComposition } from '../donut.ts';
import { amountExpression, compactCount, donutKey, donutKeyExpression } from '../donut-pictures.ts';
import { amountWords, type CellFigure, isCell, pointOf } from '../figure.ts';
import { drawnAlike, radiusOf, scaleSamples } from '../figure-size.ts';
import { Casualties, CompositionBars, namedTypes } from '../figure-summary.tsx';
import buttons from '../../controls/button.module.css';
import summaries from '../figure-summary.module.css';
import kit from '../../styles/kit.module.css';
import styles from '../legend.module.css';
import type { FigureActions, FigureLayer, LegendScaleProps, LegendSignProps, MapLayer } from '../map-layer.ts';
import type { ThemeName } from '../map-theme.ts';
import { fadeOf, type Sheet, sheetLayer, sheetSource, sheetsOf, sheetSources } from '../sheets.ts';
import { parseBounds } from '../tile-bounds.ts';

const donuts = 'cells';

/** How far a name may lie under the edge of a donut. CSS pixels. */
export const namesUnderEdge = 2;

/**
 * Cells as donuts. Each picture is drawn when first needed (see donut-pictures.ts). All are shown; the smaller lie on
 * top, so that none is hidden, and all take their place before any name does.
 */
export const cells: MapLayer<CellFigure> = {
  pictures: ['circles'],
  sources: ({ sheets }) => sheetSources(sheets),
  draw: (input) =>
    sheetsOf(input.sheets, 'circles').map((sheet) => {
      const { theme } = input;
      const fade = fadeOf(sheet, input);
      return {
        id: sheetLayer(donuts, sheet),
        type: 'symbol',
        source: sheetSource(sheet),
        'source-layer': tileLayers.cells,
        layout: {
          'icon-image': pictureOf(theme.name, sheet),
          'icon-offset': offsetOf(sheet),
          'icon-overlap': 'always',
          // A name may reach into the corners of the square around a donut, and a little under its edge.
          'icon-padding': -namesUnderEdge,
          'symbol-sort-key': ['-', amountExpression],
        },
        paint: { 'icon-opacity': fade.opacity, 'icon-opacity-transition': fade.transition },
      };
    }),
  LegendSign: NothingSign,
  LegendScale: ScaleSamples,
  figures: cellFigures({ id: donuts, marks: 'circles', radius: ({ amount }, scale) => radiusOf(amount, scale) }),
};

/** How cells of the tiles are read and pressed, whichever layer draws them. */
export function cellFigures({
  id,
  marks,
  radius,
}: Pick<FigureLayer<CellFigure>, 'id' | 'marks' | 'radius'>): FigureLayer<CellFigure> {
  return {
    id,
    marks,
    sourceLayer: tileLayers.cells,
    read({ geometry, properties }) {
      const point = pointOf(geometry);
      const {
        country,
        count,
        amount = count,
        killed = 0,
        injured = 0,
        killedNotReported = 0,
        injuredNotReported = 0,
        amountNotReported = 0,
        types,
        amounts = types,
        bounds: text,
      } = (properties ?? {}) as Partial<CellProperties>;
      if (
        !point ||
        country === undefined ||
        count === undefined ||
        amount === undefined ||
        types === undefined ||
        amounts === undefined ||
        text === undefined
      )
        return undefined;
      const bounds = parseBounds(text);
      // A cell is known by its area: see keyOfCell.
      const key = `${country} ${text}`;
      return (
        bounds && {
          ...point,
          layer: id,
          key,
          count,
          amount,
          shares: parseComposition(amounts),
          killed,
          injured,
          notReported: { killed: killedNotReported, injured: injuredNotReported, amount: amountNotReported },
          country,
          bounds,
        }
      );
    },
    radius,
    line: (cell, wording) =>
      wording.t('largest.item', { amount: amountWords(cell, wording), place: wording.actions.placeOf(cell) }),
    press(cell, { zoomTo }) {
      if (!canSplit(cell)) return false;
      zoomTo(cell.bounds);
      return true;
    },
    popup: {
      title: 'cell.title',
      content: (cell, actions) => <CellSummary cell={cell} actions={actions} />,
      height: ({ shares }) => 170 + 20 * Math.min(shares.length, namedTypes + 1),
    },
  };
}

/** The key of a cell, for the style. */
const keyOfCell: ExpressionSpecification = ['concat', ['get', 'country'], ' ', ['get', 'bounds']];

/** Names the picture of each cell as it is drawn; none for those that are drawn with another. */
function pictureOf(theme: ThemeName, { scale, changed }: Sheet): ExpressionSpecification {
  const own = donutKeyExpression(theme, scale);
  if (changed.length === 0) return own;
  const pictures = changed.flatMap(({ drawn, shown }) => [drawn.key, donutKey({ ...shown, theme, scale })]);
  const hidden = changed.flatMap((one) => one.hidden.map(({ key }) => key));
  return ['match', keyOfCell, ...pictures, ...(hidden.length > 0 ? [hidden, ''] : []), own] as unknown as ExpressionSpecification;
}

/** How far each cell is drawn from its place. CSS pixels. */
function offsetOf({ changed }: Sheet): ExpressionSpecification | [number, number] {
  const pushed = changed.filter(({ offset: [x, y] }) => x !== 0 || y !== 0);
  if (pushed.length === 0) return [0, 0];
  const offsets = pushed.flatMap(({ drawn, offset }) => [drawn.key, ['literal', offset]]);
  return ['match', keyOfCell, ...offsets, ['literal', [0, 0]]] as unknown as ExpressionSpecification;
}

/** About a metre: incidents closer than this stay one circle at any zoom. Degrees. */
const samePlace = 1e-5;

/** True if zooming in can tell the incidents of a cell apart. */
export function canSplit({ bounds: [west, south, east, north] }: CellFigure): boolean {
  return east - west > samePlace || north - south > samePlace;
}

/** Bounds of a cell, widened by about a metre so that rounding leaves no incident of it outside. */
export function areaOf({ bounds: [west, south, east, north] }: CellFigure): Box {
  return [west - samePlace, south - samePlace, east + samePlace, north + samePlace];
}

/** The circle without a number, of incidents of which the measure counts nothing. */
function NothingSign({ figures, measure }: LegendSignProps) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  if (!figures.some((figure) => isCell(figure) && figure.amount === 0)) return null;
  return (
    <li>
      <span className={styles.nothing} aria-hidden />
      {t('legend.nothing', { measure: common(`measure.${measure}.name`) })}
    </li>
  );
}

/** Circles of three sizes with their counts; of the smallest, all counts that are drawn alike. */
function ScaleSamples({ scale, measure }: LegendScaleProps) {
  const { t, i18n } = useTranslation('map');
  const { t: common } = useTranslation();
  const format = compactCount(localeOf(i18n.language));
  const name = t('legend.size', { measure: common(`measure.${measure}.name`) });
  const alike = drawnAlike(scale);
  return (
    <div>
      <p className={styles.scale}>{name}</p>
      <ul className={`${kit.rowWide} ${kit.quiet} ${kit.keys} ${styles.samples}`} aria-label={name}>
        {scaleSamples(scale).map((count) => {
          const radius = radiusOf(count, scale);
          return (
            <li key={count}>
              <svg width={radius * 2 + 2} height={radius * 2 + 2} aria-hidden>
                <circle cx={radius + 1} cy={radius + 1} r={radius} />
              </svg>
              {count === alike && alike > 1 ? `1–${format(count)}` : format(count)}
            </li>
          );
        })}
      </ul>
      {alike > 1 && <p className={styles.note}>{t('legend.alike', { formatted: format(alike) })}</p>}
    </div>
  );
}

/** What a circle of several incidents means, and what to do with it. */
function CellSummary({ cell, actions }: { readonly cell: CellFigure; readonly actions: FigureActions }) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const splits = canSplit(cell);
  const incidents = t('cell.incidents', { count: cell.count, formatted: number.count(cell.count) });
  const amount = actions.amountOf(cell);
  return (
    <div className={kit.stack}>
      <div>
        <p className={summaries.title}>{amount ?? incidents}</p>
        {amount !== undefined && <p className={kit.quiet}>{incidents}</p>}
        <p className={kit.quiet}>{actions.placeOf(cell)}</p>
        {!splits && <p className={kit.quiet}>{t('cell.samePlace')}</p>}
      </div>
      <Casualties figure={cell} />
      <CompositionBars shares={cell.shares} />
      <div className={`${kit.tools} ${kit.top1}`}>
        {splits && (
          <button
            type="button"
            className={`${buttons.plain} ${kit.grow} ${kit.nowrap}`}
            onClick={() => actions.zoomTo(cell.bounds)}
          >
            {t('zoomIn')}
          </button>
        )}
        <button
          type="button"
          className={`${buttons.plain} ${kit.grow} ${kit.nowrap}`}
          onClick={() => actions.listArea(cell.country, areaOf(cell))}
        >
          {t('cell.list')}
        </button>
      </div>
    </div>
  );
}
