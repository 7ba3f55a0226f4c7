import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import { expectedBytes, exportFormat } from '@monitor/contract';
import { coverageOf, syntheticShare } from '@monitor/findings';
import type { Answers } from '../answers/use-answers.ts';
import { queries } from '../api/queries.ts';
import buttons from '../controls/button.module.css';
import overlays from '../controls/overlay.module.css';
import { useSuicidesAmongKilled } from '../figures/use-suicides-among-killed.ts';
import { constraintWords, filterLine } from '../filter/constraint-words.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useWording } from '../filter/use-wording.ts';
import marks from '../styles/synthetic.module.css';
import { DownloadBar } from './download-bar.tsx';
import { addressOfChoice, type ExportChoice, firstChoice, orderOf, styleOf } from './export-choice.ts';
import { ExportChoices } from './export-choices.tsx';
import styles from './export-dialog.module.css';
import { FileFacts } from './file-facts.tsx';
import { FirstRows } from './first-rows.tsx';
import { LicenceAndCitation } from './licence-and-citation.tsx';

/**
 * What to download on the left, what the file will be on the right. While the figures on the screen are of an earlier selection it
 * waits; if those of this one are unavailable, the file still is available.
 */
export default function ExportDialog({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const explore = useExplore();
  const wording = useWording();
  const [choice, setChoice] = useState<ExportChoice>(firstChoice);
  const { datasets = [] } = answers;
  const withIncidents = datasets.filter(({ incidents }) => incidents > 0);
  const { data, outdated, error } = answers.summary;
  const figures = outdated || answers.datasets === undefined ? undefined : data;
  const { everything, format } = choice;
  const all = answers.datasets === undefined ? undefined : datasets.reduce((sum, { incidents }) => sum + incidents, 0);
  const count = everything ? all : figures?.totals.incidents;
  const waits = count === undefined && (everything || error === null);
  const query = everything ? '' : explore.query;
  const filter = everything ? {} : explore.filter;
  const shown = everything ? withIncidents : answers.datasetsShown;
  const synthetic = everything ? syntheticShare(withIncidents) : answers.synthetic;
  const style = styleOf(choice);
  const { data: name } = useQuery(queries.exportName(format, query));
  const { data: list } = useQuery(queries.datasets());
  const together = useSuicidesAmongKilled(shown);
  const line = explore.query === '' ? undefined : filterLine(explore.filter, wording);
  const updated = shown
    .flatMap(({ updated_at: moment }) => moment ?? [])
    .toSorted()
    .at(-1);
  return (
    <Dialog className={`${overlays.dialog} ${styles.dialog}`}>
      {({ close }) => (
        <>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {t('export.titleAlone')}
            </Heading>
            <button type="button" className={buttons.icon} aria-label={t('dialog.close')} onClick={close}>
              <X size={18} aria-hidden="true" />
            </button>
          </header>
          <div className={styles.body}>
            <ExportChoices
              choice={choice}
              onChoose={(change) => setChoice((before) => ({ ...before, ...change }))}
              selected={figures?.totals.incidents}
              all={all}
              filter={line}
            />
            <div className={styles.file}>
              <section>
                <h3 className={styles.legend}>{t('export.file.title')}</h3>
                <FileFacts
                  choice={choice}
                  style={style}
                  name={name}
                  query={query}
                  count={count}
                  version={figures?.datasetVersion ?? list?.datasetVersion}
                  updated={updated}
                  constraints={constraintWords(filter, { ...wording, settlementIn: undefined })}
                />
                <FirstRows query={query} order={orderOf(choice, explore.view)} style={style} />
              </section>
              <LicenceAndCitation
                datasets={count === undefined ? undefined : shown}
                otherwise={t(waits ? 'state.loading' : 'export.unknown')}
                view={{
                  name: t('cite.name.explore'),
                  filter,
                  period: (everything ? coverageOf(withIncidents) : figures?.period) ?? null,
                  datasetVersion: count === undefined ? undefined : (figures?.datasetVersion ?? list?.datasetVersion),
                  datasets: shown,
                  synthetic,
                  at: { path: '/explore', query },
                }}
              />
            </div>
          </div>
          <footer className={styles.foot}>
            <p className={styles.notes}>
              {count === undefined || synthetic === 'none' ? null : (
                <>
                  <span className={marks.synthetic}>{t(`export.synthetic.${synthetic}`)}</span>{' '}
                </>
              )}
              {count === undefined || together === undefined ? null : `${together} `}
              {t('export.sensitive')}
            </p>
            <DownloadBar
              address={addressOfChoice(choice, explore.query, explore.view)}
              name={name}
              mediaType={exportFormat(format).mediaType}
              count={count}
              bytes={expectedBytes(format, count ?? 0)}
              waits={waits}
              onClose={close}
            />
          </footer>
        </>
      )}
    </Dialog>
  );
}
