import { reportedIn } from './figure.ts';
import { isSilent, type Measure } from '@monitor/domain';
import { pointWords } from '@monitor/findings';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { useFormat } from '../format/use-format.ts';
import { useTerms, useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import type { FigureActions } from './map-layer.ts';
import { isWide, nearestSettlement, type useSettlements } from './settlements.ts';
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
  const voice = useVoice();
  return {
    ...ofPage,
    zoomTo(bounds) {
      if (map) zoomToBounds(map, bounds);
    },
    amountOf(figure) {
      if (measure === 'incidents') return undefined;
      const { amount } = figure;
      if (isSilent(reportedIn(figure, 'amount')))
        return common('summary.finding.notReported', { many: common(`measure.${measure}.many`) });
      // Nothing on record is not the same as nobody.
      if (amount === 0) return common(`measure.${measure}.none`);
      return common(`measure.${measure}.amount`, { count: amount, number: number.count(amount) });
    },
    placeOf(cell) {
      const { country } = cell;
      const settlement = map && !isWide(cell) && nearestSettlement(settlements, cell, country, map.getZoom());
      const location = terms.place(country);
      return settlement ? t('cell.near', { settlement: settlement.name, location }) : t('cell.in', { location });
    },
    pointOf(point, of) {
      const settlement = map && nearestSettlement(settlements, point, undefined, map.getZoom());
      if (!settlement) return pointWords(point.lon, point.lat, voice, 2);
      const values = { settlement: settlement.name, location: terms.place(settlement.jurisdiction) };
      return of === 'middle' ? t('cell.middleNear', values) : t('cell.near', values);
    },
  };
}
