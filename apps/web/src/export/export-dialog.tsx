import { exportAddress } from '../api/file-address.ts';
import { type Dataset, datasetNotes } from '@monitor/findings';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Citation,
  comparedFilter,
  expectedBytes,
  exportFormat,
  filterQuery,
  type Selection,
  selectionQuery,
  type Sort,
} from '@monitor/contract';
import type { Answers } from '../filter/use-answers.ts';
import { queries } from '../api/queries.ts';
import { PlainTable } from '../controls/plain-table.tsx';
import { useExplore } from '../filter/use-explore.ts';
import marks from '../styles/synthetic.module.css';
import { useTerms, useVoice } from '../i18n/terms.ts';
import { useTranslation } from '../i18n/use-translation.ts';
import { DownloadBar } from './download-bar.tsx';
import { addressOfChoice, type ExportChoice, firstChoice, orderOf, selectionOf, styleOf, wantedColumns } from './export-choice.ts';
import { ExportChoices } from './export-choices.tsx';
import styles from './export-dialog.module.css';
import kit from '../styles/kit.module.css';
import { FileFacts } from './file-facts.tsx';
import { useFileContent } from './use-file-content.ts';
import type { Measure } from '@monitor/domain';
import { type CitedView, useCitation } from '../cite/use-citation.ts';
import buttons from '../controls/button.module.css';
import { LicenceLink } from '../controls/licence-link.tsx';
import { saveFile } from '../controls/save-file.ts';
import { useCopied } from '../controls/use-copied.ts';

/**
 * What to download on the left, what the file will be on the right. While the figures on the screen are of an earlier selection it
 * waits; if those of this one are unavailable, the file still is available.
 */
export default function ExportDialog({ answers }: { answers: Answers }) {
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
  const { data: head } = useQuery(queries.exportHead(exportAddress(choice.format, query)));
  const together = datasetNotes(datasets, useVoice());
  return (
    <>
      <div className={`${kit.grid} ${styles.body}`}>
        <ExportChoices choice={choice} onChoose={change} selection={selected} counts={content.counts} count={count} />
        <div className={`${kit.divided} ${styles.file}`}>
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
      <footer className={`${kit.between} ${kit.parted} ${kit.pad} ${styles.foot}`}>
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
        />
      </footer>
    </>
  );
}

interface FirstRowsProps {
  readonly choice: ExportChoice;
  /** That of the file. */
  readonly selection: Selection;
  readonly view: { readonly sort: Sort; readonly measure: Measure };
}

const previewed = ['id', 'occurred_on', 'place', 'type'] as const;

/** The first incidents of the file, of each side of a comparison, in some of its columns. */
function FirstRows({ choice, selection, view }: FirstRowsProps) {
  const { t } = useTranslation();
  const terms = useTerms();
  const { sort, measure } = orderOf(choice, view);
  const other = comparedFilter(selection);
  const filters = other === undefined ? [selection.filter] : [selection.filter, other];
  const answers = useQueries({
    queries: filters.map((filter) => queries.firstIncidents(filterQuery(filter), sort, measure, other === undefined ? 3 : 2)),
  });
  const rows = new Map(answers.flatMap(({ data }) => data?.items ?? []).map((item) => [item.id, item]));
  if (rows.size === 0) return null;
  const wanted = wantedColumns(choice);
  const columns = previewed.filter((name) => name === 'id' || (wanted?.includes(name) ?? true));
  const readable = styleOf(choice) === 'readable';
  return (
    <PlainTable
      className={`${kit.tiny} ${kit.top4} ${styles.preview}`}
      caption={t(other === undefined ? 'export.file.preview' : 'export.file.previewBoth')}
      columns={columns.map((label) => ({ label }))}
      rows={[...rows.values()].map((item) =>
        columns.map((name) => (name === 'type' && readable ? terms.label('type', item.type) : item[name])),
      )}
    />
  );
}

interface Props {
  /** The datasets of the file; undefined while unknown. */
  readonly datasets: readonly Dataset[] | undefined;
  /** What is said in place of the licences while they are unknown. */
  readonly otherwise: string;
  /** What is cited. */
  readonly view: CitedView;
}

/** What may be done with the file, and how it is cited. */
function LicenceAndCitation({ datasets, otherwise, view }: Props) {
  const { t } = useTranslation();
  const cited = useCitation(view);
  return (
    <section>
      <h3 className={`${kit.heading} ${styles.legend}`}>{t('export.cite.heading')}</h3>
      {datasets === undefined ? (
        <p>{otherwise}</p>
      ) : (
        <ul>
          {datasets.map(({ slug, title: name, licence, licence_url, attribution }) => (
            <li key={slug}>
              {name}: <LicenceLink name={licence} address={licence_url} />
              <span className={`${kit.note} ${kit.block}`}>{attribution}</span>
            </li>
          ))}
        </ul>
      )}
      {cited === undefined ? null : <Cited cited={cited} />}
    </section>
  );
}

/** A citation with ways to take it along. */
function Cited({ cited }: { cited: Citation }) {
  const { t } = useTranslation();
  const { state, copy } = useCopied();
  return (
    <>
      <blockquote className={`${kit.note} ${kit.anywhere} ${styles.citation}`}>{cited.text}</blockquote>
      <p className={`${kit.wrap} ${styles.links}`}>
        <button type="button" className={buttons.link} onClick={() => copy(cited.text)}>
          <span aria-live="polite">{t(`glance.cite.copy.${state}`)}</span>
        </button>
        <button
          type="button"
          className={buttons.link}
          onClick={() => saveFile('citation.bib', new Blob([cited.bibtex], { type: 'application/x-bibtex' }))}
        >
          {t('cite.form.bibtex')}
        </button>
        <button
          type="button"
          className={buttons.link}
          onClick={() => saveFile('citation.ris', new Blob([cited.ris], { type: 'application/x-research-info-systems' }))}
        >
          {t('cite.form.ris')}
        </button>
      </p>
    </>
  );
}
