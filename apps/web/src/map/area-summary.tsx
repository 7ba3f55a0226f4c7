import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import type { AreaFigure } from './figure.ts';
import { Casualties } from './figure-summary.tsx';
import summaries from './figure-summary.module.css';
import type { FigureActions } from './map-layer.ts';
import { locationOfArea } from './shading.ts';

/** A location or region: its count, its rate with the interval, and the ways on from it. */
export function AreaSummary({ figure, actions }: { readonly figure: AreaFigure; readonly actions: FigureActions }) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { code, rate } = figure.area;
  const location = locationOfArea(code);
  const amount = actions.amountOf(figure);
  const events = number.count(figure.amount);
  return (
    <div className={summaries.summary}>
      <div>
        <p className={summaries.title}>{terms.place(code)}</p>
        {location !== code && <p className={summaries.context}>{terms.place(location)}</p>}
        <p className={summaries.context}>{t('cell.incidents', { count: figure.count, formatted: number.count(figure.count) })}</p>
        {amount !== undefined && <p className={summaries.context}>{amount}</p>}
      </div>
      {rate?.kind === 'rate' && (
        <p>
          <b>{number.rate(rate.rate)}</b> {t('area.rate', { low: number.rate(rate.low), high: number.rate(rate.high) })}
        </p>
      )}
      {rate !== undefined && rate.kind !== 'rate' && <p>{common(`rateMap.area.${rate.kind}`, { events })}</p>}
      <Casualties killed={figure.killed} injured={figure.injured} />
      <div className={summaries.actions}>
        <button type="button" onClick={() => actions.chooseArea(code)}>
          {t('area.choose')}
        </button>
        <a href={actions.addressOfArea(code)}>{t('area.page')}</a>
      </div>
    </div>
  );
}

/** A hexagon: what was counted in it. */
export function HexagonSummary({ figure, actions }: { readonly figure: AreaFigure; readonly actions: FigureActions }) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const amount = actions.amountOf(figure);
  return (
    <div className={summaries.summary}>
      <div>
        <p className={summaries.title}>{t('cell.incidents', { count: figure.count, formatted: number.count(figure.count) })}</p>
        {amount !== undefined && <p className={summaries.context}>{amount}</p>}
        <p className={summaries.context}>{t('picture.hexagons.one')}</p>
      </div>
      <Casualties killed={figure.killed} injured={figure.injured} />
    </div>
  );
}
