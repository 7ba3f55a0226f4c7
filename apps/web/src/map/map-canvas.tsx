import type { DatasetList } from '@monitor/contract';
import type { Box, Measure } from '@monitor/domain';
import { localeOf } from '@monitor/domain';
import { type AreaAnswer, type MapComparison, type SyntheticShare } from '@monitor/findings';
import { isNamedByBaseMap, siteFocus } from '@monitor/geography';
import { useQuery } from '@tanstack/react-query';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { queries } from '../api/queries.ts';
import { isByType, type MissingOnMap, pictures } from '../filter/pictures.ts';
import { prefersReducedMotion } from '../controls/motion.ts';
import { useMediaQuery } from '../controls/use-media-query.ts';
import type { Camera, View } from '../filter/explore-state.ts';
import type { DrawnArea } from '../filter/filter-actions.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { BaseMap } from './base-map.tsx';
import { DetailNote } from './detail-note.tsx';
import { useDonuts } from './donut-pictures.ts';
import { FigurePopup } from './figure-popup.tsx';
import { usualScale } from './figure-size.ts';
import { type Figure, isArea } from './figure.ts';
import { figureLayer, outsideView, useAreasInView, useViewSummary, withInset } from './figures-in-view.ts';
import { type FilterAreas, shapesOf } from './drawn-shape.ts';
import { AreaHandles } from './area-handles.tsx';
import { DrawNotice } from './draw-tools.tsx';
import { type FilmedFrame, useFilmed } from './filmed.ts';
import { Footnotes } from './footnotes.tsx';
import styles from './incident-map.module.css';
import kit from '../styles/kit.module.css';
import { LandSketch } from './land-sketch.tsx';
import { LayerSwitch } from './layer-switch.tsx';
import { markedTiles, useTileAddress } from './incident-tiles.ts';
import { FiguresReadAloud } from './figures-read-aloud.tsx';
import { legendCovers, type LegendSide } from './legend-room.ts';
import { InsetMap } from './inset-map.tsx';
import { Legend, useLegendTitle } from './legend.tsx';
import type { PicturePiece } from './legend-picture.ts';
import { mapImage, roomForLegend } from './map-image.ts';
import { MapControls } from './map-controls.tsx';
import type { PictureData } from './map-layer.ts';
import { MapNotices } from './map-notices.tsx';
import { MapOnPaper } from './map-on-paper.tsx';
import { mapStyle, styleOfInset } from './map-style.ts';
import { circleOf, ringOf } from './layers/selected-incident.tsx';
import { mapThemes, type ThemeName } from './map-theme.ts';
import { shadedValue } from './shading.ts';
import { useHoveredRing } from './use-hovered-ring.ts';
import { usePictureData } from './picture-data.ts';
import { useSettlements } from './settlements.ts';
import { useBasemapNotes, useOperatorBasemap } from './operator-basemap.ts';
import { ScaleBar } from './scale-bar.tsx';
import { useTileFailures } from './tile-failures.ts';
import { useAtRest } from './use-at-rest.ts';
import { useAreaTool } from './use-area-tool.ts';
import { useCallOuts } from './use-call-outs.ts';
import { type OpenRecord, showIncidents, useCamera, useInsetPlace, zoomToBounds } from './use-camera.ts';
import { useFigureActions } from './use-figure-actions.ts';
import { useFigureFocus } from './use-figure-focus.ts';
import { useNoteOfNames } from './use-note-of-names.ts';
import { useMapStyle } from './use-map-style.ts';
import { useFinerTiles, useSheetChanges, useSheets } from './use-sheets.ts';

const none: readonly string[] = [];
const codesElsewhere = ({ datasets }: DatasetList) =>
  [...new Set([...siteFocus().locations, ...datasets.flatMap(({ countries }) => countries)])]
    .filter((code) => !isNamedByBaseMap(code))
    .toSorted();

/** Shaded areas leave all of the map to names. */
const noFigures: readonly Figure[] = [];

/** As in incident-map.module.css. */
const narrowScreen = '(max-width: 720px)';

/** Everything that the map needs from outside; it keeps no filter state of its own. */
export interface IncidentMapProps {
  /** Canonical query text of the filter; part of every tile's address. */
  readonly query: string;
  /** What the sizes and numbers of circles count. */
  readonly measure: Measure;
  /** What the map shows of the incidents, and how. */
  readonly picture: Pick<View, 'layer' | 'shade' | 'hexagons' | 'spots' | 'opacity'>;
  /** Counts by location and region, for areas that are shaded; undefined while they are not known of this very filter. */
  readonly answer: AreaAnswer | undefined;
  /** What that is compared with, where it is. */
  readonly compared: MapComparison | undefined;
  /** Incidents of the filter that have a point on the map; undefined while that is not known of this very filter. */
  readonly located: number | undefined;
  /** Those that the picture cannot show, and the way to the list of those without a point. */
  readonly missing: MissingOnMap | undefined;
  readonly onListWithoutPoint: () => void;
  /** Version of the published data; a new one makes the map reload its tiles. */
  readonly datasetVersion: number;
  readonly theme: 'light' | 'dark';
  /** Where to look at first; undefined for all that it is about. */
  readonly camera: Camera | undefined;
  readonly onCameraChange: (camera: Camera) => void;
  readonly openRecord: OpenRecord | undefined;
  /** The circle that the incident of the open record is in has so many incidents; undefined if it is in none. */
  readonly onRecordCircle: (count: number | undefined) => void;
  readonly onSelectIncident: (id: string) => void;
  /** The areas that the filter selects, in degrees; the same values as long as they do not change. */
  readonly areas: FilterAreas;
  /** The person has drawn an area, or changed it. */
  readonly onArea: (area: DrawnArea) => void;
  readonly onRemoveArea: () => void;
  /** The person selects what is in view. */
  readonly onUseView: (bounds: Box) => void;
  /** The person asks for the list of the incidents of a location within these bounds. */
  readonly onSelectArea: (country: string, bounds: Box) => void;
  /** The person adds a location or region to the filter, or takes it away. */
  readonly onChooseArea: (code: string) => void;
  /** Address of the page of a location or region, with the same filter. */
  readonly addressOfArea: (code: string) => string;
  /**
   * The person saves the map. Undefined while it cannot be given away.
   * @param take draws it with its legend; to be called while the page has the light theme
   * @param noteOfNames that it must have
   */
  readonly onSave: ((title: string, take: () => PicturePiece, noteOfNames: readonly string[]) => void) | undefined;
  /** The person wants a film of the map. Undefined while none can be made. */
  readonly onFilm: (() => void) | undefined;
  /** The frame that the map shows for a film, whose filter is then that of the other values. */
  readonly film: FilmedFrame | undefined;
  /** How much of the data shown is made up; the map says so. */
  readonly synthetic: SyntheticShare;
}

/** The map with everything on it. */
export function MapCanvas(props: IncidentMapProps & { readonly onBroken: () => void }) {
  const { t, i18n } = useTranslation('map');
  const terms = useTerms();
  const { small_view: { inset: far } = {} } = siteFocus();
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const narrow = useMediaQuery(narrowScreen);

  const incidentTiles = useTileAddress(props.query, props.measure, props.datasetVersion);
  const { layer, opacity } = props.picture;
  const { marks } = pictures[layer];
  const sheetTiles = marks && markedTiles(incidentTiles, marks);
  const [sheets, setSheets] = useSheets(sheetTiles, marks);
  const answer = useLast(props.answer);
  const compared = useLast(props.compared);
  const { film } = props;
  const answers = { ...props, answer, compared };
  const { data, areas, key, current: isDataCurrent } = usePictureData(map, props.picture, answers, film?.scale);
  const { shown } = sheets;
  const scale = shown?.scale ?? usualScale;
  const { failures, failed, retry } = useTileFailures(map);
  // A film does not move the map.
  const tilesOfAddress = useLast(film ? undefined : incidentTiles) ?? incidentTiles;
  const isPlaced = useCamera(map, props.camera, props.onCameraChange, tilesOfAddress, props.openRecord);

  const areaTool = useAreaTool(map, { areas: props.areas, theme: mapThemes[props.theme], onArea: props.onArea });
  const { tool } = areaTool;
  const basemap = useOperatorBasemap();
  const basemapNotes = useBasemapNotes();
  const noteOfNames = useNoteOfNames(map);
  const { data: elsewhere = none } = useQuery({ ...queries.datasets(), select: codesElsewhere });
  const settlements = useSettlements(map);
  const actions = useFigureActions(map, settlements, {
    measure: props.measure,
    openIncident: props.onSelectIncident,
    listArea: props.onSelectArea,
    chooseArea: props.onChooseArea,
    addressOfArea: props.addressOfArea,
  });
  const pressable = { sheet: shown, areas, key: key ?? String(shown?.key) };
  const control = useFigureFocus(tool === undefined ? map : null, {
    pressable,
    press: (figure) => figureLayer(figure).press(figure, actions),
  });
  const { focus } = control;

  const insetPlace = useInsetPlace(map);
  const [inset, setInset] = useState<MapLibreMap | null>(null);
  const ofMap = useViewSummary(map, shown);
  const ofInset = useViewSummary(inset, shown);
  const current = ofMap.current && (insetPlace === undefined || ofInset.current);
  const summary = useMemo(
    () => (ofMap.summary && insetPlace && ofInset.summary ? withInset(map, ofMap.summary, ofInset.summary) : ofMap.summary),
    [map, ofMap.summary, ofInset.summary, insetPlace],
  );
  const hoveredRing = useHoveredRing(focus?.figure, summary?.figures, scale);
  const circle = useMemo(() => circleOf(summary?.figures ?? [], props.openRecord), [summary, props.openRecord]);
  const { onRecordCircle } = props;
  useEffect(() => onRecordCircle(circle?.count), [onRecordCircle, circle?.count]);
  const overlay = useRef<HTMLDivElement>(null);
  const callOuts = useCallOuts(map, {
    figures: marks === undefined ? noFigures : summary?.figures,
    scale,
    language: i18n.language,
    overlay,
  });

  const styleIn = useCallback(
    (theme: ThemeName) =>
      mapStyle({
        basemap,
        elsewhere,
        theme: mapThemes[theme],
        language: i18n.language,
        sheets,
        areas: areaTool.areas,
        selectedIncident: ringOf(props.openRecord, circle, scale),
        picture: layer,
        opacity: opacity / 100,
        data,
        focusArea: focus && isArea(focus.figure) ? focus.figure.key : undefined,
        focus:
          focus === undefined || isArea(focus.figure)
            ? hoveredRing
            : {
                lon: focus.figure.lon,
                lat: focus.figure.lat,
                radius: figureLayer(focus.figure).radius(focus.figure, scale),
              },
        callOuts,
        motion: !prefersReducedMotion(),
      }),
    [
      basemap,
      elsewhere,
      i18n.language,
      sheets,
      layer,
      opacity,
      data,
      scale,
      areaTool.areas,
      props.openRecord,
      circle,
      focus,
      hoveredRing,
      callOuts,
    ],
  );
  const style = useMemo(() => styleIn(props.theme), [styleIn, props.theme]);
  const firstStyle = useMapStyle(map, style, failures);
  const insetStyle = useMemo(() => styleOfInset(style), [style]);
  useSheetChanges(map, sheetTiles, sheets, setSheets, failures, film && (film.scale.figures ?? 'alone'), inset);
  useFinerTiles(map, sheets);
  useDonuts(map, localeOf(i18n.language), props.theme, sheets);

  // Of the view that was read last: while the map moves, the legend stays as it is. Land may be under it before there are figures.
  const side: LegendSide = isByType(layer) ? 'start' : 'end';
  const areasInView = useAreasInView(map, areas);
  const roomy = useMemo(() => {
    const figures = summary?.figures ?? areasInView;
    return !narrow && map !== null && isPlaced && !legendCovers(map, side, figures, siteFocus().locations);
  }, [narrow, side, map, isPlaced, summary, areasInView]);

  /** Number of the sheet that is shown, where it is of an earlier filter or of earlier data. */
  const stale = shown !== undefined && shown.tiles !== sheetTiles ? shown.key : undefined;

  const shownKey = key ?? shown?.key;
  const drawn = {
    theme: props.theme,
    locale: localeOf(i18n.language),
    style,
    styleIn,
    inset:
      far && insetPlace && inset
        ? { map: inset, style: insetStyle, place: insetPlace, words: [terms.place(far.location), t('inset.note')] }
        : undefined,
  };
  const legend = useRef<HTMLDivElement>(null);
  const legendTitle = useLegendTitle(layer, props.measure);
  const areTilesWanted = shown?.tiles === sheetTiles && sheets.leaving === undefined && sheets.loading === undefined && current;
  const isOfAddress = marks === undefined ? props.answer !== undefined && isDataCurrent && key !== undefined : areTilesWanted;
  const isWanted = isPlaced && isOfAddress;
  const onMap = useMemo(() => (isWanted ? { style, summary, data, film } : undefined), [isWanted, style, summary, data, film]);
  const atRest = useAtRest(map, onMap);
  useFilmed(film, atRest, () => ({
    title: legendTitle,
    measure: {
      figures: marks === undefined ? undefined : scale,
      shaded: shadedOf(data),
      level: data.hexagons?.level,
    },
    legend: roomForLegend(legend.current?.firstElementChild ?? null),
    take: (room) => mapImage(map!, drawn, legend.current?.firstElementChild ?? null, room),
  }));

  return (
    <div className={`${kit.fill} ${kit.relative} ${styles.frame}`}>
      <div className={`${kit.screenOnly} ${kit.cover} ${styles.canvas}`}>
        <LandSketch map={map} />
        <BaseMap initialStyle={firstStyle} initialCamera={props.camera} onMap={setMap} onBroken={props.onBroken}>
          {map && <FigurePopup map={map} control={control} scale={scale} actions={actions} />}
        </BaseMap>
      </div>
      <MapOnPaper map={map} {...drawn} />
      <div className={`${kit.stack} ${kit.screenOnly} ${kit.cover} ${styles.notice}`}>
        {tool !== undefined ? (
          <DrawNotice {...areaTool} />
        ) : (
          <MapNotices
            failed={failed}
            loading={marks === undefined ? key === undefined : shown === undefined}
            stale={stale}
            onRetry={retry}
            empty={marks !== undefined && summary?.incidents === 0}
            located={props.located}
            // While tiles of the view come, those that are not there yet are not outside of it.
            outside={marks !== undefined && atRest && stale === undefined ? outsideView(props.located, summary) : 0}
            onShowAll={() => {
              if (map) void showIncidents(map, incidentTiles);
            }}
          />
        )}
        {basemap === undefined && <DetailNote map={map} settlements={settlements} />}
      </div>
      {map && tool === 'edit' ? <AreaHandles map={map} areaTool={areaTool} /> : null}
      <div ref={overlay} className={`${kit.stack} ${styles.overlay}`}>
        <div ref={legend} className={styles.legend} data-side={side}>
          <Legend
            summary={summary}
            scale={scale}
            measure={props.measure}
            picture={layer}
            data={data}
            selected={props.openRecord?.point !== undefined}
            missing={props.missing}
            onListWithoutPoint={props.onListWithoutPoint}
            roomy={roomy}
          />
        </div>
        {insetPlace === undefined || far === undefined ? null : (
          <div className={`${kit.screenOnly} ${styles.inset}`}>
            <InsetMap
              name={terms.place(far.location)}
              of={far}
              style={insetStyle}
              sheets={sheets}
              theme={props.theme}
              place={insetPlace}
              onMap={setInset}
              onOpen={() => map && zoomToBounds(map, far.view)}
            />
          </div>
        )}
        <div className={`${kit.screenOnly} ${styles.layers}`}>
          <LayerSwitch />
        </div>
        <div className={`${kit.stack} ${kit.screenOnly} ${styles.controls}`}>
          <MapControls
            map={map}
            onUseView={props.onUseView}
            onFilm={props.onFilm}
            areaTool={areaTool}
            hasArea={shapesOf(props.areas).length > 0}
            onRemoveArea={props.onRemoveArea}
            onSave={
              map && props.onSave && !stale && shownKey !== undefined
                ? () =>
                    props.onSave?.(legendTitle, () => mapImage(map, drawn, legend.current?.firstElementChild ?? null), noteOfNames)
                : undefined
            }
          />
        </div>
        <div className={`${kit.screenOnly} ${styles.scale}`} data-side={side === 'start' ? 'end' : 'start'}>
          <ScaleBar map={map} />
        </div>
        <div className={styles.footnotes}>
          <Footnotes synthetic={props.synthetic} noteOfNames={noteOfNames} basemap={basemapNotes} />
        </div>
      </div>
      <FiguresReadAloud
        map={map}
        picture={layer}
        query={props.query}
        measure={props.measure}
        atRest={atRest}
        failed={failed}
        figures={marks === undefined ? areasInView : (summary?.largest ?? [])}
        control={control}
        actions={actions}
      />
    </div>
  );
}

/** What the areas of a picture are shaded by; hot spots are in no classes. */
function shadedOf({ shading, hexagons }: PictureData) {
  const classed = shading ?? hexagons;
  return classed && { by: classed.by, values: classed.areas.map(shadedValue) };
}

/** What was known last, while the next is on its way. */
function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}
