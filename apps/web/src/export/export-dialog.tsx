import { suicidesAmongKilled } from '@monitor/findings';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { comparedFilter, expectedBytes, exportFormat, selectionQuery } from '@monitor/contract';
import type { Answers } from '../answers/use-answers.ts';
import { queries } from '../api/queries.ts';
import { useExplore } from '../filter/use-explore.ts';
import marks from '../styles/synthetic.module.css';
import { useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { DownloadBar } from './download-bar.tsx';
import { addressOfChoice, type ExportChoice, firstChoice, selectionOf, wantedColumns } from './export-choice.ts';
import { ExportChoices } from './export-choices.tsx';
import styles from './export-dialog.module.css';
import kit from '../styles/kit.module.css';
import { FileFacts } from './file-facts.tsx';
import { FirstRows } from './first-rows.tsx';
import { LicenceAndCitation } from './licence-and-citation.tsx';
import { useFileContent } from './use-file-content.ts';

/**
 * What to download on the left, what the file will be on the right. While the figures on the screen are of an earlier selection it
 * waits; if those of this one are unavailable, the file still is available.
 */
export default function ExportDialog({ answers, close }: { answers: Answers; close: () => void }) {
  const { t } = useTranslation();
  const explore = useExplore();
  const { view } = explore;
  const selected = { filter: explore.filter, against: view.against };
  const [choice, setChoice] = useState<ExportChoice>(firstChoice);
  const change = (part: Partial<ExportChoice>) => setChoice((before) => ({ ...before, ...part }));
  const selection = selectionOf(choice, selected);
  const query = selectionQuery(selection);
  const content = useFileContent(choice, selected, answers);
  const { count, datasets, version, synthetic } = content;
  const { data: head } = useQuery(queries.exportHead(choice.format, query));
  const together = suicidesAmongKilled(datasets, useVoice());
  return (
    <>
      <div className={styles.body}>
        <ExportChoices choice={choice} onChoose={change} selection={selected} counts={content.counts} count={count} />
        <div className={styles.file}>
          <section>
            <h3 className={`${kit.heading} ${styles.legend}`}>{t('export.file.title')}</h3>
            <FileFacts
              choice={choice}
              onChoose={change}
              selection={selection}
              name={head?.name}
              count={count}
              version={version}
              updated={content.updated}
            />
            <FirstRows choice={choice} selection={selection} view={view} />
          </section>
          <LicenceAndCitation
            datasets={count === undefined ? undefined : datasets}
            otherwise={t(content.waits ? 'state.loading' : 'export.unknown')}
            view={{
              name: t('cite.name.explore'),
              filter: selection.filter,
              against: comparedFilter(selection),
              period: content.period,
              datasetVersion: count === undefined ? undefined : version,
              datasets,
              synthetic,
              at: { path: '/explore', query },
            }}
          />
        </div>
      </div>
      <footer className={styles.foot}>
        <p className={`${kit.note} ${kit.grow}`}>
          {count === undefined || synthetic === 'none' ? null : (
            <>
              <span className={marks.synthetic}>{t(`export.synthetic.${synthetic}`)}</span>{' '}
            </>
          )}
          {count === undefined || together === undefined ? null : `${together} `}
          {t('export.sensitive')}
        </p>
        <DownloadBar
          address={addressOfChoice(choice, query, view)}
          name={head?.name}
          mediaType={exportFormat(choice.format).mediaType}
          count={count}
          bytes={expectedBytes(choice.format, count ?? 0)}
          isMost={wantedColumns(choice) !== undefined}
          waits={content.waits}
          onClose={close}
        />
      </footer>
    </>
  );
}
