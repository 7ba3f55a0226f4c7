import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { amountWords, type AreaFigure, factsLine, type FigureWording, type Nth } from './figure.ts';
import { Casualties } from './figure-summary.tsx';
import summaries from './figure-summary.module.css';
import kit from '../styles/kit.module.css';
import type { FigureActions } from './map-layer.ts';
import { leastOnMap } from '@monitor/findings';
import { locationOfArea } from './shading.ts';

interface AreaSummaryProps {
  readonly figure: AreaFigure;
  readonly actions: FigureActions;
  /** What the picture has found of it, in words. */
  readonly found?: string | undefined;
}

/** A location or region in a line: its name, its count, and its rate or why it has none. */
export function areaLine(figure: AreaFigure, wording: FigureWording, more?: string): string {
  const { t, terms } = wording;
  return t('largest.named', {
    name: terms.place(figure.key),
    facts: factsLine([amountWords(figure, wording), rateWords(figure, wording), more]),
  });
}

/** The rate of an area, or why it has none; undefined if areas are not shaded by rate. */
function rateWords({ area: { rate } }: AreaFigure, { t, common, format: { number } }: FigureWording): string | undefined {
  if (rate === undefined) return undefined;
  if (rate.kind === 'rate') return `${number.rate(rate.rate)} ${t('area.rate')}`;
  return common(`rateMap.texture.${rate.kind}`, { least: leastOnMap });
}

/** A hexagon in a line. They have no names, so it is said which of the list it is, and where its middle lies. */
export function hexagonLine(figure: AreaFigure, wording: FigureWording, nth: Nth, more?: string): string {
  const { t, actions, format } = wording;
  const { number } = format;
  const name = t('picture.hexagons.nth', { nth: number.count(nth.nth), all: number.count(nth.all) });
  return t('largest.named', { name, facts: factsLine([amountWords(figure, wording), more, actions.pointOf(figure, 'middle')]) });
}

/** A location or region: its count, its rate with the interval, and the ways on from it. */
export function AreaSummary({ figure, actions, found }: AreaSummaryProps) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const { number } = useFormat();
  const terms = useTerms();
  const { code, rate } = figure.area;
  const location = locationOfArea(code);
  const amount = actions.amountOf(figure);
  const events = number.count(figure.amount);
  return (
    <div className={kit.stack}>
      <div>
        <p className={summaries.title}>{terms.place(code)}</p>
        {location !== code && <p className={kit.quiet}>{terms.place(location)}</p>}
        <p className={kit.quiet}>{t('cell.incidents', { count: figure.count, formatted: number.count(figure.count) })}</p>
        {amount !== undefined && <p className={kit.quiet}>{amount}</p>}
        {found !== undefined && <p className={kit.quiet}>{found}</p>}
      </div>
      {rate?.kind === 'rate' && (
        <p>
          <b>{number.rate(rate.rate)}</b> {t('area.rate')}{' '}
          {t('area.interval', { low: number.rate(rate.low), high: number.rate(rate.high) })}
        </p>
      )}
      {rate !== undefined && rate.kind !== 'rate' && <p>{common(`rateMap.area.${rate.kind}`, { events })}</p>}
      <Casualties figure={figure} />
      <div className={`${kit.tools} ${kit.top1}`}>
        <button type="button" onClick={() => actions.chooseArea(code)}>
          {t('area.choose')}
        </button>
        <a href={actions.addressOfArea(code)}>{t('area.page')}</a>
      </div>
    </div>
  );
}

/** A hexagon: what was counted in it. */
export function HexagonSummary({ figure, actions, found }: AreaSummaryProps) {
  const { t } = useTranslation('map');
  const { number } = useFormat();
  const amount = actions.amountOf(figure);
  return (
    <div className={kit.stack}>
      <div>
        <p className={summaries.title}>{t('cell.incidents', { count: figure.count, formatted: number.count(figure.count) })}</p>
        {amount !== undefined && <p className={kit.quiet}>{amount}</p>}
        <p className={kit.quiet}>{t('picture.hexagons.one')}</p>
        {found !== undefined && <p className={kit.quiet}>{found}</p>}
      </div>
      <Casualties figure={figure} />
    </div>
  );
}
