import { filterQuery } from '@monitor/contract';
import { areaNames, type Box, type Filter, type Period, wholeOf } from '@monitor/domain';
import { compareSides } from '@monitor/findings';
import { population } from '@monitor/geography';
import { useQuery } from '@tanstack/react-query';
import { type Ref, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { queries } from '../api/queries.ts';
import { sitePath } from '../api/site.ts';
import { missingOnMap, pictures } from '../filter/pictures.ts';
import { type Answers, notAsked, useSide } from '../filter/use-answers.ts';
import { mapNotices } from '../i18n/notices.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { useTheme } from '../styles/theme.ts';
import type { Camera } from '../filter/explore-state.ts';
import {
  clear,
  type DrawnArea,
  moveCamera,
  selectView,
  setArea,
  setDrawnArea,
  setPeriod,
  showWithoutPoint,
  toggleValue,
} from '../filter/filter-actions.ts';
import { placeQuery } from '../filter/place-address.ts';
import { useExplore } from '../filter/use-explore.ts';
import { ChartNotes } from '../sections/chart-notes.tsx';
import { inLightTheme } from '../sections/light-theme.ts';
import type { PicturePart } from '../sections/paper-picture.ts';
import { useSidesNotes } from '../charts/use-sides-notes.ts';
import { usePictureFile } from '../sections/use-picture-file.ts';
import { loadedPart } from '../controls/loaded-part.tsx';
import { loadedDialog } from '../controls/opener.tsx';
import type { IncidentMapProps } from '../map/map-canvas.tsx';
import { useOperatorBasemap } from '../map/operator-basemap.ts';
import { MapPlace } from '../map/map-place.tsx';
import type { FilmDialogProps } from './film/film-dialog.tsx';
import { type FrameOnMap, useFilming } from './film/use-filming.ts';
import styles from './map-area.module.css';
import kit from '../styles/kit.module.css';

const IncidentMap = loadedPart<IncidentMapProps>(
  () => import('../map/incident-map.tsx'),
  ({ synthetic }) => <MapPlace synthetic={synthetic} />,
);

/** It closes by its buttons and by Escape alone: a press beside it would give up a film. */
const FilmDialog = loadedDialog<FilmDialogProps>('firm', () => import('./film/film-dialog.tsx'));

interface MapAreaProps {
  readonly answers: Answers;
  /** The person asked for the list of what a circle holds. */
  readonly onListed: () => void;
  /** The number of incidents in the circle that the incident of the open record is in; undefined if it is in none. */
  readonly onRecordCircle: (count: number | undefined) => void;
  readonly ref: Ref<HTMLElement>;
}

/** The map, loaded when the rest of the screen stands. */
export function MapArea(props: MapAreaProps) {
  return (
    <ChartNotes answers={props.answers}>
      <NotedMap {...props} />
    </ChartNotes>
  );
}

function NotedMap({ answers, onListed, onRecordCircle, ref }: MapAreaProps) {
  const { t } = useTranslation();
  const { t: ofMap } = useTranslation('map');
  const { query, filter, view, act, actInPlace, openRecord } = useExplore();
  const { frame, show, stop } = useFilming();
  const [filming, setFilming] = useState(false);
  const openFilm = useCallback(() => setFilming(true), []);
  const { theme } = useTheme();
  const look = useCallback((camera: Camera) => actInPlace(moveCamera(camera)), [actInPlace]);
  const chooseView = useCallback((box: Box) => act(selectView(box)), [act]);
  const list = useCallback(
    (country: string, box: Box) => {
      act(setArea(country, box));
      onListed();
    },
    [act, onListed],
  );
  const { bbox, within, near } = filter;
  const areas = useMemo(() => ({ bbox, within, near }), [bbox, within, near]);
  const draw = useCallback((area: DrawnArea) => act(setDrawnArea(area)), [act]);
  const removeArea = useCallback(() => act(clear(...areaNames)), [act]);
  const listWithoutPoint = useCallback(() => {
    act(showWithoutPoint);
    onListed();
  }, [act, onListed]);
  const chooseArea = useCallback(
    (code: string) => act(toggleValue(wholeOf('region', code) === code ? 'country' : 'region', code)),
    [act],
  );
  const addressOfArea = useCallback((code: string) => sitePath(`/places/${code}?${placeQuery(filter)}`), [filter]);
  const file = usePictureFile();
  // The map is not drawn again for what it only hands over when it is saved.
  const sidesNotes = useSidesNotes(answers);
  const version = answers.summary.data?.datasetVersion;
  const latestFile = useRef({ file, sidesNotes, version });
  useLayoutEffect(() => {
    latestFile.current = { file, sidesNotes, version };
  });
  const credits = [t('map.credits'), ...(useOperatorBasemap()?.credits ?? [])].join(' · ');
  const save = useCallback(
    (title: string, take: () => PicturePart, noteOfNames: readonly string[]) => {
      const { file: current, sidesNotes: ofSides, version: shown } = latestFile.current;
      const ofVersion = shown === undefined ? [] : [`${t('embed.version', { version: shown })}.`];
      const notes = [...noteOfNames, ...ofSides, ...ofVersion, ...mapNotices(t), credits];
      const body = inLightTheme(take);
      void current?.save({ title, reading: undefined, body, notes }, current.nameOf('map', 'png'), 'png');
    },
    [t, credits],
  );
  const record = useOpenRecord(view.incident, filter);
  const { data, outdated } = answers.summary;
  const isOfMap = data !== undefined && !outdated && answers.filterOfFigures === filter;
  const located = isOfMap ? data.totals.incidents - data.totals.withoutPoint : undefined;
  const { layer, shade, hexagons, spots, opacity } = view;
  const picture = useMemo(() => ({ layer, shade, hexagons, spots, opacity }), [layer, shade, hexagons, spots, opacity]);
  const { measure } = answers;
  const [sideA, sideB] = [useSide(answers), useSide(answers.against)];
  const answer = useMemo(
    () => (isOfMap && sideA !== undefined ? { summary: data, filter, query, datasets: sideA.datasets, measure } : undefined),
    [isOfMap, sideA, data, filter, query, measure],
  );
  const otherData = answers.against?.summary.outdated === false ? answers.against.summary.data : undefined;
  const compared = useMemo(() => {
    if (otherData === undefined || sideA === undefined || sideB === undefined) return undefined;
    const { filter: other, datasets } = sideB;
    return {
      sides: [sideA, sideB] as const,
      comparison: compareSides(sideA, sideB, measure, population),
      answer: { summary: otherData, filter: other, query: filterQuery(other), datasets, measure },
    };
  }, [sideA, sideB, otherData, measure]);
  const filmed = useFilmed(frame, answers);
  const whole = filmedPeriod(filter, answers.coverage);
  return (
    <section ref={ref} className={`${kit.least} ${kit.relative} ${styles.area}`} aria-label={t('map.label')}>
      <h2 className="visually-hidden">{t('map.label')}</h2>
      <IncidentMap
        what={t('map.label')}
        query={filmed?.query ?? query}
        measure={view.measure}
        picture={picture}
        answer={filmed ? filmed.answer : answer}
        compared={compared}
        located={filmed ? undefined : located}
        missing={isOfMap ? missingOnMap(view, data, filter) : undefined}
        onListWithoutPoint={listWithoutPoint}
        datasetVersion={answers.summary.data?.datasetVersion ?? 0}
        theme={theme}
        camera={view.at}
        onCameraChange={look}
        openRecord={record}
        onRecordCircle={onRecordCircle}
        onSelectIncident={openRecord}
        areas={areas}
        onArea={draw}
        onRemoveArea={removeArea}
        onUseView={chooseView}
        onSelectArea={list}
        onChooseArea={chooseArea}
        addressOfArea={addressOfArea}
        onSave={isOfMap && file ? save : undefined}
        onFilm={isOfMap && file && whole && pictures[layer].compares !== true ? openFilm : undefined}
        film={frame}
        synthetic={answers.synthetic}
      />
      {whole && (
        <FilmDialog
          what={ofMap('film.title')}
          label={ofMap('film.title')}
          isOpen={filming}
          onOpenChange={setFilming}
          filter={filter}
          credits={credits}
          period={whole}
          show={show}
          stop={stop}
        />
      )}
    </section>
  );
}

/** What the map shows of a frame of a film: the filter of the address in another period, and its figures once they are there. */
function useFilmed(frame: FrameOnMap | undefined, { requestOf }: Answers) {
  const { stateAfter, filter, view } = useExplore();
  const period = frame?.period;
  const state = useMemo(() => (period ? stateAfter(setPeriod(period)) : undefined), [period, stateAfter]);
  const { data, isPlaceholderData } = useQuery({ ...requestOf(state ?? { filter, view }), ...(state === undefined && notAsked) });
  return useMemo(() => {
    if (state === undefined) return undefined;
    const query = filterQuery(state.filter);
    const side = isPlaceholderData ? undefined : data?.data?.sides[0];
    const datasets = data?.datasets.filter(({ slug }) => side?.held.includes(slug) ?? false) ?? [];
    const answer = side && { summary: side.summary, filter: state.filter, query, datasets, measure: state.view.measure };
    return { query, answer };
  }, [state, data, isPlaceholderData]);
}

/** What a film is of: the filter's period, or the end of the data if the filter has none. */
function filmedPeriod({ from, to }: Filter, coverage: Period | undefined): Period | undefined {
  const period = { from: from ?? coverage?.from, to: to ?? coverage?.to };
  if (period.from === undefined || period.to === undefined || period.from > period.to) return undefined;
  return { from: period.from, to: period.to };
}

/** What the map needs of the incident whose record is open. */
function useOpenRecord(id: string | undefined, filter: Filter) {
  const { data } = useQuery({ ...queries.incident(id ?? ''), enabled: id !== undefined });
  const { lon, lat, country } = data ?? {};
  const located = typeof lon === 'number' && typeof lat === 'number';
  const { data: selected = false } = useQuery({ ...queries.selects(filter, id ?? ''), enabled: id !== undefined && located });
  return useMemo(() => {
    if (id === undefined) return undefined;
    return { point: typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : undefined, country, selected };
  }, [id, lon, lat, country, selected]);
}
