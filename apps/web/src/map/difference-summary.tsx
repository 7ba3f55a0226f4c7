import { ratioText } from '@monitor/findings';
import { useFormat } from '../format/use-format.ts';
import { useTerms } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { areaLine, AreaSummary } from './area-summary.tsx';
import type { DifferenceArea } from './difference-map.ts';
import { type AreaFigure, factsLine, type FigureWording } from './figure.ts';
import summaries from './figure-summary.module.css';
import kit from '../styles/kit.module.css';
import type { FigureActions } from './map-layer.ts';
import { locationOfArea } from './shading.ts';

/** A region on both sides in a line; one of those side by side has only its own. */
export function differenceLine(figure: AreaFigure, wording: FigureWording): string {
  const { area } = figure;
  if (!isDifference(area)) return areaLine(figure, wording);
  const { t, terms } = wording;
  // Why there is no ratio is a sentence of its own.
  const facts = [countsWords(area, wording), ratioWords(area, wording)];
  return t('largest.named', {
    name: terms.place(area.code),
    facts: area.pair.change?.kind === 'change' ? factsLine(facts) : facts.join('. '),
  });
}

type Words = Pick<FigureWording, 't' | 'common' | 'format'>;

function countsWords({ pair }: DifferenceArea, { t, format: { number } }: Words): string {
  const [a, b] = pair.amounts.map((amount) => (amount === undefined ? '–' : number.count(amount)));
  return t('picture.difference.counts', { a, b });
}

/** The ratio with its interval, or why there is none. */
function ratioWords({ pair: { change } }: DifferenceArea, { t, common, format }: Words): string {
  if (change?.kind !== 'change') return t(`picture.difference.texture.${change === undefined ? 'unknown' : 'few'}`);
  const { ratio, low, high } = change;
  return common('compare.bars.ratio', {
    ratio: ratioText(ratio, format),
    low: ratioText(low, format),
    high: ratioText(high, format),
  });
}

/** A region on both sides: its counts, and their ratio with the interval. */
export function DifferenceSummary({ figure, actions }: { readonly figure: AreaFigure; readonly actions: FigureActions }) {
  const { t } = useTranslation('map');
  const { t: common } = useTranslation();
  const format = useFormat();
  const terms = useTerms();
  const { area } = figure;
  if (!isDifference(area)) return <AreaSummary figure={figure} actions={actions} />;
  const { code } = area;
  const words = { t, common, format };
  return (
    <div className={kit.stack}>
      <div>
        <p className={summaries.title}>{terms.place(code)}</p>
        <p className={kit.quiet}>{terms.place(locationOfArea(code))}</p>
        <p>{countsWords(area, words)}</p>
      </div>
      <p>{ratioWords(area, words)}</p>
      <div className={`${kit.tools} ${kit.top1}`}>
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
