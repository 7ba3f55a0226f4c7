import { useLocation } from '@tanstack/react-router';
import { type MouseEvent, useMemo } from 'react';
import { StateNotice } from '../../answers/state-notice.tsx';
import { type Answers, useAnswers } from '../../answers/use-answers.ts';
import { chartsOf, sidesLine } from '@monitor/findings';
import { type Chart, charts } from '../../charts/chart-list.tsx';
import { ChartNotes } from '../../charts/chart-notes.tsx';
import buttons from '../../controls/button.module.css';
import { readEmbedAddress } from '../../embed/embed-address.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { ExploreContext, otherExplore, SidesContext } from '../../filter/use-explore.ts';
import { useWording } from '../../filter/use-wording.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MapArea } from '../../map-section/map-area.tsx';
import marks from '../../styles/synthetic.module.css';
import { EmbedFoot } from './embed-foot.tsx';
import styles from './embed-page.module.css';
import kit from '../../styles/kit.module.css';
import { type ExploreInFrame, useExploreInFrame } from './use-explore-in-frame.ts';

/** The map or one chart, with all that it needs to be understood alone, for the pages of other sites. */
export default function EmbedPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const address = useMemo(() => readEmbedAddress(search.query ?? ''), [search.query]);
  const explore = useExploreInFrame(address);
  const chart = charts.find(({ name }) => name === address.part);
  const sides = useMemo(() => ({ a: explore, b: otherExplore(explore) }), [explore]);
  const answers = useAnswers(explore, chart?.name ?? 'map');
  const wording = useWording();
  return (
    <ExploreContext value={explore}>
      <SidesContext value={sides}>
        {/* Whatever leads away from here leads out of the frame, which shows no other page. */}
        <article className={styles.page} onClickCapture={leadOut} onAuxClickCapture={leadOut}>
          <header className={`${kit.spread} ${kit.ruled} ${kit.pad}`}>
            <div className={styles.words}>
              <h1 className={kit.title}>{t('cite.name.explore')}</h1>
              <p className={`${kit.note} ${kit.anywhere}`}>{sidesLine(explore.filter, sides.b?.filter, wording)}</p>
            </div>
            {answers.synthetic === 'none' ? null : (
              <span className={marks.synthetic}>{t(`map.synthetic.${answers.synthetic}`)}</span>
            )}
            {explore.isChanged ? (
              <button type="button" className={buttons.link} onClick={explore.reset}>
                {t('embed.reset')}
              </button>
            ) : null}
          </header>
          <LinkNotice />
          <StateNotice answers={answers} />
          <div className={`${kit.grow} ${styles.part}`} data-part={chart === undefined ? 'map' : 'chart'}>
            {chart === undefined ? (
              <MapArea answers={answers} onListed={explore.openWhole} onRecordCircle={noRecord} ref={null} />
            ) : (
              <ChartPart chart={chart} answers={answers} explore={explore} />
            )}
          </div>
          <EmbedFoot answers={answers} isMap={chart === undefined} />
        </article>
      </SidesContext>
    </ExploreContext>
  );
}

/** No record is open here. */
function noRecord(): void {}

function ChartPart({ chart, answers, explore }: { chart: Chart; answers: Answers; explore: ExploreInFrame }) {
  const { t } = useTranslation();
  const { measure } = answers;
  const title = chart.title(t, { measure, interval: answers.page?.trend?.interval ?? 'month' });
  if (!chartsOf(explore.view.measure).includes(chart.name))
    return <p className={kit.pad}>{t('embed.notOf', { title, measure: t(`measure.${explore.view.measure}.name`) })}</p>;
  return (
    <ChartNotes answers={answers}>
      <chart.Card title={title} answers={answers} />
    </ChartNotes>
  );
}

function leadOut({ target }: MouseEvent): void {
  const link = target instanceof Element ? target.closest('a[href]:not([download])') : null;
  if (link === null || link.getAttribute('href')?.startsWith('#') === true) return;
  link.setAttribute('target', '_blank');
  link.setAttribute('rel', `${link.getAttribute('rel') ?? ''} noopener`.trim());
}
