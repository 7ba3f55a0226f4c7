import type { Map as MapLibreMap } from 'maplibre-gl';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMediaQuery } from '../controls/use-media-query.ts';
import { localeOf } from '../i18n/languages.ts';
import { useTerms } from '../i18n/terms.ts';
import { BaseMap, zoomToBounds } from './base-map.tsx';
import { boundaryAddresses } from './boundary-addresses.ts';
import { CellSummary } from './cell-summary.tsx';
import { canSplit, type CellFigure, figureRadius, type MapFigure } from './figure.ts';
import { outsideView } from './figures-in-view.ts';
import { FigurePopup } from './figure-popup.tsx';
import { usualScale } from './figure-size.ts';
import { Footnotes } from './footnotes.tsx';
import { IncidentSummary } from './incident-summary.tsx';
import type { IncidentMapProps } from './incident-map-props.ts';
import styles from './incident-map.module.css';
import { LargestCells } from './largest-cells.tsx';
import { Legend } from './legend.tsx';
import { MapControls } from './map-controls.tsx';
import { mapFontFaces } from './map-fonts.ts';
import { MapNotices } from './map-notices.tsx';
import { mapNames } from './map-names.ts';
import { mapStyle } from './map-style.ts';
import { mapThemes } from './map-theme.ts';
import { prefersReducedMotion } from '../controls/motion.ts';
import { showIncidents, useCamera } from './use-camera.ts';
import { useDonuts } from './use-donuts.ts';
import { useFigureFocus } from './use-figure-focus.ts';
import { useFinerTiles } from './use-finer-tiles.ts';
import { useLate } from './use-late.ts';
import { useMapStyle } from './use-map-style.ts';
import { useTileAddress } from './use-tile-address.ts';
import { useTileFailures } from './use-tile-failures.ts';
import { nearestSettlement } from './settlements.ts';
import { useSettlements } from './use-settlements.ts';
import { useSheetChanges, useSheets } from './use-sheets.ts';
import { useViewSummary } from './use-view-summary.ts';

/** As in incident-map.module.css. */
const narrowScreen = '(width < 700px)';

/** Milliseconds that the map may show an earlier selection without saying so. */
const unnoticedWait = 1000;

/** The drawn map with everything that stands on it. */
export function MapCanvas(props: IncidentMapProps & { readonly onBroken: () => void }) {
  const { t, i18n } = useTranslation('map');
  const terms = useTerms();
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const narrow = useMediaQuery(narrowScreen);

  const incidentTiles = useTileAddress(props.query, props.datasetVersion);
  const [sheets, setSheets] = useSheets(incidentTiles);
  const { shown } = sheets;
  const scale = shown?.scale ?? usualScale;
  const { failures, failed, retry } = useTileFailures(map);
  useCamera(map, props.camera, props.onCameraChange);

  const zoomTo = (cell: CellFigure) => {
    if (map) zoomToBounds(map, cell.bounds);
  };
  const act = (figure: MapFigure) => {
    if (figure.kind === 'cell' && !canSplit(figure)) return false;
    if (figure.kind === 'cell') zoomTo(figure);
    else props.onSelectIncident(figure.id);
    return true;
  };
  const control = useFigureFocus(map, { sheet: shown, act });
  const { focus } = control;

  const names = useMemo(() => mapNames(i18n.language), [i18n.language]);
  const style = useMemo(
    () =>
      mapStyle({
        theme: mapThemes[props.theme],
        boundaries: boundaryAddresses,
        fonts: mapFontFaces,
        ...names,
        sheets,
        selectedIncident: props.selectedIncident,
        focus: focus && { lon: focus.figure.lon, lat: focus.figure.lat, radius: figureRadius(focus.figure, scale) },
        narrow,
        motion: !prefersReducedMotion(),
      }),
    [props.theme, names, sheets, scale, props.selectedIncident, focus, narrow],
  );
  const firstStyle = useMapStyle(map, style, failures);
  useSheetChanges(map, incidentTiles, sheets, setSheets, failures);
  useFinerTiles(map, sheets);
  useDonuts(map, localeOf(i18n.language), props.theme, sheets);
  const { summary, current } = useViewSummary(map, shown);

  /** What is shown is of an earlier filter, or of earlier data. */
  const stale = shown !== undefined && shown.tiles !== incidentTiles;

  const late = useLate(stale ? shown.key : undefined, unnoticedWait);

  const settlements = useSettlements(map);
  const placeOf = (cell: CellFigure) => {
    const settlement = map && nearestSettlement(settlements, cell, cell.country, map.getZoom());
    const location = terms.place(cell.country);
    return settlement ? t('cell.near', { settlement: settlement.name, location }) : t('cell.in', { location });
  };

  const describe = (figure: MapFigure) =>
    figure.kind === 'cell' ? (
      <CellSummary cell={figure} place={placeOf(figure)} onZoomTo={zoomTo} onSelectArea={props.onSelectArea} />
    ) : (
      <IncidentSummary incident={figure} onSelect={props.onSelectIncident} />
    );

  return (
    <div className={styles.frame}>
      <div className={styles.canvas}>
        <BaseMap initialStyle={firstStyle} initialCamera={props.camera} onMap={setMap} onBroken={props.onBroken}>
          {map && <FigurePopup map={map} control={control} scale={scale} describe={describe} />}
        </BaseMap>
      </div>
      <div className={styles.notice}>
        <MapNotices
          failed={failed}
          stale={stale}
          late={late}
          onRetry={retry}
          empty={summary?.incidents === 0}
          outside={current && !stale ? outsideView(props.located, summary) : 0}
          onShowAll={() => {
            if (map) void showIncidents(map, incidentTiles);
          }}
        />
      </div>
      <div className={styles.overlay}>
        <div className={styles.legend}>
          <Legend summary={summary} scale={scale} openAtFirst={!narrow} />
        </div>
        <div className={styles.controls}>
          <MapControls map={map} />
        </div>
        <div className={styles.footnotes}>
          <Footnotes synthetic={props.synthetic} />
        </div>
      </div>
      <LargestCells cells={summary?.largest ?? []} placeOf={placeOf} onChoose={control.pin} />
    </div>
  );
}
