import { siteFocus } from '@monitor/geography';
import { useLocation } from '@tanstack/react-router';
import { type MouseEvent, useMemo, useRef, useState } from 'react';
import { sitePath } from '../../api/site.ts';
import { StateNotice } from '../../sections/state-notice.tsx';
import { type Answers, useAnswers } from '../../filter/use-answers.ts';
import { chartsOf, sidesLine } from '@monitor/findings';
import { type Chart, charts } from '../../charts/chart-list.tsx';
import { ChartNotes } from '../../sections/chart-notes.tsx';
import buttons from '../../controls/button.module.css';
import { type EmbedAddress, readEmbedAddress } from '../../embed/embed-address.ts';
import { LinkNotice } from '../../filter/link-notice.tsx';
import { type Explore, ExploreContext, otherExplore, SidesContext, useExplore } from '../../filter/use-explore.ts';
import { useFilterNames } from '../../filter/use-filter-names.ts';
import { kosovoNote } from '../../i18n/notices.ts';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MapArea } from '../../map-section/map-area.tsx';
import marks from '../../styles/synthetic.module.css';
import styles from './embed-page.module.css';
import kit from '../../styles/kit.module.css';
import CitationForms from '../../cite/citation-forms.tsx';
import { LicenceLink } from '../../controls/licence-link.tsx';
import { useFormat } from '../../format/use-format.ts';
import { filterQuery } from '@monitor/contract';
import { writeExploreState } from '../../filter/explore-state.ts';
import { type Act, openIncident } from '../../filter/filter-actions.ts';

/** The map or one chart, with all that it needs to be understood alone, for the pages of other sites. */
export default function EmbedPage() {
  const { t } = useTranslation();
  const { search } = useLocation();
  const address = useMemo(() => readEmbedAddress(search.query ?? ''), [search.query]);
  const explore = useExploreInFrame(address);
  const chart = charts.find(({ name }) => name === address.part);
  const sides = useMemo(() => ({ a: explore, b: otherExplore(explore) }), [explore]);
  const answers = useAnswers(explore, chart?.name ?? 'map');
  const wording = useFilterNames();
  return (
    <ExploreContext value={explore}>
      <SidesContext value={sides}>
        {/* Whatever leads away from here leads out of the frame, which shows no other page. */}
        <article className={`${kit.upright} ${styles.page}`} onClickCapture={leadOut} onAuxClickCapture={leadOut}>
          <header className={`${kit.spread} ${kit.ruled} ${kit.pad}`}>
            <div className={`${kit.grow} ${styles.words}`}>
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
  const { measure, kind } = answers;
  const title = chart.title(t, { measure, kind, interval: answers.page?.trend?.interval ?? 'month' });
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

/**
 * Whose the figures are, what may be done with them, how to cite them, and the way to all of them.
 * @param isMap whether above it is a map, which has its own footnotes
 */
function EmbedFoot({ answers, isMap }: { answers: Answers; isMap: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [isCited, setIsCited] = useState(false);
  const { queryAfter } = useExplore();
  const { data, outdated } = answers.summary;
  const query = queryAfter((state) => state);
  const codes = answers.datasetsShown.flatMap(({ countries }) => countries);
  return (
    <div className={`${kit.note} ${kit.parted} ${kit.padTop}`}>
      {isMap ? null : <p className={styles.note}>{kosovoNote(codes, t)}</p>}
      {answers.synthetic === 'none' ? null : (
        <p className={styles.note}>{t(answers.synthetic === 'all' ? 'notice.synthetic' : 'notice.someSynthetic')}</p>
      )}
      <ul className={styles.note}>
        {answers.datasetsShown.map(({ slug, title, attribution, licence, licence_url }) => (
          <li key={slug}>
            {t('embed.source', { title, attribution })} <LicenceLink name={licence} address={licence_url} />
          </li>
        ))}
      </ul>
      <div className={`${kit.wrap} ${styles.ways}`}>
        {data === undefined ? null : <span>{t('embed.version', { version: number.count(data.datasetVersion) })}</span>}
        <details className={styles.cite} onToggle={({ currentTarget }) => setIsCited(currentTarget.open)}>
          <summary>{t('cite.open')}</summary>
          {isCited ? (
            <CitationForms
              view={{
                name: t('cite.name.explore'),
                filter: answers.filterOfFigures,
                against: answers.against?.filterOfFigures,
                period: data?.period ?? null,
                datasetVersion: outdated ? undefined : data?.datasetVersion,
                datasets: answers.datasetsShown,
                synthetic: answers.synthetic,
                at: { path: '/explore', query },
              }}
            />
          ) : null}
        </details>
        <a className={`${kit.strong} ${kit.push} ${styles.whole}`} href={sitePath(`/explore?${query}`)}>
          {t('embed.whole', { product: siteFocus().title })}
        </a>
      </div>
    </div>
  );
}

interface ExploreInFrame extends Explore {
  /** Whether the reader has changed what the address selects. */
  readonly isChanged: boolean;
  readonly reset: () => void;
  /** Opens the same selection on Explore, in a tab of its own. */
  readonly openWhole: () => void;
}

/**
 * Filter and view of a frame. They begin as its address says, and what a reader changes lasts as long as the page: an address that
 * changed would be a step in the history of the page around it.
 */
function useExploreInFrame({ state: first, problems }: EmbedAddress): ExploreInFrame {
  const [state, setState] = useState(first);
  // Acts of one moment build on each other.
  const latest = useRef(first);
  return useMemo(() => {
    const act = (one: Act): boolean => {
      const before = latest.current;
      latest.current = one(before);
      setState(latest.current);
      return writeExploreState(before) !== writeExploreState(latest.current);
    };
    const open = (one: Act) =>
      void window.open(sitePath(`/explore?${writeExploreState(one(latest.current))}`), '_blank', 'noopener');
    return {
      ...state,
      query: filterQuery(state.filter),
      problems,
      act,
      actInPlace: act,
      openRecord: (id) => open(openIncident(id)),
      queryAfter: (one) => writeExploreState(one(state)),
      stateAfter: (one) => one(state),
      isChanged: filterQuery(state.filter) !== filterQuery(first.filter),
      reset: () => act(() => first),
      openWhole: () => open((one) => one),
    };
  }, [state, first, problems]);
}
