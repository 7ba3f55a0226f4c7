import type { Map as MapLibreMap } from 'maplibre-gl';
import { useTranslation } from 'react-i18next';
import type { LayerName } from '../filter/pictures.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { FigureList } from './figure-list.tsx';
import { type Figure, isArea, isCell } from './figure.ts';
import type { FigureActions } from './map-layer.ts';
import { pictures } from '../filter/pictures.ts';
import type { FigureFocusControl } from './use-figure-focus.ts';
import { useLastMove } from './use-move-words.ts';

interface FiguresToldProps {
  readonly map: MapLibreMap | null;
  readonly picture: LayerName;
  /** Query text of the filter that the map shows. */
  readonly query: string;
  /** The figures in view, those with most first. */
  readonly figures: readonly Figure[];
  readonly control: FigureFocusControl;
  readonly actions: FigureActions;
}

/** The map for who cannot see it: its figures as a list, and what is in view after each move. */
export function FiguresTold({ map, picture, query, figures, control, actions }: FiguresToldProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const terms = useTerms();
  const last = useLastMove(map, query);
  const nameOf = (figure: Figure) => {
    const incidents = t('cell.incidents', { count: figure.count, formatted: number.count(figure.count) });
    const amount = actions.amountOf(figure) ?? incidents;
    if (isArea(figure))
      return t('largest.item', { amount, place: isNamed(figure) ? terms.place(figure.key) : t('picture.hexagons.one') });
    if (isCell(figure)) return t('largest.item', { amount, place: actions.placeOf(figure.country, figure) });
    return t('largest.item', { amount, place: terms.label('type', figure.shares[0]?.type ?? 'other') });
  };
  const title =
    pictures[picture].marks === undefined ? 'largest.areas' : picture === 'circles' ? 'largest.title' : 'largest.points';
  return (
    <>
      <FigureList
        title={t(title)}
        none={t('largest.none')}
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
            {t('move.figures', { count: figures.length })} {figures[0] && t('move.most', { figure: nameOf(figures[0]) })}
          </span>
        )}
      </output>
    </>
  );
}

/** Locations and regions have names, hexagons none. */
function isNamed({ key }: Figure): boolean {
  return /^[A-Z]{2}(?:-|$)/.test(key);
}
