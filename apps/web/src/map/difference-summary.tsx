import { useTranslation } from 'react-i18next';
import { ratioText } from '../figures/sides-words.ts';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { AreaSummary } from './area-summary.tsx';
import type { DifferenceArea } from './difference-map.ts';
import type { AreaFigure } from './figure.ts';
import summaries from './figure-summary.module.css';
import type { FigureActions } from './map-layer.ts';
import { locationOfArea } from './shading.ts';

/** A region on both sides: its counts, and their ratio with the interval. */
export function DifferenceSummary({ figure, actions }: { readonly figure: AreaFigure; readonly actions: FigureActions }) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { area } = figure;
  if (!isDifference(area)) return <AreaSummary figure={figure} actions={actions} />;
  const { code, pair } = area;
  const [a, b] = pair.amounts.map((amount) => (amount === undefined ? '–' : format.number.count(amount)));
  const { change } = pair;
  return (
    <div className={summaries.summary}>
      <div>
        <p className={summaries.title}>{terms.place(code)}</p>
        <p className={summaries.context}>{terms.place(locationOfArea(code))}</p>
        <p>{t('picture.difference.counts', { a, b })}</p>
      </div>
      <p>
        {change?.kind === 'change'
          ? common('compare.bars.ratio', {
              ratio: ratioText(change.ratio, format),
              low: ratioText(change.low, format),
              high: ratioText(change.high, format),
            })
          : t(`picture.difference.texture.${change === undefined ? 'unknown' : 'few'}`)}
      </p>
      <div className={summaries.actions}>
        <button type="button" onClick={() => actions.chooseArea(code)}>
          {t('area.choose')}
        </button>
        <a href={actions.addressOfArea(code)}>{t('area.page')}</a>
      </div>
    </div>
  );
}

function isDifference(area: AreaFigure['area']): area is DifferenceArea {
  return 'difference' in area;
}
