import type { Measure } from '@monitor/domain';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import type { FigureActions } from './map-layer.ts';
import { nearestSettlement, type useSettlements } from './settlements.ts';
import { zoomToBounds } from './use-camera.ts';

interface OfPage extends Pick<FigureActions, 'openIncident' | 'listArea' | 'chooseArea' | 'addressOfArea'> {
  readonly measure: Measure;
}

/** What a press on a figure can do, and how its amount and place are said. */
export function useFigureActions(
  map: MapLibreMap | null,
  settlements: ReturnType<typeof useSettlements>,
  { measure, ...ofPage }: OfPage,
): FigureActions {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  return {
    ...ofPage,
    zoomTo(bounds) {
      if (map) zoomToBounds(map, bounds);
    },
    amountOf({ amount }) {
      if (measure === 'incidents') return undefined;
      // Nothing on record is not the same as nobody.
      if (amount === 0) return common(`measure.${measure}.none`);
      return common(`measure.${measure}.amount`, { count: amount, number: number.count(amount) });
    },
    placeOf(country, point) {
      const settlement = map && nearestSettlement(settlements, point, country, map.getZoom());
      const location = terms.place(country);
      return settlement ? t('cell.near', { settlement: settlement.name, location }) : t('cell.in', { location });
    },
  };
}
