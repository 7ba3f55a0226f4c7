import type { Measure } from '@monitor/domain';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type LayerName, pictures } from '../filter/pictures.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { FigureList } from './figure-list.tsx';
import { type Figure, type Nth, useFigureWording } from './figure.ts';
import { figureLayer } from './figures-in-view.ts';
import type { FigureActions } from './map-layer.ts';
import type { FigureFocusControl } from './use-figure-focus.ts';
import { useLastMove } from './use-last-move.ts';

interface FiguresReadAloudProps {
  readonly map: MapLibreMap | null;
  readonly picture: LayerName;
  /** Query text of the filter that the map shows. */
  readonly query: string;
  readonly measure: Measure;
  /** Whether the map shows just that, and nothing of it is on its way. */
  readonly atRest: boolean;
  /** Something that the map needs could not be loaded. */
  readonly failed: boolean;
  /** The figures in view, those with most first. */
  readonly figures: readonly Figure[];
  readonly control: FigureFocusControl;
  readonly actions: FigureActions;
}

/** The map for who cannot see it: its figures as a list, and what is in view after each move. */
export function FiguresReadAloud({
  map,
  picture,
  query,
  measure,
  atRest,
  failed,
  figures,
  control,
  actions,
}: FiguresReadAloudProps) {
  const { t } = useTranslation('map');
  const wording = useFigureWording(actions);
  const last = useLastMove(map, query);
  const nameOf = (figure: Figure, nth: Nth) => figureLayer(figure).line(figure, wording, nth);
  const title = pictures[picture].marks === undefined ? 'largest.areas' : 'largest.title';
  return (
    <>
      <FigureList
        title={t(title)}
        none={t('largest.none')}
        busy={!atRest && !failed}
        shows={atRest ? `${picture} of ${measure} ${query}`.trim() : undefined}
        figures={figures}
        nameOf={nameOf}
        onPoint={(figure) => (figure ? control.point(figure) : control.release())}
        onChoose={control.pin}
      />
      <output className="visually-hidden">
        {/* Another move in the same words is said again. */}
        {last && (
          <span key={last.nth}>
            {last.move.kind === 'moved' ? t(`move.${last.move.direction}`) : t(`move.${last.move.kind}`)}{' '}
            {t('move.figures', { count: figures.length })}{' '}
            {figures[0] && t('move.most', { figure: nameOf(figures[0], { nth: 1, all: figures.length }) })}
          </span>
        )}
      </output>
    </>
  );
}
