import { spotChances } from '@monitor/findings';
import { useFormat } from '../format/use-format.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { areaLine, AreaSummary, hexagonLine, HexagonSummary } from './area-summary.tsx';
import { type AreaFigure, type FigureWording, isNamed, type Nth } from './figure.ts';
import type { SpotArea } from './hot-spot-map.ts';
import type { FigureActions } from './map-layer.ts';

/** Whether an area is a hot or a cold spot, and how many of such may be so by chance; undefined if none could be looked for. */
function spotWords({ area }: AreaFigure, { t, format }: Pick<FigureWording, 't' | 'format'>): string | undefined {
  if (!isSpotArea(area)) return undefined;
  const [kind, step] = area.spot.split('-');
  if (kind === 'hot' || kind === 'cold')
    return t(`picture.hot_spots.spot.${kind}`, { share: format.number.share(spotChances[Number(step)] ?? 0) });
  return area.p === null ? undefined : t('picture.hot_spots.spot.none');
}

/** A region or hexagon in a line, with what was found of it. */
export function hotSpotLine(figure: AreaFigure, wording: FigureWording, nth: Nth): string {
  const found = spotWords(figure, wording);
  return isNamed(figure) ? areaLine(figure, wording, found) : hexagonLine(figure, wording, nth, found);
}

/** A region or hexagon, with what was found of it. */
export function HotSpotSummary({ figure, actions }: { readonly figure: AreaFigure; readonly actions: FigureActions }) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const found = spotWords(figure, { t, format });
  const Summary = isNamed(figure) ? AreaSummary : HexagonSummary;
  return <Summary figure={figure} actions={actions} found={found} />;
}

function isSpotArea(area: AreaFigure['area']): area is SpotArea {
  return 'spot' in area;
}
