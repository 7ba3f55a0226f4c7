import { useQuery } from '@tanstack/react-query';
import { Download, X } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { useTranslation } from 'react-i18next';
import { type CsvStyle, csvStyles } from '@monitor/contract';
import { csvAddress } from '../api/client.ts';
import { queries } from '../api/queries.ts';
import buttons from '../controls/button.module.css';
import { LicenceLink } from '../controls/licence-link.tsx';
import overlays from '../controls/overlay.module.css';
import type { Answers } from '../answers/use-answers.ts';
import { filterLine } from '../filter/constraint-words.ts';
import { useExplore } from '../filter/use-explore.ts';
import { useWording } from '../filter/use-wording.ts';
import { useFormat } from '../format/use-format.ts';
import marks from '../styles/synthetic.module.css';
import { useSuicidesAmongKilled } from '../figures/use-suicides-among-killed.ts';
import styles from './export-dialog.module.css';

/**
 * Says what will be downloaded and under which licences, then links to it. While the figures on the screen are of an earlier
 * selection it waits; if those of this one are unavailable, the file still is available.
 */
export default function ExportDialog({ answers }: { answers: Answers }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { filter, query, view } = useExplore();
  const wording = useWording();
  const [style, setStyle] = useState<CsvStyle>('plain');
  const [hxl, setHxl] = useState(false);
  const [bom, setBom] = useState(false);
  const { data: name } = useQuery(queries.csvName(query));
  const together = useSuicidesAmongKilled(answers.datasetsShown);
  const { data, outdated, error } = answers.summary;
  const figures = outdated || answers.datasets === undefined ? undefined : data;
  const waits = figures === undefined && error === null;
  const address = csvAddress(query, style === 'readable' ? { hxl, readable: view } : { hxl, bom });
  return (
    <Dialog className={overlays.dialog}>
      {({ close }) => (
        <>
          <header className={styles.head}>
            <Heading slot="title" className={styles.title}>
              {figures === undefined
                ? t('export.titleAlone')
                : t('export.title', { count: figures.totals.incidents, number: number.count(figures.totals.incidents) })}
            </Heading>
            <button type="button" className={buttons.icon} aria-label={t('export.close')} onClick={close}>
              <X size={18} aria-hidden="true" />
            </button>
          </header>
          <div className={styles.body}>
            <dl className={styles.facts}>
              <dt>{t('export.filter')}</dt>
              <dd>{filterLine(filter, wording)}</dd>
              <dt>{t('export.format')}</dt>
              <dd>{t('export.csv')}</dd>
              {/* In its place before it is known, so that the link below does not move under a finger. */}
              {name === null ? null : (
                <>
                  <dt>{t('export.fileName')}</dt>
                  <dd className={styles.fileName}>{name ?? t('state.loading')}</dd>
                </>
              )}
              <dt>{t('export.licences')}</dt>
              <dd>
                {figures === undefined ? (
                  t(waits ? 'state.loading' : 'export.unknown')
                ) : (
                  <Licences datasets={answers.datasetsShown} />
                )}
              </dd>
            </dl>
            {figures === undefined || together === undefined ? null : <p className={styles.aside}>{together}</p>}
            {figures === undefined || answers.synthetic === 'none' ? null : (
              <p>
                <span className={marks.synthetic}>{t(`export.synthetic.${answers.synthetic}`)}</span>
              </p>
            )}
            <fieldset className={styles.options}>
              <legend className={styles.legend}>{t('export.style.title')}</legend>
              {csvStyles.map((one) => (
                <Option
                  key={one}
                  kind="radio"
                  chosen={style === one}
                  onChoose={() => setStyle(one)}
                  label={t(`export.style.${one}`)}
                  help={t(`export.style.${one}Help`)}
                />
              ))}
            </fieldset>
            <div className={styles.options}>
              {style === 'readable' ? null : <Option chosen={bom} onChoose={setBom} label={t('export.bom')} />}
              <Option chosen={hxl} onChoose={setHxl} label={t('export.hxl')} help={t('export.hxlHelp')} />
            </div>
          </div>
          <footer className={styles.foot}>
            <button type="button" className={buttons.plain} onClick={close}>
              {t('export.cancel')}
            </button>
            {waits ? (
              <button
                type="button"
                className={buttons.primary}
                aria-label={outdated ? t('export.downloadWaits') : undefined}
                disabled
              >
                <Download size={15} aria-hidden="true" />
                {t('export.download')}
              </button>
            ) : (
              <a className={buttons.primary} href={address} download={name ?? ''} onClick={close}>
                <Download size={15} aria-hidden="true" />
                {t('export.download')}
              </a>
            )}
          </footer>
        </>
      )}
    </Dialog>
  );
}

function Option({
  kind = 'checkbox',
  chosen,
  onChoose,
  label,
  help,
}: {
  kind?: 'checkbox' | 'radio';
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  label: string;
  help?: string;
}) {
  return (
    <label className={styles.option}>
      <input
        type={kind}
        name={kind === 'radio' ? 'style' : undefined}
        checked={chosen}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <span>
        {label} {help === undefined ? null : <span className={styles.aside}>{help}</span>}
      </span>
    </label>
  );
}

function Licences({ datasets }: { datasets: Answers['datasetsShown'] }) {
  return (
    <ul>
      {datasets.map(({ slug, title, licence, licence_url, attribution }) => (
        <li key={slug}>
          {title}: <LicenceLink name={licence} address={licence_url} />
          <div className={styles.aside}>{attribution}</div>
        </li>
      ))}
    </ul>
  );
}
